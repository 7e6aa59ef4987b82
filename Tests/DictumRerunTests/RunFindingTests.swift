import DictumModel
import Testing

@testable import DictumRerun

/// What an ending comes to: every outcome and its words.
@Suite struct RunFindingTests {
  private static let limits = ModelCard.Limits(
    wallSeconds: 2, cpuSeconds: 3, memoryMiB: 100, outputMiB: 1, processes: 8)

  private func finding(
    _ status: Ending.Status, stop: Ending.Stop? = nil, said: String = "",
    _ usage: Ending.Usage = .init()
  ) -> RunFinding {
    RunFinding(
      Ending(
        status: status, stop: stop, standardError: CappedOutput(Array(said.utf8)), usage: usage),
      limits: Self.limits)
  }

  @Test func whatDictumStopped() {
    let stops: [(Ending.Stop, RunRecord.Outcome, String)] = [
      (.timeout, .timeout, "stopped after 2.0 s of wall-clock time"),
      (.processor, .timeout, "used more than 3.0 s of processor time"),
      (.memory, .memory, "stopped when it held more than 100 MiB of memory"),
      (.processes, .processLimit, "stopped when it had more than 8 processes"),
      (.printed, .outputLimit, "stopped after 1 MiB of printed output"),
      (.written, .outputLimit, "wrote more than 1 MiB or too many files"),
      (.temporary, .outputLimit, "filled its temporary folder"),
      (.cancelled, .lost, "stopped because the run was cancelled"),
    ]
    for (stop, outcome, message) in stops {
      // A run that ends well just as it is stopped was stopped.
      for status in [Ending.Status.signalled(9), .exited(0)] {
        let finding = finding(status, stop: stop)
        #expect(finding.outcome == outcome)
        #expect(finding.message == message)
      }
    }
  }

  @Test func whatTheKernelStopped() {
    let full = Ending.Usage(peakBytes: 95 << 20)
    let busy = Ending.Usage(processorSeconds: 2.9)
    let cases: [(Int32, Ending.Usage, RunRecord.Outcome, String)] = [
      (25, .init(), .outputLimit, "wrote a file of more than 1 MiB"),
      (24, .init(), .timeout, "used more than 3.0 s of processor time"),
      (9, busy, .timeout, "used more than 3.0 s of processor time"),
      (9, full, .memory, "killed by signal 9 at 95 of 100 MiB of memory"),
      (11, full, .memory, "killed by signal 11 at 95 of 100 MiB of memory"),
      (6, full, .memory, "killed by signal 6 at 95 of 100 MiB of memory"),
      (7, full, .memory, "killed by signal 7 at 95 of 100 MiB of memory"),
      (15, full, .signalled, "killed by signal 15"),
      (9, .init(), .signalled, "killed by signal 9"),
      (11, .init(peakBytes: 50 << 20), .signalled, "killed by signal 11"),
      (
        9, .init(writtenBytes: (1 << 20) + 1), .outputLimit, "wrote more than 1 MiB of files"
      ),
      (
        9, .init(writtenFiles: 10_001), .outputLimit,
        "wrote more than 10000 files, or folders too deep"
      ),
    ]
    for (signal, usage, outcome, message) in cases {
      let finding = finding(.signalled(signal), usage)
      #expect(finding.outcome == outcome)
      #expect(finding.message == message)
    }
  }

  @Test func whatTheProgramSays() {
    for words in [
      "Traceback…\nMemoryError", "terminate called … 'std::bad_alloc'",
      "sh: Cannot allocate memory",
      "java.lang.OutOfMemoryError: Java heap space", "Error: cannot allocate vector of size 8 Gb",
    ] {
      let finding = finding(.exited(1), said: words, .init(peakBytes: 9 << 20))
      #expect(finding.outcome == .memory)
      #expect(
        finding.message.hasPrefix(
          "ran out of memory, by its own words; largest process 9 of 100 MiB\n"))
    }
    for words in [
      "sh: 1: Cannot fork", "BlockingIOError: [Errno 11] Resource temporarily unavailable",
      "RuntimeError: can't start new thread",
    ] {
      let finding = finding(.exited(2), said: words)
      #expect(finding.outcome == .processLimit)
      #expect(
        finding.message.hasPrefix("ran out of processes, by its own words; allowed are 8\n"))
    }
    #expect(finding(.exited(0), said: "MemoryError").outcome == .ok)
    let many = finding(.exited(1), .init(processes: 8))
    #expect(many.outcome == .processLimit)
    #expect(many.message == "ended badly with all of the 8 processes it may have")
    #expect(finding(.exited(1), said: "no").message == "exit status 1\nno")
    for words in [
      "ModuleNotFoundError: No module named 'numpy'", "there is no package called ‘sn’",
      "Error: Cannot find module 'x'",
    ] {
      let finding = finding(.exited(1), said: words)
      #expect(finding.outcome == .failed)
      #expect(
        finding.message.hasPrefix(
          "a package is missing, by its own words; a run sees those below /usr and in the folders "
            + "that the card names in sandbox.read\n"))
    }
  }

  @Test func whatDidNotRun() {
    #expect(
      finding(.notConfined("x")).message == "the sandbox could not be set up: x")
    #expect(finding(.notConfined("x")).outcome == .sandboxError)
    #expect(
      finding(.notExecuted("x")).message == "the command could not be started: x")
    #expect(finding(.notExecuted("x")).outcome == .sandboxError)
    #expect(finding(.refused("x")).message == "not run without a sandbox: x")
    #expect(finding(.refused("x")).outcome == .refused)
  }

  @Test func whatBubblewrapSays() {
    func status(_ json: String, said: String = "") -> Ending.Status {
      Bubblewrap.status(.exited(1), json: Array(json.utf8), said: Array(said.utf8))
    }
    let started = #"{ "child-pid": 71, "net-namespace": 4026532001 }"# + "\n"
    #expect(status(started + #"{ "exit-code": 0 }"#) == .exited(0))
    #expect(status(started + #"{ "exit-code": 77 }"#, said: "bwrap: execvp x") == .exited(77))
    #expect(status(started + #"{ "exit-code": 139 }"#) == .signalled(11))
    #expect(
      status(started, said: "bwrap: execvp no-such: No such file or directory\n")
        == .notExecuted("bwrap: execvp no-such: No such file or directory"))
    #expect(
      status("", said: "bwrap: Can't mount\n") == .notConfined("bwrap: Can't mount"))
    #expect(Bubblewrap.number(after: "\"child-pid\"", in: started) == 71)
    #expect(Bubblewrap.number(after: "\"child-pid\"", in: #"{ "child-"#) == nil)
  }
}
