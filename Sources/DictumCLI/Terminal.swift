import DictumReport
import Glibc

/// The process's streams: data on standard output, talk on standard error.
enum Terminal {
  /// Writes lines to standard output, all in one go.
  ///
  /// A reader that has gone (`dictum … | head`) ends the process by SIGPIPE, as it does for every
  /// Unix tool.
  static func print(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    write(lines.joined(separator: "\n") + "\n", to: STDOUT_FILENO)
  }

  /// Writes plain text to standard error, safe for a terminal, whatever a note says in it.
  static func talk(_ text: String) {
    talk(styled: Style(isTerminal: isTerminal(STDERR_FILENO)).safe(text))
  }

  /// Writes text to standard error that a `Style` has made, colours and all.
  static func talk(styled text: String) { write(text + "\n", to: STDERR_FILENO) }

  /// Writes an error message to standard error.
  static func error(_ message: String) { talk("dictum: \(message)") }

  /// Shows `text` in place of the progress shown before; nothing unless standard error is a terminal.
  static func progress(_ text: String) {
    guard isTerminal(STDERR_FILENO) else { return }
    write("\r\u{1B}[K" + text, to: STDERR_FILENO)
  }

  /// Fills standard streams that are closed.
  ///
  /// The next file opened would take the number, and what is printed be written into the index. To read
  /// from such a stream or to print data there fails; talk that nobody wants to hear goes nowhere.
  static func fillStreams() {
    let streams = [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY)]
    for (descriptor, mode) in streams where fcntl(descriptor, F_GETFD) < 0 {
      // It becomes the lowest free descriptor, which is this one.
      _ = open("/dev/null", mode)
    }
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The value of an environment variable that is set and not empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// The columns of the terminal, or 100 for a pipe.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return min(Int(size.ws_col), 120)
  }

  /// Reads a line from standard input; `nil` at its end.
  static func ask(_ question: String) -> String? {
    write(question, to: STDERR_FILENO)
    return readLine()
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        exit(ExitStatus.failed.rawValue)
      }
      bytes = bytes.dropFirst(count)
    }
  }
}
