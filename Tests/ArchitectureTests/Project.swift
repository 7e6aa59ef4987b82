import DictumTestSupport
import Foundation

/// The project's own files, as text.
enum Project {
  struct File {
    /// Relative to the repository.
    var path: String
    var text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The room it stands in: the folder below `Sources` or `Tests`.
    var target: String { String(path.split(separator: "/").dropFirst().first ?? "") }

    /// The modules that its import lines name.
    var imports: [String] {
      lines.filter { $0.first != " " }.compactMap { line in
        var words = line.split(separator: " ")[...]
        while let first = words.first, first.hasPrefix("@") || first == "package" {
          words.removeFirst()
        }
        return words.first == "import" ? words.last.map(String.init) : nil
      }
    }

    /// The text without the lines that are comments.
    var code: String {
      lines.map { $0.drop { $0 == " " }.hasPrefix("//") ? "" : String($0) }.joined(separator: "\n")
    }
  }

  /// The Swift files below a folder of the repository.
  static func swiftFiles(_ folder: String) throws -> [File] {
    try paths(folder, ending: ".swift").map { File(path: $0, text: try text($0)) }
  }

  /// The paths of the files below a folder of the repository, in order.
  static func paths(_ folder: String, ending: String) throws -> [String] {
    let base = SharedCorpora.repository.appendingPathComponent(folder)
    return try FileManager.default.subpathsOfDirectory(atPath: base.path)
      .filter { $0.hasSuffix(ending) }.sorted().map { "\(folder)/\($0)" }
  }

  /// The text of a file of the repository.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: SharedCorpora.repository.appendingPathComponent(path), encoding: .utf8)
  }
}
