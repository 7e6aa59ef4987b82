// DictumJudging: what a run's numbers say of what its card expects; pure.
//
//   RunRecord → TaskTable (the numbers in order) → Estimate (a statistic and its intervals) → Region
//   (what the bound allows) → Judgement, ControlFinding; Looks (are more seeds needed)
//
// docs/judging.md says how a verdict is reached and on whose authority. Nothing here opens a file,
// draws a random number or knows what a claim is: a bound may be judged again at any time.
