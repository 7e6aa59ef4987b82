import CCMark
import DictumMarkdown
import DictumReading
import Glibc

/// What is timed: a way to take Markdown in.
enum Work: String, CaseIterable {
  /// libcmark's tree, made and freed: the floor.
  case cmark = "libcmark, parse and free"
  /// libcmark's tree, made only.
  case cmarkParse = "libcmark, parse alone"
  /// The tree of values with spans.
  case tree = "MarkdownDocument"
  /// Everything that an ingest takes from a file's bytes.
  case reading = "SourceReader.read"

  /// The processor seconds that this thread takes to work on some bytes once.
  func seconds(_ bytes: [UInt8]) -> Double {
    switch self {
    case .cmark: return parse(bytes, countingFree: true)
    case .cmarkParse: return parse(bytes, countingFree: false)
    case .tree:
      let start = Self.now
      withExtendedLifetime(MarkdownDocument(parsing: bytes)) {}
      return Self.now - start
    case .reading:
      let start = Self.now
      withExtendedLifetime(SourceReader.read(path: "notes/measured.md", bytes: bytes)) {}
      return Self.now - start
    }
  }

  private func parse(_ bytes: [UInt8], countingFree: Bool) -> Double {
    let start = Self.now
    let root = bytes.withUnsafeBytes { raw in
      cmark_parse_document(
        raw.bindMemory(to: CChar.self).baseAddress, raw.count, CMARK_OPT_DEFAULT)
    }
    let parsed = Self.now
    cmark_node_free(root)
    return (countingFree ? Self.now : parsed) - start
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
