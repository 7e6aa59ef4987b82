import ArgumentParser

/// `dictum runs`: what was run, and what changed.
struct RunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "List the runs of models; show one; compare two.",
    discussion: """
      A run is named by its address, run:…, or the beginning of it; model:ID, or ID@latest, is the \
      newest run of a model and ID@previous the one before it; latest and previous are the newest run \
      of all and the one of its model before it. Verdicts are those that were given at the time.

      Examples:
        dictum runs independent-steps
        dictum runs show latest --report report
        dictum runs show independent-steps@previous --junit results.xml
        dictum runs diff independent-steps
        dictum runs diff previous latest --json
      """, subcommands: [ListRuns.self, ShowRun.self, DiffRuns.self],
    defaultSubcommand: ListRuns.self)
}
