package import DictumModel
import Foundation

/// The metadata of a Process Run Crate (profile 0.5, on RO-Crate 1.1): a run as research software
/// reads it, with the files that were run beside it.
///
/// There is one `CreateAction`, the run. Its tasks, of which there may be thousands, are in the record
/// that is its result.
package struct ROCrate {
  /// A file of the crate.
  package struct File: Hashable, Sendable {
    /// What it is to the run.
    package enum Role: Hashable, Sendable {
      case card, input, record, page
    }

    /// Its path in the crate, with `/`.
    package var path: String

    /// What it is to the run.
    package var role: Role

    /// Its SHA-256, hexadecimal.
    package var sha256: String

    /// Its size, bytes.
    package var bytes: Int

    /// A file of the parts named.
    package init(path: String, role: Role, sha256: String, bytes: Int) {
      self.path = path
      self.role = role
      self.sha256 = sha256
      self.bytes = bytes
    }
  }

  private static let profile = "https://w3id.org/ro/wfrun/process/0.5"

  let report: RunReport
  private let files: [File]
  private let publishedAt: String
  let agent: String?
  let license: String?

  /// A crate of a run.
  ///
  /// `files` are those that lie in it; an input of the run that is not among them is named with its
  /// hash. `publishedAt` is the crate's date, ISO 8601. `agent` is who ran it: a name, or a name with
  /// an address in angle brackets, `Ada Okafor <https://orcid.org/0000-0002-1825-0097>`; `license` is the
  /// address of the licence of what lies in the crate. Neither is guessed.
  package init(
    _ report: RunReport, files: [File], publishedAt: String, agent: String?, license: String?
  ) {
    self.report = report
    self.files = files
    self.publishedAt = publishedAt
    self.agent = agent
    self.license = license
  }

  /// The text of `ro-crate-metadata.json`.
  package func metadata() throws -> String {
    let entities =
      [descriptor, root, profileEntity] + files.map(entity) + missing + [application, action]
      + parameters + results + environment + people + licenses
    // A damaged ledger may name a thing twice; a graph must not.
    var known: Set<String> = []
    let graph = entities.filter { known.insert(Self.name($0) ?? "").inserted }
    let document = ParamValue.map([
      "@context": .list(
        [
          "https://w3id.org/ro/crate/1.1/context",
          "https://w3id.org/ro/terms/workflow-run/context",
        ].map(ParamValue.string)), "@graph": .list(graph),
    ])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
  }

  private var record: RunRecord { report.record }

  private var descriptor: ParamValue {
    Self.entity(
      "ro-crate-metadata.json", ["CreativeWork"],
      [
        "conformsTo": Self.reference("https://w3id.org/ro/crate/1.1"),
        "about": Self.reference("./"),
      ])
  }

  private var root: ParamValue {
    var properties: [String: ParamValue] = [
      "name": .string("\(report.title): run of \(record.startedAt)"),
      "description": .string(
        "One run of the toy model \(record.model) by Dictum: what was run, on what, and what came "
          + "of each expectation."),
      "datePublished": .string(publishedAt),
      "conformsTo": Self.reference(Self.profile),
      "hasPart": Self.references(files.map { Self.id($0.path) }),
      "mentions": Self.reference(record.id),
    ]
    properties["license"] = license.map(Self.reference)
    properties["author"] = people.first.flatMap(Self.name).map(Self.reference)
    return Self.entity("./", ["Dataset"], properties)
  }

  private var profileEntity: ParamValue {
    Self.entity(
      Self.profile, ["CreativeWork"],
      ["name": .string("Process Run Crate"), "version": .string("0.5")])
  }

  private func entity(_ file: File) -> ParamValue {
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    var properties: [String: ParamValue] = [
      "name": .string(name), "contentSize": .string(String(file.bytes)),
      "sha256": .string(file.sha256),
    ]
    switch file.role {
    case .card:
      properties["description"] = .string("the model card")
      properties["encodingFormat"] = .string("text/markdown")
    case .input:
      properties["description"] = .string("an input of the run")
      properties["encodingFormat"] = .string(Self.mediaType(name))
    case .record:
      properties["description"] = .string("the record of the run, dictum/run/1")
      properties["encodingFormat"] = .string("application/json")
    case .page:
      properties["description"] = .string("the run as a page for people")
      properties["encodingFormat"] = .string("text/html")
    }
    return Self.entity(Self.id(file.path), ["File"], properties)
  }

  /// The inputs of the run that are not in the crate, because they have changed since or are gone.
  private var missingInputs: [(name: String, sha256: String)] {
    let held = Set(files.filter { $0.role == .input }.map(\.sha256))
    return record.subject.inputs.sorted { $0.key < $1.key }
      .filter { !held.contains($0.value) }.map { ($0.key, $0.value) }
  }

  private var missing: [ParamValue] {
    missingInputs.map { name, sha256 in
      Self.entity(
        Self.id("input", name), ["CreativeWork"],
        [
          "name": .string(name), "sha256": .string(sha256),
          "description": .string("an input of the run that is no longer as it was then"),
        ])
    }
  }

  private var application: ParamValue {
    let hashes = record.subject.inputs.sorted { $0.key < $1.key }.map { $0.value.prefix(12) }
    var properties: [String: ParamValue] = [
      "name": .string(report.title),
      "description": .string("runs " + record.subject.command.joined(separator: " ")),
      "softwareVersion": .string(hashes.isEmpty ? "none" : hashes.joined(separator: "+")),
    ]
    if let card = files.first(where: { $0.role == .card }) {
      properties["subjectOf"] = Self.reference(Self.id(card.path))
    }
    return Self.entity("model:" + Self.encoded(record.model), ["SoftwareApplication"], properties)
  }

  private var action: ParamValue {
    let inputs = files.filter { $0.role == .input }.map { Self.id($0.path) }
    let objects =
      inputs + missingInputs.map { Self.id("input", $0.name) } + parameters.compactMap(Self.name)
    let outputs =
      files.filter { $0.role == .record || $0.role == .page }.map { Self.id($0.path) }
      + results.compactMap(Self.name)
    let isDone = record.outcome == .ok
    var properties: [String: ParamValue] = [
      "name": .string("Run of \(report.title)"),
      "description": .string(
        "\(RunWords.outcome(record.outcome)) \(RunWords.sandbox(record)); "
          + NumberText.count(record.tasks.count, "task")),
      "startTime": .string(Self.time(record.startedAt, plus: 0) ?? record.startedAt),
      "instrument": Self.reference("model:" + Self.encoded(record.model)),
      "object": Self.references(objects), "result": Self.references(outputs),
      // The profile has these addresses as text.
      "actionStatus": .string(
        "http://schema.org/" + (isDone ? "CompletedActionStatus" : "FailedActionStatus")),
    ]
    if let end = Self.time(record.startedAt, plus: record.seconds) {
      properties["endTime"] = .string(end)
    }
    if !isDone {
      let message = record.message.isEmpty ? "" : ": \(record.message)"
      properties["error"] = .string(RunWords.outcome(record.outcome) + message)
    }
    if let person = people.first.flatMap(Self.name) {
      properties["agent"] = Self.reference(person)
    }
    if !environment.isEmpty {
      properties["environment"] = Self.references(environment.compactMap(Self.name))
    }
    return Self.entity(record.id, ["CreateAction"], properties)
  }
}
