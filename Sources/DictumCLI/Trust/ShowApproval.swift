import ArgumentParser
import DictumReport
import DictumRerun

/// `dictum trust show MODEL`: what was approved, word for word.
struct ShowApproval: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what was approved: commands, parameters and files.")

  @OptionGroup var output: OutputOptions

  @Flag(help: "Every approval that is meant, not only the newest.")
  var all = false

  @Argument(help: "model:ID, an id, or a fingerprint of at least 8 characters.")
  var name: String

  func run() throws {
    let store = try UserFolders.trust()
    let wanted = try TrustFolder.approvals(name, in: store)
    let contents = (all ? wanted : wanted.suffix(1)).map { approval in
      Content(approval: approval, content: store.content(of: approval))
    }
    try output.print(
      contents, schema: "approval-contents/1", elementSchema: "approval-content/1"
    ) { style in
      contents.flatMap { $0.lines.map(style.safe) }
    }
  }

  /// An approval with what it is of.
  private struct Content: Encodable {
    let approval: Approval
    /// One a line; empty when nobody kept them.
    let fields: [String]
    /// The inputs that were kept, by path.
    let texts: [String: String]

    init(
      approval: Approval, content: (fields: [String], texts: [(path: String, text: String)])?
    ) {
      self.approval = approval
      fields = content?.fields ?? []
      texts = Dictionary(
        (content?.texts ?? []).map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
    }

    var lines: [String] {
      var lines = ["model:\(approval.model)  approved \(approval.date)  \(approval.path)"]
      lines.append("    sha256:\(approval.fingerprint)")
      if fields.isEmpty { lines.append("    what it was of was not kept") }
      lines += fields.map { "    " + $0 }
      for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
        lines += ["", "==> \(path) <=="]
        lines += text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      }
      return lines
    }
  }
}
