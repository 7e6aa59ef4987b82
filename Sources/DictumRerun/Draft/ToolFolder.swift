import Glibc

/// Where a program lies that the sandbox does not show by itself.
package enum ToolFolder {
  /// The folder to name in `sandbox.read` so that a run finds the program: the one whose `bin` has it,
  /// the first in `path`, as PATH lists them.
  ///
  /// `nil` where the system has the program, nobody has it, or showing the folder would show a home.
  package static func folder(of program: String, path: String, home: String?) -> String? {
    guard !program.contains("/"), systemProgram(program) == nil else { return nil }
    for folder in path.split(separator: ":") where folder.hasPrefix("/") {
      guard access(folder + "/" + program, X_OK) == 0 else { continue }
      let above = folder.hasSuffix("/bin") ? String(folder.dropLast(4)) : String(folder)
      let isHome = home.map { ($0 + "/").hasPrefix(above + "/") } ?? false
      return above.isEmpty || isHome || above.hasSuffix("/.local") ? nil : above
    }
    return nil
  }
}
