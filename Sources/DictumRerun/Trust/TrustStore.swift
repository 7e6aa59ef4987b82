import Crypto
package import DictumModel
import Foundation
import Glibc

/// Which models the user allows to run: one small file for each approval, named by its content.
///
/// It lies in the user's state folder, never in a library, or a cloned library would bring its own.
package struct TrustStore: Sendable {
  private let directory: String
  private let accepted: Set<String>

  /// The store in a directory, which the first approval creates; the fingerprints `accepted` count as
  /// approved and are not kept.
  package init(directory: String, accepting accepted: Set<String> = []) {
    self.directory = directory
    self.accepted = accepted
  }

  /// SHA-256 of what an approval is of; 64 lowercase hexadecimal digits.
  package func fingerprint(of card: ModelCard, inputs: [String: String]) -> String {
    hexadecimal(SHA256.hash(data: Approvable(card, inputs: inputs).json))
  }

  /// Whether this very fingerprint was approved by this user; a damaged file approves nothing.
  package func isApproved(_ fingerprint: String) -> Bool {
    guard Self.isFingerprint(fingerprint) else { return false }
    if accepted.contains(fingerprint) { return true }
    return (try? approval(in: fingerprint + ".json")) != nil
  }

  /// Remembers an approval; the file appears whole or not at all.
  package func approve(_ approval: Approval) throws(TrustError) {
    try approve(approval, of: nil)
  }

  /// Remembers an approval and what it is of.
  func approve(_ approval: Approval, of state: ApprovedState?) throws(TrustError) {
    guard Self.isFingerprint(approval.fingerprint) else {
      throw TrustError("`\(shown(approval.fingerprint))` is not a fingerprint")
    }
    try createDirectory()
    if let state { try write(state, to: approval.fingerprint + ".state") }
    try write(approval, to: approval.fingerprint + ".json")
  }

  /// What was approved; `nil` when that is not known, or not what the fingerprint says.
  func state(of fingerprint: String) -> ApprovedState? {
    guard Self.isFingerprint(fingerprint),
      let bytes = readRegularFile(directory + "/" + fingerprint + ".state", limit: 16 << 20),
      let state = try? JSONDecoder().decode(ApprovedState.self, from: Data(bytes)),
      state.fingerprint == fingerprint
    else { return nil }
    return state
  }

  /// What the newest approval of a model was of; of several models of one id, that of the same path.
  func newestState(of model: String, path: String) -> (approval: Approval, state: ApprovedState)? {
    let approvals = list().approvals.filter { $0.model == model }.reversed()
    for approval in approvals.filter({ $0.path == path }) + approvals.filter({ $0.path != path }) {
      if let state = state(of: approval.fingerprint) { return (approval, state) }
    }
    return nil
  }

  private func write(_ value: some Encodable, to name: String) throws(TrustError) {
    guard let json = try? canonicalEncoder().encode(value) else {
      throw TrustError("the approval \(name) cannot be written as JSON")
    }
    let path = directory + "/" + name
    let temporary = directory + "/.new-" + String(UInt64.random(in: 0...UInt64.max), radix: 16)
    if let reason = writeNewFile([UInt8](json), to: temporary) {
      throw TrustError("cannot write the approval \(shown(temporary)): \(reason)")
    }
    guard rename(temporary, path) == 0 else {
      let reason = lastSystemError()
      unlink(temporary)
      throw TrustError("cannot write the approval \(shown(path)): \(reason)")
    }
  }

  /// Forgets an approval; one that is not there is no error.
  package func revoke(_ fingerprint: String) throws(TrustError) {
    guard Self.isFingerprint(fingerprint) else {
      throw TrustError("`\(shown(fingerprint))` is not a fingerprint")
    }
    let path = directory + "/" + fingerprint + ".json"
    guard unlink(path) == 0 || errno == ENOENT else {
      throw TrustError("cannot remove the approval \(shown(path)): \(lastSystemError())")
    }
    unlink(directory + "/" + fingerprint + ".state")
  }

  /// Every approval, by date, and a diagnostic for each file that cannot be trusted.
  package func list() -> (approvals: [Approval], diagnostics: [Diagnostic]) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    var approvals: [Approval] = []
    var diagnostics: [Diagnostic] = []
    for name in names.sorted() where name.hasSuffix(".json") {
      do {
        approvals.append(try approval(in: name))
      } catch {
        diagnostics.append(
          Diagnostic(
            .warning, at: Place(directory + "/" + name), "approval ignored: \(error)",
            remedy: "remove the file and approve the model again"))
      }
    }
    return (approvals.sorted { ($0.date, $0.model) < ($1.date, $1.model) }, diagnostics)
  }

  private func approval(in name: String) throws(TrustError) -> Approval {
    let path = directory + "/" + name
    var status = stat()
    guard lstat(path, &status) == 0 else { throw TrustError(lastSystemError()) }
    guard status.st_uid == geteuid(), status.st_mode & 0o022 == 0 else {
      throw TrustError("the file belongs to, or can be written by, someone else")
    }
    guard let bytes = readRegularFile(path, limit: 65_536),
      let approval = try? JSONDecoder().decode(Approval.self, from: Data(bytes))
    else { throw TrustError("the file is damaged") }
    guard Self.isFingerprint(approval.fingerprint), name == approval.fingerprint + ".json" else {
      throw TrustError("the file's name is not the fingerprint in it")
    }
    return approval
  }

  private func createDirectory() throws(TrustError) {
    do {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw TrustError("cannot create the folder of approvals \(shown(directory))")
    }
    guard chmod(directory, 0o700) == 0 else {
      throw TrustError("cannot make \(shown(directory)) private: \(lastSystemError())")
    }
  }

  /// Whether a text is 64 lowercase hexadecimal digits.
  package static func isFingerprint(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}

/// Why an approval could not be kept or is not trusted.
package struct TrustError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One sentence, without a full stop.
  package let description: String

  init(_ description: String) {
    self.description = description
  }
}
