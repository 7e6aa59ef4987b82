/// How a script is run, by its first line or its name's ending.
///
///     #!/usr/bin/env python3    python3 walk.py
///     walk.awk                  awk -f walk.awk
///     walk.c                    cc -O2 -o {build}/walk walk.c -lm, then {build}/walk
package struct ScriptLanguage: Hashable, Sendable {
  /// The argument vector that runs it.
  package let command: [String]

  /// The command that makes the program first; empty for what needs none.
  package let build: [String]

  /// The language of a script of this name in its folder, which begins with these bytes; `nil` when
  /// neither says it.
  package init?(name: String, bytes: [UInt8]) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let ending = parts.count > 1 ? parts.last.map { $0.lowercased() } ?? "" : ""
    let stem = parts.count > 1 ? parts.dropLast().joined(separator: ".") : name
    let program = "{build}/" + stem
    if let interpreter = Self.interpreter(bytes) {
      (command, build) = (interpreter + [name], [])
    } else if let words = Self.interpreters[ending] {
      (command, build) = (words + [name], [])
    } else if let words = Self.compilers[ending] {
      let libraries = ending == "swift" || ending == "rs" ? [] : ["-lm"]
      (command, build) = ([program], words + ["-o", program, name] + libraries)
    } else if ending == "ipynb" {
      command = [
        "papermill", name, "{out}/ran.ipynb", "-f", "{params}", "--no-progress-bar", "-k",
        "python3",
      ]
      build = []
    } else {
      return nil
    }
  }

  /// The endings that are understood, for messages.
  package static var endings: [String] {
    (Array(interpreters.keys) + Array(compilers.keys) + ["ipynb"]).sorted().map { "." + $0 }
  }

  private static let interpreters: [String: [String]] = [
    "py": ["python3"], "sh": ["sh"], "bash": ["bash"], "awk": ["awk", "-f"], "pl": ["perl"],
    "rb": ["ruby"], "r": ["Rscript"], "jl": ["julia"], "js": ["node"], "m": ["octave"],
    "lua": ["lua"],
  ]

  private static let compilers: [String: [String]] = [
    "swift": ["swiftc", "-O"], "c": ["cc", "-O2"], "cc": ["c++", "-O2"], "cpp": ["c++", "-O2"],
    "rs": ["rustc", "-O"], "f90": ["gfortran", "-O2"],
  ]

  /// The words of a first line `#!…`: the program by its name where that is the system's or is found
  /// by `env`.
  private static func interpreter(_ bytes: [UInt8]) -> [String]? {
    guard bytes.starts(with: "#!".utf8) else { return nil }
    let line = bytes.dropFirst(2).prefix(256).prefix { $0 != 0x0A && $0 != 0x0D }
    var words = line.split { $0 == 0x20 || $0 == 0x09 }.map { String(decoding: $0, as: UTF8.self) }
    guard let program = words.first else { return nil }
    let name = program.split(separator: "/").last.map(String.init) ?? program
    if name == "env" {
      words.removeFirst()
      if words.first == "-S" { words.removeFirst() }
      return words.isEmpty ? nil : words
    }
    let isSystems = ["/usr/bin/", "/bin/", "/usr/local/bin/"].contains { program == $0 + name }
    return (isSystems ? [name] : [program]) + words.dropFirst()
  }
}
