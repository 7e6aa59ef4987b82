import ArgumentParser
import DictumStore

/// `dictum`: the list of its commands.
struct DictumCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dictum",
    abstract: "A knowledge base for people who think in posts and conversations.",
    discussion: """
      Reads a folder of Markdown posts, comment captures and dialogue transcripts, and answers: \
      where was this said and by whom (search), what does this claim rest on (trace), does the toy \
      model it cites still run and does the claim still stand (rerun).

      Examples:
        dictum init ~/notes && cd ~/notes
        dictum ingest
        dictum search "critical threshold"
        dictum trace 'posts/steps.md#^c-linear'
        dictum rerun model:independent-steps

      Exit status: 0 done, 1 nothing found or a claim contradicted, 2 something could not be read or \
      done, 64 wrong usage.
      """,
    version: "0.2.0 (index \(Store.version))",
    subcommands: [TasksCommand.self],
    groupedSubcommands: [
      CommandGroup(
        name: "Library", subcommands: [InitCommand.self, IngestCommand.self]),
      CommandGroup(
        name: "Questions",
        subcommands: [
          SearchCommand.self, ShowCommand.self, TraceCommand.self, RerunCommand.self,
          RunsCommand.self,
        ]),
      CommandGroup(
        name: "Lists",
        subcommands: [
          SpeakersCommand.self, ClaimsCommand.self, SourcesCommand.self, ModelsCommand.self,
        ]),
      CommandGroup(
        name: "Care",
        subcommands: [CheckCommand.self, TrustCommand.self, DoctorCommand.self]),
    ])
}
