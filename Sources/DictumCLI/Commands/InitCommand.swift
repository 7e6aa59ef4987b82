import ArgumentParser
import DictumModel
import Glibc

/// `dictum init`: makes a folder a library.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a folder a library.",
    discussion: """
      Makes the folder .dictum in it, with a file `ignore` for patterns of files to leave out. No note \
      is touched. The index in it can be deleted at any time; the ledger is worth keeping in git.

      Example:
        dictum init ~/notes
      """)

  @Argument(help: "The folder; made when it is not there.", completion: .directory)
  var folder = "."

  func run() throws {
    try InitCommand.make(folder)
    guard let root = LibraryOptions.resolved(folder) else {
      throw Failure("\(folder): the folder cannot be made: \(InitCommand.reason())")
    }
    let library = Library(root: root)
    let isNew = !LibraryOptions.isLibrary(root)
    try InitCommand.make(library.folder)
    try InitCommand.write(InitCommand.ignore, to: library.ignoreFile)
    try InitCommand.write("index.sqlite*\nruns/\n", to: library.folder + "/.gitignore")
    Terminal.print([isNew ? "made \(root) a library" : "\(root) is a library already"])
    Terminal.talk("next: dictum --help, or `dictum ingest` in that folder")
  }

  private static let ignore = """
    # Files to leave out of the library, in the syntax of gitignore. For example:
    # drafts/
    # *.private.md

    """

  private static func make(_ folder: String) throws {
    var made = ""
    for part in folder.split(separator: "/", omittingEmptySubsequences: false) {
      made += made.isEmpty && !folder.hasPrefix("/") ? String(part) : "/\(part)"
      while made.hasPrefix("//") { made.removeFirst() }
      if made == "/" || part.isEmpty { continue }
      guard mkdir(made, 0o777) == 0 || errno == EEXIST else {
        throw Failure("\(made): the folder cannot be made: \(reason())")
      }
    }
  }

  private static func write(_ text: String, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if descriptor < 0, errno == EEXIST { return }
    guard descriptor >= 0 else { throw Failure("\(path): the file cannot be written: \(reason())") }
    defer { close(descriptor) }
    let bytes = Array(text.utf8)
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
      throw Failure("\(path): the file cannot be written: \(reason())")
    }
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
