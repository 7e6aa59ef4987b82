import Crypto
import DictumModel
import Foundation

/// What an approval was of, kept beside it so that a later change can be shown.
struct ApprovedState: Codable, Hashable, Sendable {
  /// What would run.
  var approvable: Approvable

  /// The inputs that are text and not large, by path.
  var texts: [String: String]

  /// The largest input whose text is kept, bytes; the diff of a larger one says little.
  private static let largestText = 256 << 10
  /// The most that is kept of all, bytes.
  private static let largestSum = 4 << 20

  /// The state of a card and its inputs, whose hashes are known: a text that has another is left out.
  init(_ card: ModelCard, folder: String, inputs: [String: String]) {
    approvable = Approvable(card, inputs: inputs)
    texts = [:]
    var room = Self.largestSum
    for (path, hash) in inputs.sorted(by: { $0.key < $1.key }) {
      guard let target = realPath(folder + "/" + path),
        let bytes = readRegularFile(target, limit: min(Self.largestText, room)),
        !bytes.contains(0), hexadecimal(SHA256.hash(data: bytes)) == hash,
        let text = String(validating: bytes, as: UTF8.self)
      else { continue }
      texts[path] = text
      room -= bytes.count
    }
  }

  /// SHA-256 of what was approved; the approval's own fingerprint, unless the file is forged.
  var fingerprint: String { hexadecimal(SHA256.hash(data: approvable.json)) }

  /// What has changed since, as a unified diff: first the card, then each input; empty for nothing.
  func changes(to now: ApprovedState) -> [String] {
    var lines: [String] = []
    let fields = LineDiff(from: approvable.text, to: now.approvable.text).unified(context: 0)
    if !fields.isEmpty { lines += ["--- approved", "+++ now"] + fields }
    let (then, today) = (approvable.inputs, now.approvable.inputs)
    for path in Set(then.keys).union(today.keys).sorted() where then[path] != today[path] {
      let old = then[path] == nil ? "" : texts[path]
      let new = today[path] == nil ? "" : now.texts[path]
      guard let old, let new else {
        lines.append("\(path) changed; it is no text, or too large to be shown")
        continue
      }
      lines += ["--- approved/\(path)", "+++ now/\(path)"] + LineDiff(from: old, to: new).unified()
    }
    return lines
  }
}

extension Approvable {
  /// The fields, one a line.
  var text: String {
    var lines = ["command: \(Self.quoted(command))"]
    if !build.isEmpty { lines.append("build: \(Self.quoted(build))") }
    lines += environment.map { "environment: \(Self.quoted($0))" }
    lines += inputs.sorted { $0.key < $1.key }.map { "input \($0.key): sha256 \($0.value)" }
    lines += params.sorted { $0.key < $1.key }.map { "param \($0.key): \($0.value)" }
    lines += sweep.map { axis in
      "sweep \(axis.param): \(axis.values.map(\.description).joined(separator: ", "))"
    }
    for (id, params) in controls.sorted(by: { $0.key < $1.key }) {
      lines += params.sorted { $0.key < $1.key }.map { "control \(id), \($0.key): \($0.value)" }
    }
    lines += [
      "limit of wall-clock time: \(limits.wallSeconds) s",
      "limit of processor time: \(limits.cpuSeconds) s",
      "limit of memory: \(limits.memoryMiB) MiB", "limit of output: \(limits.outputMiB) MiB",
      "limit of processes: \(limits.processes)", "network: \(policy.network ? "yes" : "no")",
    ]
    lines += policy.read.map { "may read: \($0)" }
    return lines.map { spelled($0) }.joined(separator: "\n")
  }

  /// An argument vector as JSON, so that no two look alike.
  private static func quoted(_ words: [String]) -> String {
    (try? canonicalEncoder().encode(words)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
