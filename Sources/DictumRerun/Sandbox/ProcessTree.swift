import Glibc

/// What all descendants of a process take at one moment.
///
/// The kernel lists a process's children where it was built with CONFIG_PROC_CHILDREN, as
/// distributions build it; elsewhere a tree looks empty, and only the limits of each process hold.
struct ProcessTree: Equatable {
  /// Processes and threads.
  var tasks = 0
  /// Resident memory, bytes; pages that two processes share count twice.
  var residentBytes = 0
  /// Processor time of the living and of what they have waited for, seconds.
  var processorSeconds = 0.0
  private var members: [Int32] = []

  private static let page = Int(sysconf(Int32(_SC_PAGESIZE)))
  private static let clock = Double(sysconf(Int32(_SC_CLK_TCK)))

  /// Looks at the descendants of a process, not at itself; at most `bound` are looked at.
  init(below root: Int32, bound: Int) {
    var open = Self.children(of: root)
    while let process = open.popLast(), members.count < bound {
      members.append(process)
      guard let stat = Self.statistics(of: process) else { continue }
      tasks += stat.threads
      residentBytes += stat.pages * Self.page
      processorSeconds += Double(stat.ticks) / Self.clock
      // The children of every thread; those of the first are nearly always all.
      open += Self.children(of: process)
      if stat.threads > 1 { open += Self.childrenOfOtherThreads(of: process) }
    }
  }

  /// Resident memory with each shared page counted in parts, bytes; slower, so asked only when the
  /// sum of whole pages is too much.
  ///
  /// A process that cannot be looked into counts in full.
  func proportionalBytes() -> Int {
    members.reduce(0) { sum, process in
      guard let text = smallFile("/proc/\(process)/smaps_rollup"),
        let line = text.split(separator: "\n").first(where: { $0.hasPrefix("Pss:") }),
        let kibibytes = line.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
      else { return sum + (Self.statistics(of: process)?.pages ?? 0) * Self.page }
      return sum + kibibytes * 1024
    }
  }

  private static func children(of process: Int32, thread: Int32? = nil) -> [Int32] {
    let list = smallFile("/proc/\(process)/task/\(thread ?? process)/children") ?? ""
    return list.split(separator: " ").compactMap { Int32($0) }
  }

  private static func childrenOfOtherThreads(of process: Int32) -> [Int32] {
    guard let folder = opendir("/proc/\(process)/task") else { return [] }
    defer { closedir(folder) }
    var result: [Int32] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let thread = Int32(name), thread != process {
        result += children(of: process, thread: thread)
      }
    }
    return result
  }

  /// From /proc/PID/stat (proc(5)), whose second field is the only one that can hold a space.
  private static func statistics(of process: Int32) -> (threads: Int, pages: Int, ticks: Int)? {
    guard let text = smallFile("/proc/\(process)/stat"), let end = text.lastIndex(of: ")") else {
      return nil
    }
    let fields = text[end...].split(separator: " ")
    // The third field of the page is the second here: state, after the name's end.
    func field(_ number: Int) -> Int {
      fields.count > number - 2 ? Int(fields[number - 2]) ?? 0 : 0
    }
    return (field(20), field(24), field(14) + field(15) + field(16) + field(17))
  }
}

/// The text of a small file that the kernel makes; `nil` if it is not there.
func smallFile(_ path: String) -> String? {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { return nil }
  defer { close(file) }
  return withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 1) { buffer in
    let count = read(file, buffer.baseAddress, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }
}
