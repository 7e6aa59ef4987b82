package import DictumModel
import GRDB

extension Store {
  /// The runs of a model that the ledger holds, newest first.
  package func runs(of model: String) throws(StoreError) -> [RunRecord] {
    try read { db in
      try String.fetchAll(
        db, sql: "SELECT record FROM run WHERE model = ? ORDER BY position DESC",
        arguments: [model]
      ).compactMap { (text: String) -> RunRecord? in JSONText.decode(text) }
    }
  }
}
