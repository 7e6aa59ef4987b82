import DictumModel
import Foundation
import Testing

@testable import DictumRerun

/// Models that reach for what is not theirs: each is refused, in every sandbox.
@Suite struct HostileReachTests {
  @Test(arguments: Sandboxes.allCases) func network(_ kind: Sandboxes) async throws {
    guard let sandbox = await kind.find() else { return }
    let run = try HostileRun()
    let path = run.root + "/s"
    guard let listener = HostileListener(path: path) else {
      print("skipped: this machine lets us listen on no socket")
      return
    }
    let script =
      HostileRun.tries + """
        port = int(E["PORT"])
        def connect(family, kind, address):
            s = socket.socket(family, kind); s.settimeout(1); s.connect(address); s.send(b"x")
        for host in ["127.0.0.1", "1.1.1.1"]:
            attempt("tcp", lambda: connect(socket.AF_INET, socket.SOCK_STREAM, (host, port)))
            attempt("udp", lambda: connect(socket.AF_INET, socket.SOCK_DGRAM, (host, port)))
            attempt("to", lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
                .sendto(b"x", (host, port)))
        attempt("tcp6", lambda: connect(socket.AF_INET6, socket.SOCK_STREAM, ("::1", port)))
        attempt("raw", lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW))
        attempt("names", lambda: socket.getaddrinfo("example.org", 80))
        attempt("path", lambda: connect(socket.AF_UNIX, socket.SOCK_STREAM, E["SOCKET"]))
        attempt("name", lambda: connect(socket.AF_UNIX, socket.SOCK_DGRAM, "\\0" + E["NAME"]))
        attempt("to name", lambda: socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            .sendto(b"x", "\\0" + E["NAME"]))
        """ + HostileRun.says
    let (ending, finding) = try await run.run(
      script, in: sandbox,
      environment: ["PORT": "\(listener.port)", "SOCKET": path, "NAME": listener.abstractName])
    #expect(finding.outcome == .ok, "\(finding.message)")
    #expect(listener.reached == [])
    let got = String(decoding: ending.standardOutput.tail, as: UTF8.self)
    // A socket without a network may take a datagram that goes nowhere.
    #expect(
      Set(got.split(separator: " ").dropFirst().map { $0.filter(\.isLetter) }).isEmpty, "\(got)")
  }

  /// A folder that is shown read-only may hold a daemon's socket.
  @Test(arguments: Sandboxes.allCases) func socketsInWhatItMayRead(_ kind: Sandboxes) async throws {
    guard let sandbox = await kind.find() else { return }
    let run = try HostileRun()
    guard let listener = HostileListener(path: run.open + "/s") else {
      print("skipped: this machine lets us listen on no socket")
      return
    }
    let script =
      HostileRun.tries + """
        def connect(): socket.socket(socket.AF_UNIX).connect(E["OPEN"] + "/s")
        attempt("path", connect)
        """ + HostileRun.says
    let (ending, finding) = try await run.run(
      script, in: sandbox, policy: .init(network: false, read: [run.open]))
    #expect(finding.outcome == .ok, "\(finding.message)")
    #expect(String(decoding: ending.standardOutput.tail, as: UTF8.self) == "got:\n")
    #expect(listener.reached == [])
  }

  /// What was approved is given: a kernel of a notebook and its client talk by TCP.
  @Test(arguments: Sandboxes.allCases) func anApprovedNetwork(_ kind: Sandboxes) async throws {
    guard let sandbox = await kind.find() else { return }
    let run = try HostileRun()
    let script =
      HostileRun.tries + """
        def talk():
            server = socket.socket(); server.bind(("127.0.0.1", 0)); server.listen()
            socket.create_connection(server.getsockname(), 5).close()
        attempt("tcp", talk)
        """ + HostileRun.says
    let (ending, finding) = try await run.run(
      script, in: sandbox, policy: .init(network: true, read: []))
    #expect(finding.outcome == .ok, "\(finding.message)")
    #expect(String(decoding: ending.standardOutput.tail, as: UTF8.self) == "got: tcp\n")
  }

  @Test(arguments: Sandboxes.allCases) func readingTheUsersFiles(_ kind: Sandboxes) async throws {
    guard let sandbox = await kind.find() else { return }
    let run = try HostileRun()
    let script =
      HostileRun.tries + """
        places = [E["SECRET"], "/etc/shadow", "/etc/passwd", "/proc/1/cwd/etc/passwd",
            f"/proc/{E['PARENT']}/environ", f"/proc/{E['PARENT']}/mem", "/dev/mem", "/dev/sda"]
        # The first process inside bubblewrap is bubblewrap's own, shut in with the model.
        if E["SANDBOX"] != "bubblewrap": places += ["/proc/1/environ", "/proc/1/mem"]
        elif b"DICTUM_TEST" in open("/proc/1/environ", "rb").read(): got.append("environment")
        for place in places:
            attempt(place, lambda: open(place, "rb").read(1)[0])
        for place in [E["OPEN"], "/root", "/home", "/var", E["HOME_FOLDER"], "/run"]:
            attempt(place, lambda: os.listdir(place))
        os.symlink(E["SECRET"], E["DICTUM_OUT"] + "/link")
        attempt("link", lambda: open(E["DICTUM_OUT"] + "/link").read())
        attempt("hard link", lambda: os.link(E["SECRET"], E["DICTUM_OUT"] + "/hard"))
        """ + HostileRun.says
    let (ending, finding) = try await run.run(
      script, in: sandbox,
      environment: [
        "PARENT": "\(getpid())", "HOME_FOLDER": NSHomeDirectory(), "SANDBOX": kind.rawValue,
      ])
    #expect(finding.outcome == .ok, "\(finding.message)")
    #expect(String(decoding: ending.standardOutput.tail, as: UTF8.self) == "got:\n")
  }

  @Test(arguments: Sandboxes.allCases) func writingOutside(_ kind: Sandboxes) async throws {
    guard let sandbox = await kind.find() else { return }
    let run = try HostileRun()
    let script =
      HostileRun.tries + """
        secret, out = E["SECRET"], E["DICTUM_OUT"]
        for place in [secret, E["OPEN"] + "/x", "/usr/x", "/etc/x", "/x", "/dev/x", "/var/tmp/x"]:
            attempt(place, lambda: open(place, "w").write("x"))
        attempt("truncate", lambda: os.truncate(secret, 0))
        attempt("chmod", lambda: os.chmod(secret, 0))
        attempt("utime", lambda: os.utime(secret, (0, 0)))
        attempt("rename", lambda: os.rename(secret, out + "/s"))
        attempt("replace", lambda: os.replace("model.py", secret))
        attempt("unlink", lambda: os.unlink(secret))
        attempt("mkdir", lambda: os.mkdir(E["OPEN"] + "/d"))
        attempt("mknod", lambda: os.mknod(out + "/disk", 0o60666, os.makedev(8, 0)))
        attempt("link", lambda: os.link(out, E["OPEN"] + "/l"))
        open(out + "/mine", "w").write("x")
        """ + HostileRun.says
    let (ending, finding) = try await run.run(script, in: sandbox)
    #expect(finding.outcome == .ok, "\(finding.message)")
    #expect(String(decoding: ending.standardOutput.tail, as: UTF8.self) == "got:\n")
    #expect(run.isUntouched)
    #expect(ending.usage.writtenBytes == 1)
  }

  @Test(arguments: Sandboxes.allCases) func replacingItsInputs(_ kind: Sandboxes) async throws {
    guard let sandbox = await kind.find() else { return }
    let run = try HostileRun()
    let script =
      HostileRun.tries + """
        attempt("write", lambda: open("model.py", "a").write("#"))
        attempt("chmod", lambda: (os.chmod("model.py", 0o666), open("model.py", "a").write("#")))
        attempt("unlink", lambda: os.unlink("model.py"))
        attempt("replace", lambda: os.replace(E["DICTUM_PARAMS"], "model.py"))
        attempt("new", lambda: open("other.py", "w"))
        attempt("params", lambda: open(E["DICTUM_PARAMS"], "w"))
        """ + HostileRun.says
    let (ending, finding) = try await run.run(script, in: sandbox)
    #expect(finding.outcome == .ok, "\(finding.message)")
    #expect(String(decoding: ending.standardOutput.tail, as: UTF8.self) == "got:\n")
    #expect(FileManager.default.contents(atPath: run.cell.model + "/model.py") == Data(script.utf8))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: run.cell.model) == ["model.py"])
  }

  /// Signals are only sent to what exists for us alone: the keeper, or the first process inside.
  @Test(arguments: Sandboxes.allCases) func attackingItsParents(_ kind: Sandboxes) async throws {
    guard let sandbox = await kind.find() else { return }
    let run = try HostileRun()
    let script =
      HostileRun.tries + """
        parent, test = os.getppid(), int(E["PARENT"])
        attempt("ptrace", lambda: libc("ptrace", 16, parent, 0, 0))
        attempt("signal", lambda: os.kill(test, 0))
        attempt("thread", lambda: libc("syscall", 234, test, test, 0))
        attempt("limits", lambda: __import__("resource").prlimit(parent, 7, (0, 0)))
        attempt("namespace", lambda: libc("unshare", 0x10000000))
        attempt("mount", lambda: libc("mount", b"x", b"/usr", b"tmpfs", 0, None))
        attempt("root", lambda: os.chroot("."))
        attempt("user", lambda: os.setuid(0))
        attempt("ring", lambda: libc("syscall", 425, 1, None))
        attempt("keys", lambda: libc("syscall", 250, 0, -3, 0))
        attempt("programs", lambda: libc("syscall", 321, 0, None, 0))
        for number in (15, 9):
            try: os.kill(parent, number)
            except OSError: pass
        time.sleep(0.1)
        """ + HostileRun.says
    let (ending, finding) = try await run.run(
      script, in: sandbox, environment: ["PARENT": "\(getpid())"])
    #expect(finding.outcome == .ok, "\(finding.message)")
    #expect(String(decoding: ending.standardOutput.tail, as: UTF8.self) == "got:\n")
  }
}
