import GRDB

@testable import DictumStore

/// How SQLite carries out what the store asks.
struct QueryPlan {
  /// Each SELECT that ran, with the lines of its plan.
  let queries: [(sql: String, steps: [String])]

  /// Runs `body` and explains every SELECT that it runs on the store.
  init(_ store: Store, _ body: () throws -> Void) throws {
    let statements = Statements()
    store.queue.inDatabase { db in
      db.trace(options: .statement) { event in
        if case .statement(let statement) = event { statements.sql.append(statement.expandedSQL) }
      }
    }
    try body()
    store.queue.inDatabase { db in db.trace(options: [], nil) }
    let asked = statements.sql.filter { $0.hasPrefix("SELECT") }
    queries = try store.read { db in
      try asked.map { sql in
        let rows = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)")
        return (sql, rows.map { $0["detail"] as String })
      }
    }
  }

  /// The plan of the first SELECT that holds these words.
  func steps(of words: String) -> [String] { queries.first { $0.sql.contains(words) }?.steps ?? [] }

  /// What ran, in the order in which it ran; written on the database's own queue only.
  private final class Statements {
    var sql: [String] = []
  }
}
