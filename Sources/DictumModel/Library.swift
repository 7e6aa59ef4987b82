/// Where a library's files lie: a folder of sources with a `.dictum` folder in it.
package struct Library: Hashable, Sendable {
  /// The absolute path of the folder, symbolic links resolved, without a slash at its end.
  package var root: String

  /// The library at `root`.
  package init(root: String) { self.root = root }

  /// The name of the folder that makes a folder a library.
  package static let folderName = ".dictum"

  /// The name of the empty file that marks a folder as written by Dictum: its pages and cards are
  /// reports of runs, not sources.
  package static let outputMarker = ".dictum-output"

  /// The folder with what Dictum keeps.
  package var folder: String { root + "/" + Library.folderName }

  /// The index: derived, and safe to delete.
  package var index: String { folder + "/index.sqlite" }

  /// The patterns of files to leave out, in the syntax of gitignore; need not exist.
  package var ignoreFile: String { folder + "/ignore" }

  /// The runs of models, one JSON object a line, append-only; need not exist.
  package var runLedger: String { folder + "/ledger/runs.jsonl" }

  /// The path of the run ledger within the library, for messages.
  package static let runLedgerPath = folderName + "/ledger/runs.jsonl"

  /// The folders of runs that are under way or were interrupted; need not exist.
  package var runs: String { folder + "/runs" }

  /// The user's decisions, one JSON object a line, append-only; need not exist.
  package var decisionLedger: String { folder + "/ledger/decisions.jsonl" }

  /// The path of the ledger of decisions within the library, for messages.
  package static let decisionLedgerPath = folderName + "/ledger/decisions.jsonl"

  /// What Dictum makes and writes, outermost first.
  package var written: [String] {
    [folder, index, folder + "/ledger", runLedger, decisionLedger, runs]
  }

  /// The absolute path of a file of the library.
  package func absolute(_ path: String) -> String { root + "/" + path }
}
