import Foundation

/// What runs on this machine.
enum Processes {
  /// Whether a process has these first two words in its command line.
  static func isRunning(_ program: String, _ word: String) throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: "/proc")
      .filter { $0.allSatisfy(\.isNumber) }
      .contains { number in
        guard let line = FileManager.default.contents(atPath: "/proc/\(number)/cmdline") else {
          return false
        }
        return String(decoding: line, as: UTF8.self).hasPrefix(program + "\0" + word)
      }
  }
}
