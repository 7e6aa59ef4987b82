import CConfine
import DictumModel

/// What a run may take, in the kernel's units.
struct RunLimits: Hashable, Sendable {
  let card: ModelCard.Limits

  /// Bytes that a run's private temporary folders may hold, each.
  static let temporaryBytes = 64 << 20
  /// How many files and folders a run may leave.
  static let files = 10_000
  /// How many descriptors a process may have open.
  static let descriptors: UInt64 = 256

  var memoryBytes: Int { card.memoryMiB << 20 }
  var outputBytes: Int { card.outputMiB << 20 }

  /// The limits of each process.
  ///
  /// Memory is private writable memory and not address space, of which runtimes reserve far more than
  /// they use. A file may be one byte larger than allowed, so that excess shows. The processor's hard
  /// limit is a second later, for a program that does not hear the soft one.
  var ofProcesses: [Confinement.Limit] {
    let seconds = UInt64(max(1, card.cpuSeconds.rounded(.up)))
    return [
      .init(CONFINE_LIMIT_CPU, seconds, hard: seconds + 1),
      .init(CONFINE_LIMIT_DATA, UInt64(memoryBytes)),
      .init(CONFINE_LIMIT_FILE, UInt64(outputBytes) + 1),
      .init(CONFINE_LIMIT_DESCRIPTORS, Self.descriptors),
      .init(CONFINE_LIMIT_CORE, 0),
      .init(CONFINE_LIMIT_LOCKED, 0),
    ]
  }

  /// The limit of processes of one user, with as many more as the sandbox itself needs.
  func ofUser(more: Int) -> Confinement.Limit {
    .init(CONFINE_LIMIT_PROCESSES, UInt64(card.processes + more))
  }
}
