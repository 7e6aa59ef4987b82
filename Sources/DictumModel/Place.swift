/// Where in a file something is, as an editor counts.
package struct Place: Hashable, Sendable, Codable {
  /// The file's path in the library.
  package var path: String

  /// The line, from 1; `nil` for the file as a whole.
  package var line: Int?

  /// The column in bytes of UTF-8, from 1; `nil` for the line as a whole.
  package var column: Int?

  /// A place of the parts named.
  package init(_ path: String, line: Int? = nil, column: Int? = nil) {
    self.path = path
    self.line = line
    self.column = column
  }
}

extension Place: CustomStringConvertible {
  /// `path`, `path:line` or `path:line:column`.
  package var description: String {
    path + (line.map { ":\($0)" } ?? "") + (column.map { ":\($0)" } ?? "")
  }
}
