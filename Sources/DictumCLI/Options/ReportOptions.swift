import ArgumentParser
import DictumModel
import DictumReport
import Foundation

/// In which other forms runs are written; several may be asked for at once.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write a page with figures into this folder, index.html; it needs no other file.",
      valueName: "dir"), completion: .directory)
  var report: String?

  @Option(
    help: ArgumentHelp(
      "Write JUnit XML to this file; - is standard output, in place of text.", valueName: "file"),
    completion: .file())
  var junit: String?

  @Option(
    help: ArgumentHelp(
      "Write TAP 14 to this file; - is standard output, in place of text.", valueName: "file"),
    completion: .file())
  var tap: String?

  @Flag(
    help: "Print annotations for GitHub Actions on standard error, beside everything else.")
  var github = false

  @Option(
    help: ArgumentHelp(
      "Make a Process Run RO-Crate of the run in this new folder; of several, a folder each in it.",
      valueName: "dir"), completion: .directory)
  var roCrate: String?

  @Option(
    help: ArgumentHelp(
      "Who ran it, for --ro-crate: a name, or 'Name <https://orcid.org/…>'.", valueName: "person"))
  var agent: String?

  @Option(
    help: ArgumentHelp(
      "The address of the licence of what lies in the crate, for --ro-crate.", valueName: "url"))
  var license: String?

  func validate() throws {
    if junit == "-", tap == "-" {
      throw ValidationError("--junit - and --tap - both want standard output")
    }
    if roCrate == nil, agent != nil || license != nil {
      throw ValidationError("--agent and --license are for --ro-crate")
    }
  }

  /// Fails when standard output is asked for twice.
  func check(against output: OutputOptions) throws {
    if takesOutput, output.json || output.jsonl {
      throw ValidationError("--json and --jsonl want standard output, as --junit - and --tap - do")
    }
  }

  /// Whether no report was asked for.
  var isEmpty: Bool { report == nil && junit == nil && tap == nil && !github && roCrate == nil }

  /// Whether a report goes to standard output, so that no text does.
  var takesOutput: Bool { junit == "-" || tap == "-" }

  /// Writes what was asked for.
  func write(_ runs: ReportedRuns) throws {
    let (reports, unrun) = (runs.reports, runs.unrun)
    if let junit {
      try put(JUnitDocument.text(reports, unrun: unrun), at: junit)
    }
    if let tap {
      try put(
        TAPDocument.lines(reports, unrun: unrun).joined(separator: "\n") + "\n", at: tap)
    }
    if let report {
      let page = RunPage.html(reports, unrun: unrun, generatedAt: Date.now.formatted(.iso8601))
      try CrateFolder.make(report)
      try put(page, at: report + "/index.html")
    }
    if let roCrate {
      for report in reports {
        let crate = CrateFolder(
          path: reports.count == 1 ? roCrate : "\(roCrate)/\(report.record.model)",
          agent: agent, license: license)
        try crate.write(report, card: runs.cards[report.record.model])
      }
    }
    if github {
      // The runner reads commands from both streams; standard output stays the answer.
      for line in GitHubAnnotations.lines(reports, unrun: unrun) { Terminal.talk(line) }
    }
  }

  private func put(_ text: String, at path: String) throws {
    if path == "-" {
      Terminal.print([text.hasSuffix("\n") ? String(text.dropLast()) : text])
    } else {
      try CrateFolder.write(text, to: path)
    }
  }
}
