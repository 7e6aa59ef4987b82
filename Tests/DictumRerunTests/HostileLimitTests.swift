import DictumModel
import Foundation
import Glibc
import Testing

@testable import DictumRerun

/// Models that take more than they may, or that will not end: each is stopped, in every sandbox.
///
/// Every script is bounded by itself, should nothing stop it.
@Suite struct HostileLimitTests {
  @Test(arguments: Sandboxes.allCases) func forkBomb(_ kind: Sandboxes) async throws {
    guard let sandbox = await kind.find() else { return }
    let script = """
      import os, time
      for _ in range(150):
          if os.fork() == 0:
              time.sleep(15)
              os._exit(0)
          # Where only the watch counts, it must get to look.
          time.sleep(0.02)
      print("all")
      """
    let run = try HostileRun()
    let (ending, finding) = try await run.run(script, in: sandbox) { $0.processes = 20 }
    #expect(finding.outcome == .processLimit, "\(finding.message)")
    #expect(ending.standardOutput.tail.isEmpty)
  }

  /// What no process maps is no process's memory, and so within no limit.
  @Test(arguments: Sandboxes.allCases) func memoryThatNobodyMaps(_ kind: Sandboxes) async throws {
    guard let sandbox = await kind.find() else { return }
    let script =
      HostileRun.tries + """
        attempt("file", lambda: os.memfd_create("x"))
        attempt("secret", lambda: libc("syscall", 447, 0))
        attempt("segment", lambda: libc("shmget", 0, 1 << 20, 0o1600))
        attempt("queue", lambda: libc("msgget", 0, 0o1600))
        """ + HostileRun.says
    let (ending, finding) = try await HostileRun().run(script, in: sandbox)
    #expect(finding.outcome == .ok, "\(finding.message)")
    #expect(String(decoding: ending.standardOutput.tail, as: UTF8.self) == "got:\n")
  }

  @Test(arguments: Sandboxes.allCases) func memoryHog(_ kind: Sandboxes) async throws {
    guard let sandbox = await kind.find() else { return }
    let run = try HostileRun()
    let one = try await run.run(
      "held = [bytearray(b'x') * (8 << 20) for _ in range(80)]", in: sandbox
    ) { $0.memoryMiB = 128 }
    #expect(one.finding.outcome == .memory, "\(one.finding.message)")
    // What the test process itself held when it started the run counts as the run's peak.
    var own = rusage()
    #expect(getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &own) == 0)
    #expect(one.ending.usage.peakBytes < max(140 << 20, own.ru_maxrss << 10))

    // No child holds more than it may, and they share nothing.
    let many = """
      import os, time
      for _ in range(4):
          if os.fork() == 0:
              held = bytearray(b'x') * (60 << 20)
              time.sleep(10)
              os._exit(0)
      time.sleep(10)
      """
    let together = try await run.run(many, in: sandbox) { $0.memoryMiB = 128 }
    #expect(together.finding.outcome == .memory, "\(together.finding.message)")
    #expect(together.finding.message == "stopped when it held more than 128 MiB of memory")

    let shared = """
      import mmap, time
      held = mmap.mmap(-1, 300 << 20)
      for i in range(0, len(held), 4096): held[i] = 1
      time.sleep(10)
      """
    let mapped = try await run.run(shared, in: sandbox) { $0.memoryMiB = 128 }
    #expect(mapped.finding.outcome == .memory, "\(mapped.finding.message)")
  }

  /// What children share with their parent counts once.
  @Test(arguments: Sandboxes.allCases) func sharedMemoryIsNoHog(_ kind: Sandboxes) async throws {
    guard let sandbox = await kind.find() else { return }
    let script = """
      import os, time
      held = bytearray(b'x') * (60 << 20)
      for _ in range(4):
          if os.fork() == 0:
              time.sleep(0.3)
              os._exit(0)
      for _ in range(4): os.wait()
      """
    let (_, finding) = try await HostileRun().run(script, in: sandbox) { $0.memoryMiB = 160 }
    #expect(finding.outcome == .ok, "\(finding.message)")
  }

  @Test(arguments: Sandboxes.allCases) func endlessOutput(_ kind: Sandboxes) async throws {
    guard let sandbox = await kind.find() else { return }
    let run = try HostileRun()
    let printed = try await run.run("yes | head -c 200000000", language: "sh", in: sandbox)
    #expect(printed.finding.outcome == .outputLimit, "\(printed.finding.message)")

    let file = try await run.run(
      "head -c 50000000 /dev/zero >$DICTUM_OUT/x", language: "sh", in: sandbox)
    #expect(file.finding.outcome == .outputLimit, "\(file.finding.message)")
    #expect(file.ending.usage.writtenBytes <= 8 << 20 + 1)
  }

  /// Their sum is watched while it runs, not only found at the end.
  @Test(arguments: Sandboxes.allCases) func manyFiles(_ kind: Sandboxes) async throws {
    guard let sandbox = await kind.find() else { return }
    let script = """
      import os, time
      for i in range(400):
          open(f"{os.environ['DICTUM_OUT']}/{i}", "wb").write(bytes(SIZE))
          time.sleep(0.001)
      time.sleep(15)
      """
    let large = try await HostileRun().run(
      script.replacing("SIZE", with: "1 << 20"), in: sandbox)
    #expect(large.finding.outcome == .outputLimit, "\(large.finding.message)")
    #expect(large.ending.stop == .written)

    let small = """
      import os
      for i in range(10_500):
          os.close(os.open(f"{os.environ['DICTUM_OUT']}/{i}", os.O_CREAT | os.O_WRONLY))
      """
    let empty = try await HostileRun().run(small, in: sandbox)
    #expect(empty.finding.outcome == .outputLimit, "\(empty.finding.message)")
  }

  /// What it keeps in its temporary folder is bounded too: by the file system, or by the watch.
  @Test(arguments: Sandboxes.allCases) func filledTemporaryFolder(_ kind: Sandboxes) async throws {
    guard let sandbox = await kind.find() else { return }
    let script = """
      import os, time
      for i in range(20):
          open(f"{os.environ['TMPDIR']}/{i}", "wb").write(bytes(6 << 20))
      time.sleep(5)
      print("all")
      """
    let (ending, finding) = try await HostileRun().run(script, in: sandbox)
    #expect([.failed, .outputLimit].contains(finding.outcome), "\(finding.message)")
    #expect(ending.standardOutput.tail.isEmpty)
  }

  @Test(arguments: Sandboxes.allCases) func deepFolders(_ kind: Sandboxes) async throws {
    guard let sandbox = await kind.find() else { return }
    let script = """
      import os, time
      os.chdir(os.environ["DICTUM_OUT"])
      for _ in range(1500):
          os.mkdir("d"); os.chdir("d")
      time.sleep(15)
      """
    let run = try HostileRun()
    let (_, finding) = try await run.run(script, in: sandbox)
    #expect(finding.outcome == .outputLimit, "\(finding.message)")
    RunFolder.remove(run.cell.root)
    #expect(!FileManager.default.fileExists(atPath: run.cell.root))
  }

  @Test(arguments: Sandboxes.allCases) func orphanDaemon(_ kind: Sandboxes) async throws {
    guard let sandbox = await kind.find() else { return }
    let mark = "23.\(UInt32.random(in: 0...UInt32.max))"
    let script = """
      import os, signal, time
      for number in set(range(1, 32)) - {signal.SIGCHLD}:
          try: signal.signal(number, signal.SIG_IGN)
          except OSError: pass
      if os.fork() == 0:
          os.setsid()
          if os.fork() == 0:
              for descriptor in range(3): os.close(descriptor)
              os.execvp("sleep", ["sleep", "\(mark)"])
          os._exit(0)
      os.wait()
      print("q = 1")
      """
    let (ending, finding) = try await HostileRun().run(script, in: sandbox)
    #expect(finding.outcome == .ok, "\(finding.message)")
    #expect(ending.stop == nil)
    // Nothing of it is alive when the launcher returns.
    #expect(try !Processes.isRunning("sleep", mark))
  }

  @Test(arguments: Sandboxes.allCases) func deafSleeper(_ kind: Sandboxes) async throws {
    guard let sandbox = await kind.find() else { return }
    let script = """
      import signal, time
      for number in range(1, 32):
          try: signal.signal(number, signal.SIG_IGN)
          except OSError: pass
      time.sleep(15)
      """
    let (ending, finding) = try await HostileRun().run(script, in: sandbox) { $0.wallSeconds = 0.5 }
    #expect(finding.outcome == .timeout)
    #expect(finding.message == "stopped after 0.5 s of wall-clock time")
    #expect(ending.stop == .timeout)
  }

  /// No process of it uses more than a second, but all together do.
  @Test(arguments: Sandboxes.allCases) func processorHog(_ kind: Sandboxes) async throws {
    guard let sandbox = await kind.find() else { return }
    let script = """
      import os, signal, time
      signal.signal(signal.SIGXCPU, signal.SIG_IGN)
      for _ in range(40):
          if os.fork() == 0:
              while time.process_time() < 0.4: pass
              os._exit(0)
          os.wait()
      """
    let (_, finding) = try await HostileRun().run(script, in: sandbox) { $0.cpuSeconds = 1 }
    #expect(finding.outcome == .timeout)
    #expect(finding.message == "used more than 1.0 s of processor time")
  }

  @Test(arguments: Sandboxes.allCases) func whatItLeavesIsNotFollowed(_ kind: Sandboxes)
    async throws
  {
    guard let sandbox = await kind.find() else { return }
    let run = try HostileRun()
    let script = """
      import os
      os.chdir(os.environ["DICTUM_OUT"])
      os.symlink(os.environ["SECRET"], "link"); os.symlink(os.environ["OPEN"] + "/..", "folder")
      os.mkfifo("pipe"); os.mkdir("inner"); open("inner/fine", "w").write("1")
      os.symlink("inner", "short"); os.symlink("loop", "loop")
      """
    let (ending, finding) = try await run.run(script, in: sandbox)
    #expect(finding.outcome == .ok, "\(finding.message)")
    for name in ["link", "folder/secret.txt", "pipe", "inner", "loop", "../params.json"] {
      #expect(RunFolder.file(name, in: run.cell.out) == nil, "\(name)")
    }
    #expect(RunFolder.file("short/fine", in: run.cell.out) == [0x31])
    #expect(ending.usage.writtenBytes == 1)
    RunFolder.remove(run.cell.root)
    #expect(run.isUntouched)
  }

  @Test(arguments: Sandboxes.allCases) func itsLastWordsAreEscaped(_ kind: Sandboxes) async throws {
    guard let sandbox = await kind.find() else { return }
    let script =
      #"import sys; sys.stderr.write("\x1b]0;owned\x07\x1b[2J\u202e fine\x9b31m\n"); sys.exit(3)"#
    let (_, finding) = try await HostileRun().run(script, in: sandbox)
    #expect(finding.outcome == .failed)
    #expect(
      finding.message
        == #"exit status 3"# + "\n" + #"\u{1B}]0;owned\u{7}\u{1B}[2J\u{202E} fine\u{9B}31m"#)
  }
}
