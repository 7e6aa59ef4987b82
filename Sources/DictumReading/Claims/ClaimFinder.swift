import DictumModel

/// Finds what a source declares: claims in callouts and tagged prose, relations, and assertions of
/// claims made elsewhere.
struct ClaimFinder {
  private let bytes: [UInt8]
  private let leaves: [Leaf]
  private let lineTable: LineTable
  private let path: String
  private let marks: ClaimMarks

  private(set) var claims: [ClaimDeclaration] = []
  private(set) var assertions: [AssertionDeclaration] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// The lines, from 1, with a `by::`: what they link to are people, not notes.
  private(set) var personLines: Set<Int> = []

  init(
    bytes: [UInt8], leaves: [Leaf], lineTable: LineTable, path: String, marks: ClaimMarks
  ) {
    self.marks = marks
    self.bytes = bytes
    self.leaves = leaves
    self.lineTable = lineTable
    self.path = path
  }

  /// Whether there is anything that looks like a field, a tag or an attribute.
  static func mayDeclare(_ words: some Collection<UInt8>) -> Bool {
    words.holds("::") || words.holds("#claim") || words.holds("]{")
  }

  /// Adds the claims of callouts.
  mutating func add(_ callouts: [(callout: Callout, passage: Int)], _ passages: [Passage]) {
    for (callout, index) in callouts {
      let passage = passages[index]
      var claim = ClaimDeclaration(
        anchor: passage.anchor, text: callout.text.onOneLine, passage: index)
      for (field, offset) in callout.fields {
        apply(field, at: lineTable.line(at: offset), to: &claim, passage: index)
      }
      for (key, offset) in callout.unknownKeys {
        let near = Spelling.nearest(to: key, among: Field.keys)
        diagnostics.append(
          Diagnostic(
            .warning, at: Place(path, line: lineTable.line(at: offset)),
            "unknown field \(key):: in a claim",
            remedy: near.map { "did you mean \($0)::?" }
              ?? "the fields are " + Field.keys.sorted().joined(separator: ", ")))
      }
      if claim.text.isEmpty {
        diagnostics.append(
          Diagnostic(
            .warning, at: Place(path, line: passage.line), "a claim callout without a claim",
            remedy: "write the proposition after [!claim]"))
      }
      claims.append(claim)
    }
  }

  /// Adds what the prose of the passages declares; `leafOf` says of each which leaf it comes from.
  mutating func add(_ passages: [Passage], leafOf: [Int]) {
    guard !marks.isEmpty else { return }
    for index in passages.indices {
      let span = passages[index].span
      if marks.hasField(span) || marks.hasTag(span) || marks.hasAttributes(span) {
        add(passages[index], index, leaf: leaves[leafOf[index]])
      }
    }
  }

  private mutating func add(_ passage: Passage, _ index: Int, leaf: Leaf) {
    guard passage.kind != .claim, passage.kind != .code, passage.kind != .html else { return }
    if marks.hasAttributes(passage.span) { addSpan(passage, index) }
    let hasTag = marks.hasTag(passage.span)
    guard hasTag || marks.hasField(passage.span) else { return }
    let raw = bytes[passage.span.range]
    let isTagged = hasTag && ClaimTag.range(in: String(decoding: raw, as: UTF8.self)) != nil
    let sentence = isTagged ? ClaimTag.lastSentence(of: passage.text).onOneLine : ""
    var claim = ClaimDeclaration(anchor: passage.anchor, text: sentence, passage: index)
    // A turn may begin or end within the leaf, and a label stand before the first words.
    let first = leaf.lines.partition { $0.end > passage.span.start }
    for whole in leaf.lines[first...].prefix(while: { $0.start < passage.span.end }) {
      let line = ByteSpan(max(whole.start, passage.span.start), min(whole.end, passage.span.end))
      guard marks.hasField(line) else { continue }
      for field in Field.fields(in: Array(bytes[line.range])) {
        let number = lineTable.line(at: line.start)
        if field.key == "asserts" {
          let pointers = FieldValue.pointers(in: field.value, line: number)
          assertions += pointers.map { AssertionDeclaration(claim: $0, passage: index) }
        } else if isTagged {
          apply(field, at: number, to: &claim, passage: index)
        } else {
          diagnostics.append(
            Diagnostic(
              .warning, at: Place(path, line: number),
              "\(field.key):: stands in a passage that declares no claim",
              remedy: "tag the passage with #claim and give it an id such as ^c-name"))
        }
      }
    }
    if isTagged { claims.append(claim) }
  }

  /// Adds the claim of a bracketed span, whose attributes are the fields.
  private mutating func addSpan(_ passage: Passage, _ index: Int) {
    let raw = String(decoding: bytes[passage.span.range], as: UTF8.self)
    guard let span = PandocSpan.first(in: raw) else { return }
    let before = raw[..<span.range.lowerBound].utf8.count
    let line = lineTable.line(at: passage.span.start + before)
    var claim = ClaimDeclaration(anchor: passage.anchor, text: span.text.onOneLine, passage: index)
    for (key, value) in span.attributes where Field.keys.contains(key) {
      let field = Field(key: key, value: value, span: ByteSpan(0, 0), isBracketed: true)
      apply(field, at: line, to: &claim, passage: index)
    }
    claims.append(claim)
  }

  private mutating func apply(
    _ field: Field, at line: Int, to claim: inout ClaimDeclaration, passage: Int
  ) {
    switch field.key {
    case "by":
      claim.by += FieldValue.names(in: field.value)
      personLines.insert(line)
    case "credence":
      claim.credence = field.value
      if CredenceText.range(of: field.value) == nil {
        diagnostics.append(
          Diagnostic(
            .warning, at: Place(path, line: line), "credence:: is no probability: \(field.value)",
            remedy: "write 80%, 70-85%, <80%, or a word such as likely"))
      }
    case "status": claim.status = field.value
    case "date": claim.date = field.value
    case "source":
      if let citation = FieldValue.citation(in: field.value, line: line) {
        claim.sources.append(citation)
      } else {
        diagnostics.append(
          Diagnostic(
            .warning, at: Place(path, line: line), "source:: names no source: \(field.value)",
            remedy: "write [[a note]], [@a key] or a URL, then the words in quotation marks"))
      }
    case "model": claim.models += FieldValue.pointers(in: field.value, line: line)
    case "asserts":
      let pointers = FieldValue.pointers(in: field.value, line: line)
      assertions += pointers.map { AssertionDeclaration(claim: $0, passage: passage) }
    default:
      guard let kind = RelationKind(rawValue: field.key) else { return }
      let pointers = FieldValue.pointers(in: field.value, line: line)
      claim.relations += pointers.map { RelationDeclaration(kind: kind, to: $0) }
    }
  }
}
