import DictumModel
import Glibc

/// The files of a library, as they are on disk now.
struct LibraryWalk {
  /// A file that may be a source.
  struct File: Sendable {
    var path: String
    var stamp: FileRecord.Stamp
  }

  private let root: String
  private let rules: IgnoreRules

  /// The sources, in the order of their paths.
  private(set) var files: [File] = []

  /// What was passed over, with what it is.
  private(set) var skipped: [SkippedFile] = []

  /// Folders and files that could not be looked at.
  private(set) var diagnostics: [Diagnostic] = []

  /// Walks the library at the absolute path `root`.
  ///
  /// Hidden files and folders are passed over, and so is what `rules` excludes. A symbolic link is
  /// followed to a file inside the library only; a link to a folder never is, because a folder that
  /// is met twice would be read twice.
  init(root: String, rules: IgnoreRules) {
    self.root = root
    self.rules = rules
    var folders = [""]
    while let folder = folders.popLast() { folders += visit(folder) }
    files.sort { $0.path < $1.path }
  }

  /// Visits one folder; returns the folders in it.
  private mutating func visit(_ folder: String) -> [String] {
    let absolute = folder.isEmpty ? root : root + "/" + folder
    guard let stream = opendir(absolute) else {
      diagnostics.append(
        Diagnostic(
          .error, at: Place(folder.isEmpty ? "." : folder),
          "the folder cannot be read: \(LibraryWalk.reason())"))
      return []
    }
    defer { closedir(stream) }
    var folders: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          String(validatingCString: $0)
        }
      }
      guard let name else {
        diagnostics.append(
          Diagnostic(
            .error, at: Place(folder.isEmpty ? "." : folder),
            "a file's name is not UTF-8, so it cannot be read", remedy: "rename it"))
        continue
      }
      if name.hasPrefix(".") { continue }
      let path = folder.isEmpty ? name : folder + "/" + name
      if let inner = look(at: path) { folders.append(inner) }
    }
    return folders
  }

  /// Takes in the file at `path`; returns it when it is a folder to visit.
  private mutating func look(at path: String) -> String? {
    var info = stat()
    guard lstat(root + "/" + path, &info) == 0 else {
      // Gone since the folder was listed.
      if errno == ENOENT { return nil }
      diagnostics.append(
        Diagnostic(.error, at: Place(path), "the file cannot be read: \(LibraryWalk.reason())"))
      return nil
    }
    var kind = info.st_mode & S_IFMT
    if kind == S_IFLNK {
      guard isInside(path), stat(root + "/" + path, &info) == 0, info.st_mode & S_IFMT == S_IFREG
      else {
        skip(path, "links to folders or out of the library")
        return nil
      }
      kind = S_IFREG
    }
    if rules.excludes(path, isFolder: kind == S_IFDIR) { return nil }
    if kind == S_IFDIR {
      guard let tool = foreign(path) else { return path }
      skip(path, tool)
      return nil
    }
    guard kind == S_IFREG else {
      skip(path, "special files")
      return nil
    }
    guard LinkTarget.isSource(path) else {
      skip(path, LibraryWalk.kind(path))
      return nil
    }
    if LinkTarget.isExport(path), info.st_size > LibraryWalk.maximumExportBytes {
      skip(path, "JSON files of more than 64 MB")
      return nil
    }
    files.append(File(path: path, stamp: FileRecord.Stamp(info)))
    return nil
  }

  private mutating func skip(_ path: String, _ kind: String) {
    skipped.append(SkippedFile(path: path, kind: kind))
  }

  /// What a folder is called that a program made and fills with texts of others; `nil` for notes.
  ///
  /// A virtual environment of Python has a `pyvenv.cfg` (PEP 405).
  private func foreign(_ folder: String) -> String? {
    let marks: KeyValuePairs = [
      Library.outputMarker: "folders of reports", "pyvenv.cfg": "Python environments",
    ]
    if let mark = marks.first(where: { access("\(root)/\(folder)/\($0.key)", F_OK) == 0 }) {
      return mark.value
    }
    return folder.split(separator: "/").last == "node_modules" ? "folders of Node.js packages" : nil
  }

  /// Whether a symbolic link leads to something in the library.
  private func isInside(_ path: String) -> Bool {
    guard let resolved = realpath(root + "/" + path, nil) else { return false }
    defer { free(resolved) }
    return String(cString: resolved).hasPrefix(root + "/")
  }

  /// The most bytes of JSON that are read to see whether they hold a conversation; who has more has
  /// a table.
  private static let maximumExportBytes = 64 << 20

  /// What a file that is not read is called in the summary: `.json files`.
  private static func kind(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      return "files without an ending"
    }
    return name[dot...].lowercased() + " files"
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}

extension FileRecord.Stamp {
  /// The stamp in what the file system says.
  init(_ info: stat) {
    self.init(
      size: Int64(info.st_size),
      modified: Int64(info.st_mtim.tv_sec) * 1_000_000_000 + Int64(info.st_mtim.tv_nsec),
      inode: Int64(bitPattern: UInt64(info.st_ino)))
  }
}
