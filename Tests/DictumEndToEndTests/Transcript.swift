import DictumTestSupport

/// A session with the real executable, as a reader of it would see it.
///
///     $ dictum search nothing
///     2| nothing found
///     exit 1
///
/// Standard output is as it is; lines of standard error have `2| ` before them.
struct Transcript {
  private let library: TemporaryLibrary
  private(set) var text = ""

  init(_ library: TemporaryLibrary) { self.library = library }

  /// Runs `dictum` and writes down what came of it; returns the exit status.
  @discardableResult
  mutating func run(_ arguments: String..., folder: String? = nil) async throws -> Int32? {
    try await run(arguments, folder: folder)
  }

  /// The same for a list of arguments.
  mutating func run(_ arguments: [String], folder: String? = nil) async throws -> Int32? {
    let result = try await Executable.run(arguments, in: library, folder: folder)
    let shown = arguments.map { $0.contains { " '\"#*?[$&|;<>()\\".contains($0) } ? "'\($0)'" : $0 }
    text += "$ dictum \(shown.joined(separator: " "))\n"
    text += result.output
    if !result.output.isEmpty, !result.output.hasSuffix("\n") { text += "(no line feed)\n" }
    for line in result.error.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      text += "2| \(line)\n"
    }
    if result.status != 0 { text += "exit \(result.status.map(String.init) ?? "by a signal")\n" }
    text += "\n"
    return result.status
  }

  /// What was written down, without what changes from run to run; compared with a golden file.
  func difference(from golden: Golden) throws -> String? {
    try golden.difference(from: Mask(library).apply(text))
  }
}
