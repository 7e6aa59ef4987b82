import DictumTestSupport
import Foundation

/// A small library under random edits: files come, go, move, change, break and mend.
struct EditScript {
  private let library: TemporaryLibrary
  private var generator: SeededGenerator

  /// The files that are there, and the bytes of those deleted, which may come back.
  private var files: [String: [UInt8]] = [:]
  private var past: [(path: String, bytes: [UInt8])] = []

  /// What was done so far, for the message of a test that fails.
  private(set) var log: [String] = []

  private static let paths = [
    "a.md", "b.md", "posts/a.md", "posts/c.md", "posts/old/d.md", "talk/t.txt", "talk/u.md",
    "talk/v.vtt", "models/toy/model.md", "models/other/model.md", "refs.md", "e.markdown",
  ]

  init(_ library: TemporaryLibrary, seed: UInt64) {
    self.library = library
    generator = SeededGenerator(seed: seed)
  }

  /// Does one edit.
  mutating func step() throws {
    switch Int.random(in: 0..<12, using: &generator) {
    case 0...3: try write(pick(Self.paths), Array(note().utf8))
    case 4: try changeFrontMatter()
    case 5, 6: try move()
    case 7: try remove()
    case 8: try restore()
    case 9: if let path = some() { try write(path, (files[path] ?? []) + [0xFF, 0x0A]) }
    case 10: try input()
    default: if let path = some() { try write(path, (files[path] ?? []) + Array("\nMore.\n".utf8)) }
    }
  }

  private mutating func pick<T>(_ values: [T]) -> T {
    values[Int.random(in: 0..<values.count, using: &generator)]
  }

  private mutating func some() -> String? {
    files.isEmpty ? nil : pick(files.keys.sorted())
  }

  private mutating func write(_ path: String, _ bytes: [UInt8]) throws {
    log.append("write \(path)")
    files[path] = bytes
    try library.write(bytes: bytes, to: path)
  }

  private mutating func changeFrontMatter() throws {
    guard let path = some(), let bytes = files[path],
      let text = String(validating: bytes, as: UTF8.self)
    else { return }
    let title = "T\(Int.random(in: 0..<100, using: &generator))"
    let body = text.hasPrefix("---\n") ? text.components(separatedBy: "\n---\n").last ?? "" : text
    try write(
      path, Array("---\ntitle: \(title)\naliases: [\(pick(["x1", "x2"]))]\n---\n\(body)".utf8))
  }

  private mutating func move() throws {
    let free = Self.paths.filter { files[$0] == nil }
    guard let old = some(), !free.isEmpty else { return }
    let new = pick(free)
    log.append("move \(old) to \(new)")
    try library.rename(old, to: new)
    files[new] = files.removeValue(forKey: old)
  }

  private mutating func remove() throws {
    guard let path = some(), let bytes = files.removeValue(forKey: path) else { return }
    log.append("remove \(path)")
    past.append((path, bytes))
    try library.delete(path)
  }

  private mutating func restore() throws {
    guard !past.isEmpty else { return }
    let old = pick(past)
    try write(old.path, old.bytes)
  }

  /// A file that is no source comes or goes: what a model reads, what a link leads to.
  private mutating func input() throws {
    let path = pick(["models/toy/toy.py", "models/other/toy.py", "picture", "posts/data"])
    if FileManager.default.fileExists(atPath: library.absolute(path)),
      Bool.random(using: &generator)
    {
      log.append("remove \(path)")
      try library.delete(path)
    } else {
      log.append("write \(path)")
      try library.write("\(UInt8.random(in: 0...9, using: &generator))", to: path)
    }
  }

  /// A note of random paragraphs that name the other notes in every way there is.
  private mutating func note() -> String {
    var text = ""
    if Int.random(in: 0..<3, using: &generator) == 0 {
      text += """
        ---
        title: \(pick(["One", "Two words", "a"]))
        id: \(pick(["id1", "id2", "key2020"]))
        authors: [\(pick(["Ada Okafor", "ada okafor", "Bo"]))]
        tags: [\(pick(["t", "u/v"]))]
        aliases: [\(pick(["x1", "x2", "key2020"]))]
        speakers: {A: {name: Ada Okafor, aliases: [Ada]}}
        ---

        """
    } else if Int.random(in: 0..<4, using: &generator) == 0 {
      text += """
        ---
        type: model
        id: \(pick(["toy", "other"]))
        run: {command: [python3, toy.py], inputs: [toy.py]}
        expect:
          - {id: e1, claim: "[[\(pick(["a", "b", "c"]))#^c-one]]", metric: m, op: "<", value: 1}
        ---

        """
    }
    for _ in 0..<Int.random(in: 1..<7, using: &generator) { text += paragraph() + "\n\n" }
    return text
  }

  private mutating func paragraph() -> String {
    let target = pick(["a", "posts/c", "t", "toy", "x1", "x2", "One", "../a", "models/toy", "d.md"])
    let fragment = pick(["", "#^c-one", "#^b-two", "#t2", "#Head", "#e1"])
    switch Int.random(in: 0..<13, using: &generator) {
    case 0: return "# Head"
    case 1: return "See [[\(target)\(fragment)]] and [it](\(target))."
    case 2: return "A claim that stands alone. #claim ^c-one"
    case 3: return "Words with an id. ^b-two"
    case 4:
      return
        "**\(pick(["Ada", "ADA", "Bo", "?", "A"])):** I say it. (asserts:: [[\(target)#^c-one]])"
    case 5: return "> A quotation of [@\(pick(["key2020", "id1", "x2"])), p. 3]."
    case 6:
      return """
        > [!claim] It holds
        > - by:: [[\(pick(["Ada Okafor", "Bo", "bo"]))]]
        > - \(pick(["supports", "opposes", "refines"])):: [[\(target)#^c-one]]
        > - source:: [[\(target)\(fragment)]] "I say it"
        > - model:: [[\(pick(["models/toy", "toy"]))#e1]]

        ^c-one
        """
    case 7: return "[file](picture) and [data](posts/data) and [gone](nowhere)"
    case 8: return "- one `camelCase`\n- two [[\(target)]]\n  - three"
    case 9: return "Same words in every note."
    case 10: return "**\(pick(["Ada", "Bo"])):** Well.\n\n**\(pick(["Ada", "Bo", "Cy"])):** No."
    case 11: return "**Ada:** A.\n\n**bo:** B.\n\n**Ada:** C.\n\n**bo:** D."
    default: return "Text \(Int.random(in: 0..<1000, using: &generator)) about \(target)."
    }
  }
}
