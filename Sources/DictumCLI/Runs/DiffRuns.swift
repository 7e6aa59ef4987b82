import ArgumentParser
import DictumJudging
import DictumModel
import DictumReport
import DictumStore

/// `dictum runs diff A B`: what changed from one run to another.
struct DiffRuns: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say what changed between two runs.",
    discussion: """
      What was run differently (command, inputs, parameters, sweep, seeds, environment, sandbox), then \
      each metric over the seeds side by side, with whether the difference is more than their noise \
      (the 99 % interval of the difference of the means), then the verdicts. One run alone is compared \
      with the one of its model before it.

      Examples:
        dictum runs diff independent-steps
        dictum runs diff independent-steps@previous run:independent-steps-20261121
        dictum runs diff previous latest --json
      """)

  @OptionGroup var library: LibraryOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "The earlier run; or the later one, if it stands alone.")
  var first: String

  @Argument(help: "The later run.")
  var second: String?

  func run() throws {
    let (_, store) = try library.openStore()
    let choice = try RunChoice(store: store)
    let named = try choice.record(first)
    let (before, after): (RunRecord, RunRecord)
    if let second {
      (before, after) = (named, try choice.record(second))
    } else {
      guard let previous = try choice.previous(to: named) else {
        throw Failure("\(named.id) is the first run of its model: name two runs to compare")
      }
      (before, after) = (previous, named)
    }
    if before.model != after.model {
      Terminal.talk("note: these are runs of two models, \(before.model) and \(after.model)")
    }
    let diff = RunDiff(from: before, to: after)
    try output.print(diff, schema: "run-diff/1", elements: [diff], elementSchema: "run-diff/1") {
      RunDiffText.text(diff, style: $0)
    }
  }
}
