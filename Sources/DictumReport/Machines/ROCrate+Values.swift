import DictumModel
import Foundation

extension ROCrate {
  /// What the run was given, beside files.
  var parameters: [ParamValue] {
    let subject = report.record.subject
    var values = subject.params.sorted { $0.key < $1.key }.map { name, value in
      Self.value("param", name, value)
    }
    values += subject.sweep.map { Self.value("sweep", $0.param, .list($0.values)) }
    if !subject.seeds.isEmpty {
      // As text: a seed may be larger than the integers JSON readers keep.
      values.append(
        Self.value("seeds", "", .string(subject.seeds.map(String.init).joined(separator: ", "))))
    }
    return values
  }

  /// What the run was judged by: each estimate, with its verdict in words.
  var results: [ParamValue] {
    report.record.verdicts.map { judgement in
      let estimate: ParamValue =
        judgement.estimate.map { $0.isFinite ? .double($0) : .string("\($0)") } ?? .string("none")
      return Self.value(
        "result", judgement.expectation, estimate,
        words: "\(RunWords.verdict(judgement.verdict)): \(judgement.bound.metric), "
          + "expected \(judgement.bound.requirement)")
    }
  }

  /// What the machine was.
  var environment: [ParamValue] {
    report.record.subject.environment.sorted { $0.key < $1.key }.map { name, value in
      Self.value("environment", name, .string(value))
    }
  }

  /// Who ran it, if that is known.
  var people: [ParamValue] {
    guard let agent, !agent.isEmpty else { return [] }
    guard let open = agent.lastIndex(of: "<"), agent.hasSuffix(">") else {
      return [Self.entity("#agent", ["Person"], ["name": .string(agent)])]
    }
    let address = String(agent[agent.index(after: open)...].dropLast())
    let name = String(agent[..<open].reversed().drop { $0 == " " }.reversed())
    return [Self.entity(address, ["Person"], ["name": .string(name.isEmpty ? address : name)])]
  }

  var licenses: [ParamValue] {
    license.map { [Self.entity($0, ["CreativeWork"], ["name": .string($0)])] } ?? []
  }

  private static func value(
    _ kind: String, _ name: String, _ value: ParamValue, words: String? = nil
  ) -> ParamValue {
    var properties: [String: ParamValue] = ["name": .string(name.isEmpty ? kind : name)]
    // JSON-LD has no null and takes a list in a list apart, so both are written as their JSON.
    switch value {
    case .bool, .int, .double, .string: properties["value"] = value
    case .null, .list, .map: properties["value"] = .string(json(value))
    }
    properties["description"] = words.map(ParamValue.string)
    return entity(id(kind, name), ["PropertyValue"], properties)
  }

  private static func json(_ value: ParamValue) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "\(value)"
  }

  static func entity(
    _ id: String, _ types: [String], _ properties: [String: ParamValue]
  ) -> ParamValue {
    var entity = properties
    entity["@id"] = .string(id)
    entity["@type"] = types.count == 1 ? .string(types[0]) : .list(types.map(ParamValue.string))
    return .map(entity)
  }

  static func reference(_ id: String) -> ParamValue { .map(["@id": .string(id)]) }

  /// References to several things; one alone is no list, as RO-Crate 1.1 recommends.
  static func references(_ ids: [String]) -> ParamValue {
    ids.count == 1 ? reference(ids[0]) : .list(ids.map(reference))
  }

  /// The id of an entity.
  static func name(_ entity: ParamValue) -> String? {
    if case .map(let properties) = entity, case .string(let id) = properties["@id"] { return id }
    return nil
  }

  /// The id of a file: its path as a relative reference (RFC 3986).
  static func id(_ path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).map { encoded(String($0)) }
      .joined(separator: "/")
  }

  /// The id of a thing that is no file.
  static func id(_ kind: String, _ name: String) -> String {
    name.isEmpty ? "#\(kind)" : "#\(kind)-\(encoded(name))"
  }

  /// Percent-encoded but for the unreserved characters of RFC 3986.
  static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        String(UnicodeScalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }

  /// The media type of a file by the ending of its name; bytes where nothing is known of it.
  static func mediaType(_ name: String) -> String {
    switch name.split(separator: ".").last?.lowercased() {
    case "csv": "text/csv"
    case "ipynb": "application/x-ipynb+json"
    case "json": "application/json"
    case "md": "text/markdown"
    case "py": "text/x-python"
    case "toml": "application/toml"
    case "yaml", "yml": "application/yaml"
    case "awk", "c", "cfg", "h", "jl", "r", "sh", "swift", "tsv", "txt": "text/plain"
    default: "application/octet-stream"
    }
  }

  /// A time some seconds later, to the second, with the zone written as a difference, which the
  /// profile's validator wants; `nil` when the text is no time.
  static func time(_ text: String, plus seconds: Double) -> String? {
    guard seconds.isFinite, abs(seconds) < 1e10,
      let start = try? Date(text, strategy: .iso8601)
    else { return nil }
    let zulu = (start + seconds.rounded(.up)).formatted(.iso8601)
    return zulu.hasSuffix("Z") ? zulu.dropLast() + "+00:00" : zulu
  }
}
