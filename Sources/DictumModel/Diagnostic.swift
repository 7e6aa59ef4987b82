/// Something a user should know about one place of one file: what, where, and what to do.
package struct Diagnostic: Hashable, Sendable, Codable {
  /// How much it matters.
  package enum Severity: String, Sendable, Codable, CaseIterable {
    /// The file, or the thing named, could not be used.
    case error
    /// It was used, but something in it is probably not as meant.
    case warning
  }

  /// What it is about.
  package enum Topic: String, Sendable, Codable, CaseIterable {
    /// The form of the file: how it is written.
    case form
    /// Something that an export probably lost: a formula, a fraction, a bullet.
    case damage
  }

  /// How much it matters.
  package var severity: Severity

  /// What it is about.
  package var topic: Topic = .form

  /// The place, if it has one in a file.
  package var place: Place

  /// What is wrong, one sentence that names the thing, without a full stop.
  package var message: String

  /// What the user can do about it, if that does not follow from the message.
  package var remedy: String?

  /// A diagnostic of the parts named.
  package init(
    _ severity: Severity, _ topic: Topic = .form, at place: Place, _ message: String,
    remedy: String? = nil
  ) {
    self.severity = severity
    self.topic = topic
    self.place = place
    self.message = message
    self.remedy = remedy
  }
}

extension Diagnostic {
  /// What a document says of a diagnostic; a finding says by its kind what it is about.
  private enum CodingKeys: CodingKey { case severity, place, message, remedy }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line:column: error: message (remedy)`, the form compilers use.
  package var description: String {
    "\(place): \(severity.rawValue): \(message)" + (remedy.map { " (\($0))" } ?? "")
  }
}
