// DictumRerun: runs a toy model again, shut in and within limits, and judges what its card expects.
//
//   ModelCard → RunPlan (what would run, and its fingerprint) → TrustStore (may it) → Sandbox and
//   Launcher (the run) → MetricReader (its numbers) → Judge (verdicts) → RunRecord, for the ledger
//
// The one room that starts processes. A crash says nothing of a claim.
