/// The user's word that one exact state of a model may be run.
package struct Approval: Hashable, Sendable, Codable {
  /// The SHA-256 of what was approved, 64 lowercase hexadecimal digits.
  package var fingerprint: String

  /// The model's id when it was approved.
  package var model: String

  /// The card's path when it was approved; for the user to read, never looked at.
  package var path: String

  /// When it was approved, ISO 8601 in UTC.
  package var date: String

  /// An approval of the parts named.
  package init(fingerprint: String, model: String, path: String, date: String) {
    self.fingerprint = fingerprint
    self.model = model
    self.path = path
    self.date = date
  }
}
