import DictumModel
import DictumReading
import Dispatch
import Synchronization

/// Reads files in batches on every core while the batch before is being written.
///
/// Reading is pure, so files can be read in any order at once; they are handed on in their own.
/// Two batches are in memory at most.
final class ReadAhead: Sendable {
  /// A file with what became of reading it.
  struct Loaded: Sendable {
    var file: LibraryWalk.File
    var byteCount = 0
    var sha256 = ""
    var result: Result
  }

  /// What became of reading a file.
  enum Result: Sendable {
    /// It is gone since the walk.
    case gone
    /// The system does not let it be read, and why.
    case unreadable(String)
    /// Its bytes are those of before.
    case same
    case read(ReadOutcome)
  }

  /// A batch is full with this many files, or this many bytes.
  private static let batchFiles = 128
  private static let batchBytes: Int64 = 8 << 20

  private let library: Library
  private let known: [String: FileRecord]
  private let batches: [[LibraryWalk.File]]
  private let slot = Mutex<[Loaded]?>(nil)
  private let isFull = DispatchSemaphore(value: 0)

  /// Reads the files of a plan.
  init(library: Library, plan: IngestPlan) {
    self.library = library
    known = plan.known
    batches = ReadAhead.batches(plan.toRead)
  }

  /// Calls `body` with each batch in turn, on the caller's thread.
  func forEachBatch(_ body: ([Loaded]) throws -> Void) throws {
    guard !batches.isEmpty else { return }
    start(0)
    for index in batches.indices {
      isFull.wait()
      let batch = slot.withLock { slot in
        defer { slot = nil }
        return slot ?? []
      }
      if index + 1 < batches.count { start(index + 1) }
      do {
        try body(batch)
      } catch {
        // The batch under way must not outlive the semaphore it will signal.
        if index + 1 < batches.count { isFull.wait() }
        throw error
      }
    }
  }

  private func start(_ index: Int) {
    DispatchQueue.global().async { [self] in
      let batch = batches[index]
      let loaded = Mutex([Loaded?](repeating: nil, count: batch.count))
      DispatchQueue.concurrentPerform(iterations: batch.count) { number in
        let file = load(batch[number])
        loaded.withLock { $0[number] = file }
      }
      slot.withLock { $0 = loaded.withLock { $0.compactMap(\.self) } }
      isFull.signal()
    }
  }

  private func load(_ file: LibraryWalk.File) -> Loaded {
    var loaded = Loaded(file: file, result: .gone)
    do {
      let bytes = try FileBytes.read(library.absolute(file.path))
      loaded.byteCount = bytes.count
      loaded.sha256 = ContentHash.sha256(bytes)
      let record = known[file.path]
      let isSame =
        record?.sha256 == loaded.sha256 && (record?.status == .read || record?.status == .skipped)
      loaded.result = isSame ? .same : .read(SourceReader.read(path: file.path, bytes: bytes))
    } catch {
      if !error.isMissing { loaded.result = .unreadable(error.description) }
    }
    return loaded
  }

  private static func batches(_ files: [LibraryWalk.File]) -> [[LibraryWalk.File]] {
    var batches: [[LibraryWalk.File]] = []
    var batch: [LibraryWalk.File] = []
    var bytes: Int64 = 0
    for file in files {
      batch.append(file)
      bytes += file.stamp.size
      if batch.count == batchFiles || bytes >= batchBytes {
        batches.append(batch)
        (batch, bytes) = ([], 0)
      }
    }
    return batch.isEmpty ? batches : batches + [batch]
  }
}
