import ArgumentParser
import DictumReport
import DictumRerun

/// `dictum trust revoke MODEL`: takes approvals back.
struct RevokeApproval: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke",
    abstract: "Take back every approval of a model, or one by the beginning of its fingerprint.")

  @OptionGroup var output: OutputOptions

  @Argument(help: "model:ID, an id, or a fingerprint of at least 8 characters.")
  var name: String

  func run() throws {
    let store = try UserFolders.trust()
    let wanted = try TrustFolder.approvals(name, in: store)
    for approval in wanted { try store.revoke(approval.fingerprint) }
    try output.print(wanted, schema: "approvals/1", elementSchema: "approval/1") { style in
      wanted.map { style.safe("revoked model:\($0.model) \($0.fingerprint.prefix(16))…") }
    }
  }
}
