import DictumModel

/// Finds what an export probably lost, passage by passage; at most one loss of a kind a passage.
///
/// The shapes are those of real exports. What a person may well have written is none: two spaces
/// after a full stop, `f()`, `a .b` of code, "13 of them" without "about". Holes, fractions and
/// entities are looked for in plain text only, which is where exports leave them.
struct DamageFinder {
  /// How many losses of one kind are named in a file; the last of them tells how many more there are.
  static let mostOfAKind = 3

  private let bytes: UnsafeBufferPointer<UInt8>
  private let lineTable: LineTable
  private let isPlain: Bool

  /// What only exports to plain text leave.
  private static let plainKinds: [Damage] = [.hole, .fraction, .runTogether, .entity, .truncated]

  private var found: [Damage: [(at: Int, text: String)]] = [:]
  private var counts: [Damage: Int] = [:]

  /// Whether "â€" or "Ã" stands anywhere in the file.
  private lazy var holdsMojibake = bytes.holds("\u{E2}\u{20AC}") || bytes.holds("\u{C3}")

  /// Whether anything was lost.
  var isAny: Bool { !found.isEmpty }

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ lineTable: LineTable, isPlain: Bool) {
    self.bytes = bytes
    self.lineTable = lineTable
    self.isPlain = isPlain
  }

  /// Adds the losses of one passage; `hasCue` says whether its words name one, and `isASCII` that it
  /// has no letters that can be wrong.
  mutating func add(_ kind: Passage.Kind, _ span: ByteSpan, hasCue: Bool, isASCII: Bool) {
    guard isPlain || hasCue || !isASCII, kind != .code, kind != .html else { return }
    let scan = DamageScan(bytes, span)
    if isPlain {
      for kind in DamageFinder.plainKinds { add(kind, scan) }
    }
    if hasCue {
      add(.image, scan)
      if !isPlain { add(.truncated, scan) }
    }
    if !isASCII {
      add(.replacement, scan)
      if let at = scan.first(.mojibake, isPlain: isPlain), holdsMojibake {
        add(.mojibake, at, scan)
      }
    }
  }

  private mutating func add(_ kind: Damage, _ scan: DamageScan) {
    if let at = scan.first(kind, isPlain: isPlain) { add(kind, at, scan) }
  }

  /// Adds the links without words, but for images and anchors of headings.
  mutating func add(_ references: [Reference]) {
    for index in references.indices
    where references[index].kind == .link && references[index].text.isEmpty {
      let span = references[index].span
      guard span.count > 4, bytes[span.start + 1] == UInt8(ascii: "]"),
        !references[index].target.isEmpty
      else { continue }
      add(.emptyLink, span.start, DamageScan(bytes, span))
    }
  }

  private mutating func add(_ kind: Damage, _ at: Int, _ scan: DamageScan) {
    counts[kind, default: 0] += 1
    guard found[kind, default: []].count < DamageFinder.mostOfAKind else { return }
    found[kind, default: []].append((at, scan.excerpt(around: at)))
  }

  /// The losses as warnings, in order of the file within a kind.
  func diagnostics(path: String) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for kind in Damage.allCases {
      let places = found[kind] ?? []
      for (index, (at, text)) in places.enumerated() {
        let more = (counts[kind] ?? 0) - places.count
        let rest = index == places.count - 1 && more > 0 ? ", and \(more) more like it" : ""
        diagnostics.append(
          Diagnostic(
            .warning, .damage,
            at: Place(path, line: lineTable.line(at: at), column: lineTable.column(at: at)),
            kind.message("“\(text)”") + rest, remedy: kind.remedy))
      }
    }
    return diagnostics
  }
}
