import ArgumentParser
import DictumReport
import DictumRerun

/// `dictum trust list`: what was approved.
struct ListApprovals: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what was approved.")

  @OptionGroup var output: OutputOptions

  func run() throws {
    let (approvals, diagnostics) = try UserFolders.trust().list()
    for diagnostic in diagnostics { Terminal.talk("\(diagnostic)") }
    try output.print(approvals, schema: "approvals/1", elementSchema: "approval/1") { style in
      approvals.map {
        style.safe("\($0.date)  model:\($0.model)  \($0.fingerprint.prefix(16))…  \($0.path)")
      }
    }
    if approvals.isEmpty { throw ExitStatus.nothing }
  }
}
