import Foundation

/// The files beside a script that it, or a file it names, names.
///
/// A name in a text proves nothing, but a file too many in a card harms less than one too few.
package struct ScriptInputs {
  /// The folder of the script.
  let folder: String

  /// Files below a folder beyond which nobody meant it as a model's.
  private static let mostFiles = 2000
  /// The largest file that is read for names.
  private static let largest = 1 << 20

  /// The inputs of the scripts in a folder.
  package init(folder: String) {
    self.folder = folder
  }

  /// The script and what it names, relative to the folder, the script first.
  package func inputs(of script: String) -> [String] {
    let candidates = files()
    var found = [script]
    var next = 0
    while next < found.count {
      let text = readRegularFile(folder + "/" + found[next], limit: Self.largest) ?? []
      next += 1
      let words = String(decoding: text, as: UTF8.self)
      for file in candidates where !found.contains(file) {
        if words.contains(file) || Self.imports(words, file) { found.append(file) }
      }
    }
    return [script] + found.dropFirst().sorted()
  }

  /// Whether a text imports a module of Python that lies in a file beside it.
  private static func imports(_ text: String, _ file: String) -> Bool {
    guard file.hasSuffix(".py"), !file.contains("/") else { return false }
    let module = file.dropLast(3)
    return text.split(whereSeparator: \.isNewline).contains { line in
      let words = line.split { $0 == " " || $0 == "\t" || $0 == "," || $0 == "." }
      return (words.first == "import" || words.first == "from")
        && words.dropFirst().contains(module)
    }
  }

  /// The files below the folder, notes and hidden ones apart.
  private func files() -> [String] {
    guard
      let walk = FileManager.default.enumerator(
        at: URL(filePath: folder), includingPropertiesForKeys: [.isRegularFileKey],
        options: [.skipsHiddenFiles])
    else { return [] }
    let base = (realPath(folder) ?? folder) + "/"
    var found: [String] = []
    while let url = walk.nextObject() as? URL, found.count < Self.mostFiles {
      if walk.level > 3 { walk.skipDescendants() }
      let isFile = try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile
      guard isFile == true, let path = realPath(url.path(percentEncoded: false)),
        path.hasPrefix(base),
        !path.hasSuffix(".md")
      else { continue }
      found.append(String(path.dropFirst(base.count)))
    }
    return found.sorted()
  }
}
