// dictum-fuzz: reads whatever libFuzzer thinks of, and stops at the first reading that is wrong.
//
//     DICTUM_FUZZ_TARGET=chat dictum-fuzz [libFuzzer's options] [CORPUS…]      scripts/fuzz calls it
import CFuzzer
import DictumModel
import DictumReading
import DictumSearch
import Glibc

/// The reader under test; libFuzzer calls a C function, which cannot carry it.
nonisolated(unsafe) var target: FuzzTarget?

/// Processor time of this thread in seconds.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Reads one input and stops the program when an invariant does not hold.
///
/// A megabyte may take a second, and what is small a fifth of one, since the sanitizers slow reading
/// down several times.
func check(_ path: String, _ bytes: [UInt8]) {
  let start = processorTime()
  let outcome = SourceReader.read(path: path, bytes: bytes)
  let seconds = processorTime() - start
  guard seconds <= max(0.2, Double(bytes.count) / 1_000_000) else {
    fatalError("\(path): \(bytes.count) bytes took \(seconds) s")
  }
  guard case .read(let reading) = outcome else { return }
  let found = violations(of: reading, in: bytes, path) + strayIndices(of: reading, in: bytes)
  guard found.isEmpty else { fatalError("\(path): " + found.joined(separator: "\n")) }
}

/// Compiles one query and stops the program when what it became contradicts itself.
func check(query text: String) {
  let compiled = CompiledQuery(Query(parsing: text))
  let isSound =
    compiled.match == compiled.steps.last?.match
    && (compiled.match == nil || compiled.excluded == nil)
    && compiled.steps.allSatisfy { !$0.match.isEmpty && !$0.match.utf8.contains(0) }
  guard isSound else { fatalError("\(text.debugDescription) became \(compiled)") }
}

let callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt = { data, size in
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  guard let target else {
    check(query: String(decoding: bytes, as: UTF8.self))
    return 0
  }
  for file in target.files(bytes) { check(file.path, file.bytes) }
  return 0
}

// libFuzzer starts itself again to make an input small, and hands on its own arguments alone.
let name = getenv("DICTUM_FUZZ_TARGET").map { String(cString: $0) } ?? ""
target = FuzzTarget(rawValue: name)
guard target != nil || name == "query" else {
  let targets = (FuzzTarget.allCases.map(\.rawValue) + ["query"]).joined(separator: ", ")
  let usage = Array("dictum-fuzz: set DICTUM_FUZZ_TARGET to one of \(targets)\n".utf8)
  write(STDERR_FILENO, usage, usage.count)
  exit(64)
}
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(LLVMFuzzerRunDriver(&count, &arguments, callback))
