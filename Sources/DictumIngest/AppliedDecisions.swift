import DictumModel
import Foundation

/// What of the user's decisions is in the index, and what could not be applied; the index keeps it
/// between ingests.
struct AppliedDecisions: Codable, Equatable {
  /// For each source read with decisions, which they were.
  var fingerprints: [String: String] = [:]

  /// For each of these sources, what did not fit it.
  var orphans: [String: [Diagnostic]] = [:]

  /// What is wrong with the ledger itself.
  var diagnostics: [Diagnostic] = []

  init() {}

  /// What an earlier ingest wrote down; `nil` for anything else.
  init?(json: String) {
    guard let value = try? JSONDecoder().decode(Self.self, from: Data(json.utf8)) else {
      return nil
    }
    self = value
  }

  /// The same as text, equal for equal values.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
