import DictumModel
import Foundation
import Testing

@testable import DictumRerun

@Suite(.serialized) struct SandboxTests {
  @Test func showsDeclaredInputsAndNothingElse() async throws {
    guard let sandbox = await Sandboxes.bubblewrap() else { return }
    let model = try TestModel()
    try model.write("secret", to: "undeclared.txt")
    try model.write("fine", to: "data/declared.txt")
    let record = try await model.run(
      """
      import os, socket
      def refused(action):
          try: action()
          except OSError: return 1
          return 0
      def connect():
          s = socket.socket(); s.settimeout(2); s.connect(("1.1.1.1", 53))
      print("passwd =", int(os.path.exists("/etc/passwd")))
      print("home =", int(os.path.exists("/root") or os.path.exists("/home")))
      print("undeclared =", int(os.path.exists("undeclared.txt")))
      print("declared =", int(open("data/declared.txt").read() == "fine"))
      print("files =", len(os.listdir(".")))
      print("model =", refused(lambda: open("/model/x", "w")))
      print("input =", refused(lambda: open("data/declared.txt", "w")))
      print("usr =", refused(lambda: open("/usr/x", "w")))
      print("root =", refused(lambda: open("/x", "w")))
      print("dev =", refused(lambda: open("/dev/x", "w")))
      print("params =", refused(lambda: open("/params.json", "w")))
      open("/tmp/x", "w").close(); open("/out/x", "w").close(); open("/dev/shm/x", "w").close()
      open("/dev/null", "w").close()
      print("network =", refused(connect))
      print("environment =", len([k for k in os.environ if "DICTUM" not in k]))
      """, in: sandbox
    ) {
      $0.inputs.append("data/declared.txt")
    }
    #expect(record.outcome == .ok, "\(record.message)")
    let flags = record.metrics().mapValues { $0.first ?? -1 }
    #expect(flags["passwd"] == 0)
    #expect(flags["home"] == 0)
    #expect(flags["undeclared"] == 0)
    #expect(flags["declared"] == 1)
    #expect(flags["files"] == 2)
    for name in ["model", "input", "usr", "root", "dev", "params", "network"] {
      #expect(flags[name] == 1, "\(name)")
    }
  }

  @Test func withoutASandboxTheInputsAreCopiesToo() async throws {
    let model = try TestModel()
    try model.write("secret", to: "undeclared.txt")
    setenv("DICTUM_TEST_SECRET", "1", 1)
    let record = try await model.run(
      """
      import os
      print("undeclared =", int(os.path.exists("undeclared.txt")))
      print("secret =", int("DICTUM_TEST_SECRET" in os.environ))
      os.chmod("model.py", 0o600); open("model.py", "a").write("#")
      """, in: Sandboxes.none
    ) { $0.seeds = .init(base: 0, replicates: 2) }
    #expect(record.outcome == .ok, "\(record.message)")
    #expect(record.metrics() == ["undeclared": [0, 0], "secret": [0, 0]])
  }

  @Test func aBrokenSetUpIsNotTheModelsFault() async throws {
    guard let sandbox = await Sandboxes.bubblewrap() else { return }
    let model = try TestModel()
    // The folders to bind do not exist.
    let ending = await Launcher(sandbox: sandbox).launch(
      .init(
        command: ["true"], environment: [:], cell: RunLayout.Cell(root: model.root + "/none"),
        limits: .init()))
    let finding = RunFinding(ending, limits: .init())
    #expect(finding.outcome == .sandboxError)
    #expect(finding.message.hasPrefix("the sandbox could not be set up: bwrap: Can't find source"))
  }

  @Test func whereNothingShutsAModelInNothingRuns() async throws {
    let model = try TestModel()
    let record = try await model.run(
      "open(__import__('os').environ['DICTUM_OUT'] + '/x')",
      in: Sandbox(mechanism: .refused, reason: "no Landlock"))
    #expect(record.outcome == .refused)
    #expect(record.message == "not run without a sandbox: no Landlock")
    #expect(record.sandbox == .none)
  }

  @Test func aRecordSaysWhatTheSandboxCameTo() async throws {
    for kind in Sandboxes.allCases {
      guard let sandbox = await kind.find() else { continue }
      let record = try await TestModel().run("print('q = 1')", in: sandbox)
      #expect(record.outcome == .ok, "\(record.message)")
      #expect(record.sandboxLevel == sandbox.level)
      #expect(record.sandboxLevel?.contains("seccomp") == true)
      #expect(record.tasks.allSatisfy { $0.cpuSeconds > 0 && $0.peakBytes > 1 << 20 })
    }
    #expect(Sandboxes.none.level == nil)
  }

  /// A program that is not the system's is shown with what lies beside it, unless that is somebody's.
  @Test func toolchains() {
    #expect(Toolchain.folder(of: "sh") == nil)
    #expect(Toolchain.folder(of: "/usr/bin/env") == nil)
    #expect(Toolchain.folder(of: "no-such-program") == nil)
    #expect(Toolchain.folder(of: "./model") == nil)
    for place in ["/proc/self/exe/..", "/dev/null", "/etc/passwd"] {
      #expect(Toolchain.folder(of: place) == nil)
    }
  }

  @Test func sizesOfWhatARunLeaves() throws {
    let run = try HostileRun()
    let out = run.cell.out
    #expect(FolderSize(of: out) == FolderSize(of: out + "/none"))
    try Data(count: 5).write(to: URL(filePath: out + "/a"))
    try FileManager.default.createDirectory(
      atPath: out + "/b/c", withIntermediateDirectories: true)
    try Data(count: 7).write(to: URL(filePath: out + "/b/c/d"))
    try FileManager.default.createSymbolicLink(
      atPath: out + "/link", withDestinationPath: run.root)
    #expect(FolderSize(of: out).bytes == 12)
    #expect(FolderSize(of: out).files == 5)
    chmod(out + "/b/c", 0)
    RunFolder.remove(out)
    #expect(!FileManager.default.fileExists(atPath: out))
    #expect(run.isUntouched)
  }

  /// Root's runs are another user, who must get to the run's folder.
  @Test func aClosedTemporaryFolderIsSaid() async throws {
    guard geteuid() == 0, let sandbox = await Sandboxes.withoutNamespaces.find() else { return }
    let model = try TestModel()
    chmod(model.root, 0o700)
    let record = try await model.run("print('q = 1')", in: sandbox)
    #expect(record.outcome == .sandboxError)
    #expect(record.message.contains("is closed to it: set TMPDIR to a folder"))
  }

  @Test(arguments: Sandboxes.allCases)
  func whatRootsRunsCannotReadIsSaid(_ kind: Sandboxes) async throws {
    guard geteuid() == 0, let sandbox = await kind.find() else { return }
    let model = try TestModel()
    try model.write("x", to: "mine/deep/file")
    chmod(model.folder + "/mine", 0o700)
    let record = try await model.run("print('q = 1')", in: sandbox) {
      $0.policy.read = [model.folder + "/mine/deep"]
    }
    #expect(record.outcome == .sandboxError)
    #expect(
      record.message.contains("/mine, which sandbox.read needs, is closed to it: put"),
      "\(record.message)")
  }
}
