import ArgumentParser
import DictumModel
import DictumStore
import Glibc

/// Which library a command works on.
struct LibraryOptions: ParsableArguments {
  @Option(
    name: [.customShort("L"), .long],
    help: ArgumentHelp(
      "The library's folder; by default the nearest folder above with a .dictum in it.",
      valueName: "dir"), completion: .directory)
  var library: String?

  /// The library; throws when there is none.
  func find() throws -> Library {
    if let library {
      guard let path = LibraryOptions.resolved(library) else {
        throw Failure("\(library): there is no such folder")
      }
      guard LibraryOptions.isLibrary(path) else {
        throw Failure("\(library): not a library: make it one with `dictum init \(library)`")
      }
      return try LibraryOptions.checked(Library(root: path))
    }
    guard var folder = LibraryOptions.resolved(".") else {
      throw Failure("the current folder is gone")
    }
    while true {
      if LibraryOptions.isLibrary(folder) {
        return try LibraryOptions.checked(Library(root: folder))
      }
      guard let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else { break }
      folder = String(folder[..<slash])
    }
    throw Failure(
      "no library here or above: make this folder one with `dictum init`, or name one with --library"
    )
  }

  /// The library's index; throws when nothing was ingested yet, at least not into this schema.
  func openStore() throws -> (Library, Store) {
    let library = try find()
    guard access(library.index, F_OK) == 0, case let store = try Store(path: library.index),
      try !store.isEmpty()
    else { throw Failure("\(library.root): nothing is ingested yet: run `dictum ingest`") }
    return (library, store)
  }

  /// The absolute path of a folder, symbolic links resolved; `nil` when there is none.
  static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The library, if all that Dictum writes lies in it.
  ///
  /// A library may be another's: a link in it would have Dictum write into the user's own files.
  private static func checked(_ library: Library) throws -> Library {
    for path in library.written {
      var info = stat()
      guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFLNK else { continue }
      throw Failure(
        "\(path) is a symbolic link, and Dictum writes there: put what it leads to in its place")
    }
    return library
  }

  static func isLibrary(_ folder: String) -> Bool {
    var info = stat()
    return stat("\(folder)/\(Library.folderName)", &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }
}
