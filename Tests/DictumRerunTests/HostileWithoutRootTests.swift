import Foundation
import Testing

/// The hostile models again, run by a Dictum that is not root: this test's own executable, started
/// as the user that has no rights.
@Suite struct HostileWithoutRootTests {
  private static let nobody = "65534"

  @Test func hostileModelsAreContainedWithoutRootToo() throws {
    guard geteuid() == 0 else {
      print("skipped: the hostile models have already run without root")
      return
    }
    let executable = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    func asNobody(_ command: [String], into file: FileHandle) throws -> Process {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/setpriv")
      process.arguments =
        ["--reuid", Self.nobody, "--regid", Self.nobody, "--clear-groups", "--"] + command
      process.currentDirectoryURL = URL(filePath: "/")
      process.standardOutput = file
      process.standardError = file
      try process.run()
      process.waitUntilExit()
      return process
    }
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv"),
      try asNobody(["/usr/bin/test", "-x", executable], into: .nullDevice).terminationStatus == 0
    else {
      print("skipped: a user without rights cannot start \(executable)")
      return
    }
    let log = FileManager.default.temporaryDirectory.appending(path: "dictum-\(UUID().uuidString)")
    try Data().write(to: log)
    defer { try? FileManager.default.removeItem(at: log) }
    let file = try FileHandle(forWritingTo: log)
    // The limit of processes counts all of a user's, and one model here tries to use them up.
    let process = try asNobody(
      [
        executable, "--testing-library", "swift-testing", "--no-parallel", "--filter",
        "Hostile(Reach|Limit)Tests",
      ], into: file)
    let said = try String(contentsOf: log, encoding: .utf8)
    let issues = said.split(separator: "\n").filter { $0.contains("recorded an issue") }
    #expect(process.terminationStatus == 0, "\(issues.joined(separator: "\n"))")
    #expect(said.contains("in 2 suites passed"), "\(said.suffix(2000))")
  }
}
