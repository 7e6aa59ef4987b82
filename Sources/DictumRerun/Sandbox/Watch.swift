import CConfine
import DictumModel
import Glibc

/// Attends one run from its start to the end of its last process.
///
/// It drains what the run prints, and every few milliseconds looks at what its processes hold and
/// what lies in its folders: what no limit of the kernel's sums up.
struct Watch {
  let limits: RunLimits
  let seconds: Double
  /// The run's folders; `nil` for a probe.
  let cell: RunLayout.Cell?
  /// What the run is shut in, when it is bubblewrap.
  let bubblewrap: Bubblewrap?
  let stopper: Stopper

  /// Milliseconds between two looks.
  private static let pause: Int32 = 20

  /// Starts and attends.
  func run(_ confinement: Confinement) -> Ending {
    var confinement = confinement
    let clock = ContinuousClock()
    let start = clock.now
    let channel = bubblewrap.flatMap {
      StatusChannel(
        blocks: cell != nil && $0.limitsFromOutside, limits: limits,
        filter: confinement.handedFilter)
    }
    confinement.passed = channel?.passed ?? []
    let keeper: Keeper
    do throws(Confinement.StartError) {
      keeper = try Keeper(confinement)
    } catch {
      channel?.closePassed()
      channel?.close()
      return Ending(status: .notConfined(systemError(error.number)))
    }
    channel?.closePassed()
    stopper.attach(keeper)
    var state = State(status: channel)
    attend(keeper, &state, deadline: start + .seconds(seconds), clock: clock)
    // The report is in its pipe, and every process is dead: what is left to read, is there now.
    state.drain(keeper)
    let report = keeper.finish()
    channel?.close()
    var ending = Ending(
      status: status(report, state), stop: stopper.reason, standardOutput: state.output,
      standardError: state.error)
    ending.usage = .init(
      seconds: start.duration(to: clock.now) / .seconds(1),
      processorSeconds: Double(report?.processor ?? 0) / 1e6,
      peakBytes: Int(report?.peak ?? 0) << 10, processes: state.processes)
    return ending
  }

  private func attend(
    _ keeper: Keeper, _ state: inout State, deadline: ContinuousClock.Instant,
    clock: ContinuousClock
  ) {
    for descriptor in [keeper.output, keeper.error] {
      _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }
    var nextLook = clock.now + .milliseconds(Int(Self.pause))
    while true {
      let now = clock.now
      if now >= deadline { stopper.stop(.timeout) }
      if now >= nextLook {
        look(at: keeper, &state)
        // Never more than a tenth of the time.
        let took = now.duration(to: clock.now)
        nextLook = clock.now + max(.milliseconds(Int(Self.pause)), took * 9)
      }
      let until = min(nextLook, deadline > now ? deadline : nextLook)
      let left = max(0, now.duration(to: until) / .milliseconds(1))
      if state.wait(keeper, milliseconds: Int32(left.rounded(.up))) { return }
      if state.isUnlimited { keeper.kill() }
      if state.printed > limits.outputBytes { stopper.stop(.printed) }
    }
  }

  /// Stops the run that takes too much.
  private func look(at keeper: Keeper, _ state: inout State) {
    guard let cell, stopper.reason == nil else { return }
    let own = bubblewrap == nil ? 0 : 2
    let tree = ProcessTree(below: keeper.identifier, bound: 2 * limits.card.processes + 64)
    state.processes = max(state.processes, tree.tasks - own)
    if tree.tasks - own > limits.card.processes { return stopper.stop(.processes) }
    if tree.residentBytes > limits.memoryBytes, tree.proportionalBytes() > limits.memoryBytes {
      return stopper.stop(.memory)
    }
    if tree.processorSeconds > limits.card.cpuSeconds + 0.5 { return stopper.stop(.processor) }
    let size = FolderSize(of: cell.out)
    if size.bytes > limits.outputBytes || size.files > RunLimits.files {
      return stopper.stop(.written)
    }
    let temporary = FolderSize(of: cell.temporary)
    if temporary.bytes > RunLimits.temporaryBytes || temporary.files > RunLimits.files {
      stopper.stop(.temporary)
    }
  }

  private func status(_ report: confine_report?, _ state: State) -> Ending.Status {
    if state.isUnlimited { return .notConfined("its number of processes cannot be limited") }
    guard let report else { return .notConfined("its keeper was killed") }
    guard report.stage == Int32(CONFINE_STARTED.rawValue) else {
      let why = systemError(report.error)
      return report.stage == Int32(CONFINE_EXECUTE.rawValue) && bubblewrap == nil
        ? .notExecuted(why) : .notConfined("\(why) at step \(report.stage)")
    }
    // As wait(2) encodes it.
    let signal = report.status & 0x7F
    let status: Ending.Status =
      signal == 0 ? .exited(report.status >> 8 & 0xFF) : .signalled(signal)
    guard bubblewrap != nil, stopper.reason == nil else { return status }
    return Bubblewrap.status(status, json: state.said, said: state.error.tail)
  }

  /// What was read so far.
  private struct State {
    var output = CappedOutput()
    var error = CappedOutput()
    var printed = 0
    var processes = 0
    /// Whether the limit of processes could not be set.
    var isUnlimited = false
    let status: StatusChannel?
    var said: [UInt8] = []

    init(status: StatusChannel?) { self.status = status }

    /// Waits for something to read, and reads it; whether the report is there.
    mutating func wait(_ keeper: Keeper, milliseconds: Int32) -> Bool {
      var entries = [keeper.report, keeper.output, keeper.error, status?.read ?? -1].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      // A stream that ended would wake us again and again.
      if outputEnded { entries[1].fd = -1 }
      if errorEnded { entries[2].fd = -1 }
      if statusEnded { entries[3].fd = -1 }
      guard poll(&entries, nfds_t(entries.count), milliseconds) > 0 else { return false }
      if entries[1].revents != 0 { outputEnded = read(keeper.output, into: \.output) }
      if entries[2].revents != 0 { errorEnded = read(keeper.error, into: \.error) }
      if entries[3].revents != 0 { readStatus() }
      return entries[0].revents != 0
    }

    private var outputEnded = false
    private var errorEnded = false
    private var statusEnded = false

    /// Reads what the pipes still hold.
    mutating func drain(_ keeper: Keeper) {
      while !outputEnded { outputEnded = read(keeper.output, into: \.output) }
      while !errorEnded { errorEnded = read(keeper.error, into: \.error) }
      while !statusEnded, status != nil { readStatus() }
    }

    /// Reads once; whether there is nothing more now or ever.
    private mutating func read(
      _ descriptor: Int32, into stream: WritableKeyPath<State, CappedOutput>
    ) -> Bool {
      let bytes = readOnce(descriptor)
      printed += bytes.count
      self[keyPath: stream].append(bytes)
      return bytes.isEmpty
    }

    private mutating func readStatus() {
      guard let status else { return }
      let bytes = readOnce(status.read)
      // bubblewrap says a few hundred bytes.
      said += bytes.prefix(max(0, 16_384 - said.count))
      statusEnded = bytes.isEmpty
      if !status.release(after: said) { isUnlimited = true }
    }
  }
}

/// What one read gives; empty at the end and when there is nothing now.
private func readOnce(_ descriptor: Int32) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
    var result = 0
    repeat {
      result = read(descriptor, buffer.baseAddress, buffer.count)
    } while result < 0 && errno == EINTR
    count = max(0, result)
  }
}
