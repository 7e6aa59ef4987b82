import DictumMarkdown
import DictumModel

/// Puts a `SourceReading` together from what the finders of this room find.
struct SourceAssembly {
  private let path: String
  private let bytes: [UInt8]
  private let frontMatter: FrontMatter
  private let lineTable: LineTable
  private var registry: SpeakerRegistry

  /// Who asks and who answers, where the front matter names them.
  private var interview: Interview?

  private(set) var reading: SourceReading

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    lineTable = LineTable(bytes)
    frontMatter = FrontMatter(bytes, from: Encoding.textStart(bytes), path: path)
    registry = SpeakerRegistry(frontMatter.values["speakers"])
    reading = SourceReading(kind: .note, title: SourceAssembly.stem(path))
    reading.diagnostics = frontMatter.diagnostics
    readFrontMatter()
    interview = Interview(frontMatter.values, authors: reading.authors)
    if let interview { registry.add(interview) }
    registry.addShortNames(authors: reading.authors)
  }

  /// Reads Markdown, or plain text that is not to be read as Markdown.
  ///
  /// `marks` are the headings, by their places, that stand for the beginnings of contributions, and
  /// `kind` is what they make of the source, where another form has told them already.
  mutating func readText(
    isPlain: Bool, marks: [Int: TurnRecord] = [:], kind: SourceKind? = nil
  ) {
    var leaves =
      isPlain
      ? PlainTextLeaves.leaves(of: bytes, from: frontMatter.bodyStart)
      : MarkdownLeaves.leaves(
        of: MarkdownDocument(parsing: bytes, from: frontMatter.bodyStart, lines: lineTable))
    let siteTitles = isPlain ? CapturePage.dropNavigation(from: &leaves) : nil
    MachineFence.mark(in: &leaves)
    var thread = ForumThread(marks: marks, kind: kind, in: leaves)
    if marks.isEmpty { thread = ForumThread.found(in: &leaves, bytes) }
    read(thread.post)
    let firstHeading = thread.post.title ?? SourceAssembly.title(of: leaves)
    let isTitled = frontMatter.values["title"]?.text != nil
    if !isTitled, let firstHeading { reading.title = firstHeading }
    // Below a title in front matter, a heading of the first level repeats it only if it is the one.
    let isRepeated =
      leaves.first?.isHeading == true && leaves.count { $0.kind == .heading(level: 1) } == 1

    let starts = thread.starts.isEmpty ? turnStarts(&leaves) : thread.named(by: registry)
    let cast = starts.isEmpty ? nil : Cast(starts, leaves: leaves, registry: registry)
    let utterances = Utterances(leaves: leaves, starts: starts, lineTable: lineTable, cast: cast)
    reading.utterances = utterances.all
    if let cast {
      reading.speakerAliases.merge(cast.initials) { registered, _ in registered }
      reading.proposals += LabelDrift.proposals(utterances.all, people: registry.people)
    }
    let marks = ClaimMarks(bytes)
    var builder = PassageBuilder(
      bytes: bytes, leaves: leaves, lineTable: lineTable, mayDeclare: !marks.isEmpty)
    let title = isTitled && !isRepeated ? reading.title : firstHeading ?? reading.title
    builder.add(utterances.segments, starts: starts, title: title)
    let quoted =
      builder.holdsQuotes
      ? QuotedTalk(bytes: bytes, leaves: leaves, registry: registry).turns() : []
    if quoted.contains(where: { $0.line > 0 }) {
      builder = PassageBuilder(
        bytes: bytes, leaves: leaves, lineTable: lineTable, mayDeclare: !marks.isEmpty)
      builder.add(quoted.cutting(utterances.segments), starts: starts, title: title)
    }
    builder.finish(path: path, &reading)
    reading.markWords(ofMachines: utterances.machines)
    reading.markSounds(hasButtons: !utterances.machines.isEmpty)
    readReferences(leaves, leafOf: builder.leafOf)
    readClaims(leaves, builder.callouts, leafOf: builder.leafOf, marks)
    readModel()
    setKind(isCapture: siteTitles != nil, thread: thread)
    markNobodys(siteTitles ?? [])
    readConfidence()
    SourceAssembly.readWords(
      of: &reading, path: path, bytes: bytes, lineTable: lineTable, isPlain: isPlain,
      leaves: leaves, leafOf: builder.leafOf)
    if !quoted.isEmpty {
      quoted.attribute(&reading.passages, leafOf: builder.leafOf, in: leaves)
    }
    if !thread.starts.isEmpty {
      reading.replies = thread.replies
      reading.revisions += thread.retractions(reading.utterances, reading.passages)
    }
  }

  /// Finds what can only be seen when every turn is there.
  mutating func traceConversation() { reading.traceConversation() }

  private mutating func readReferences(_ leaves: [Leaf], leafOf: [Int]) {
    var references = ReferenceFinder(
      bytes: bytes, lineTable: lineTable,
      hasBracketLinks: BracketLink.isUsed(frontMatter.values, url: reading.url))
    references.add(frontMatter)
    references.add(leaves)
    references.assign(reading.passages) { leaves[leafOf[$0]].footnote }
    reading.references = references.references
  }

  private mutating func readClaims(
    _ leaves: [Leaf], _ callouts: [(callout: Callout, passage: Int)], leafOf: [Int],
    _ marks: ClaimMarks
  ) {
    guard !marks.isEmpty || !callouts.isEmpty else { return }
    var claims = ClaimFinder(
      bytes: bytes, leaves: leaves, lineTable: lineTable, path: path, marks: marks)
    claims.add(callouts, reading.passages)
    claims.add(reading.passages, leafOf: leafOf)
    // `by:: [[Ada Okafor]]` names a person and no note.
    for index in reading.references.indices
    where reading.references[index].kind == .wiki
      && claims.personLines.contains(reading.references[index].line)
    {
      reading.references[index].kind = .mention
    }
    reading.claims = claims.claims
    reading.assertions = claims.assertions
    reading.diagnostics += claims.diagnostics
  }

  /// Reads a record of a conversation; whether the file is one.
  mutating func readRecord() -> Bool {
    let input = RecordInput(
      path: path, bytes: bytes, start: frontMatter.bodyStart, lineTable: lineTable,
      registry: registry)
    guard let record = RecordForm.record(input) else { return false }
    take(record)
    return true
  }

  /// Takes over a record of a conversation.
  mutating func take(_ record: Record) {
    let assembly = MessageAssembly(
      record.messages, record.joining, bytes: bytes, lineTable: lineTable)
    reading.kind = record.kind
    reading.utterances = assembly.utterances
    reading.passages = assembly.passages
    reading.replies = assembly.replies
    reading.references = assembly.references
    reading.revisions = assembly.revisions
    if frontMatter.values["title"]?.text == nil, let title = record.title { reading.title = title }
    reading.date = record.date ?? reading.date
    reading.url = reading.url ?? record.url
    reading.speakerAliases.merge(record.aliases) { registered, _ in registered }
    reading.diagnostics += record.diagnostics
    SourceAssembly.readWords(
      of: &reading, path: path, bytes: bytes, lineTable: lineTable, isPlain: false)
  }

  /// Takes over what a forum's page says of its post, unless the front matter does.
  private mutating func read(_ post: ForumPost) {
    if reading.authors.isEmpty { reading.authors = post.authors }
    reading.date = reading.date ?? post.date
    reading.url = reading.url ?? post.url
  }

  /// Where turns begin, by their labels; of a dialogue, paragraphs of a time alone are taken out of
  /// `leaves`.
  private func turnStarts(_ leaves: inout [Leaf]) -> [TurnStart] {
    let isDeclared =
      switch frontMatter.type {
      case "dialogue", "conversation", "interview", "transcript": true
      default: false
      }
    let assistant = AssistantTurns(bytes: bytes).starts(&leaves)
    if !assistant.isEmpty { return assistant }
    var starts = labelledStarts(&leaves, isDeclared: isDeclared)
    if starts.isEmpty { starts = TableTurns(bytes: bytes, leaves: leaves).starts() }
    if starts.isEmpty {
      starts = InterviewTurns(leaves: leaves, bytes: bytes)
        .starts(interview, title: reading.title, authors: reading.authors)
    }
    if starts.isEmpty { starts = ShortTalk.starts(bytes, in: leaves) }
    if starts.isEmpty { return MessageTurns.starts(in: leaves, isDeclared: isDeclared) }
    TimedParagraphs.drop(from: &leaves, bytes, except: starts)
    return starts
  }

  /// Where turns begin that somebody's name heads; the names are joined in `leaves` with times that stand
  /// in paragraphs of their own.
  private func labelledStarts(_ leaves: inout [Leaf], isDeclared: Bool) -> [TurnStart] {
    var turns = LabelledTurns(
      bytes: bytes, leaves: leaves, registry: registry, isDeclared: isDeclared)
    var places = LabelPlaces(bytes, leaves)
    var starts = turns.starts(at: places)
    if starts.isEmpty, let joined = TimedParagraphs(leaves, bytes) {
      let pairs = LabelPlaces(bytes, joined.leaves)
      turns.leaves = joined.leaves
      starts = turns.starts(at: pairs)
      if starts.isEmpty { starts = turns.rareStarts(beside: pairs) }
      if !starts.isEmpty {
        (leaves, starts) = joined.leaves(labelledBy: starts)
        places = LabelPlaces(bytes, leaves)
      }
      turns.leaves = leaves
    }
    if starts.isEmpty || ExaminedLabel.mayHold(bytes, leaves) {
      let rare = turns.rareStarts(beside: places)
      if rare.count > starts.count { starts = rare }
    }
    guard !places.titled.isEmpty else { return starts }
    let titled = turns.titledStarts(among: places)
    return titled.count > starts.count ? titled : starts
  }

  private mutating func readConfidence() {
    let status = EpistemicStatus.inFrontMatter(
      frontMatter.values, bytes, bodyStart: frontMatter.bodyStart)
    if let status { reading.confidences.append(status) }
  }

  private mutating func readModel() {
    guard frontMatter.isCard, let node = frontMatter.node else { return }
    var reader = ModelCardReader(path: path)
    reading.model = reader.card(node)
    reading.diagnostics += reader.diagnostics
  }

  private mutating func setKind(isCapture: Bool, thread: ForumThread) {
    switch frontMatter.type {
    case _ where frontMatter.isCard: reading.kind = .model
    case "post", "article", "essay", "blog": reading.kind = .post
    case "dialogue", "conversation", "interview": reading.kind = .dialogue
    case "transcript": reading.kind = .transcript
    case "comment", "comments": reading.kind = .comments
    case "note": reading.kind = .note
    default:
      if let kind = thread.kind {
        reading.kind = kind
      } else if !reading.utterances.isEmpty {
        let isTimed = reading.utterances.contains { $0.time != nil }
        reading.kind = isTimed ? .transcript : .dialogue
      } else if isCapture {
        reading.kind = .comments
      } else if !reading.authors.isEmpty || reading.date != nil || reading.url != nil {
        reading.kind = .post
      }
    }
    // A talk is in the words of those who give it, though no label says so.
    if reading.utterances.isEmpty, reading.authors.isEmpty, !frontMatter.isCard {
      reading.authors = registry.speakers
      if case .note = reading.kind, !reading.authors.isEmpty { reading.kind = .post }
    }
    // The page of one person's comments is named for its owner, who wrote most of it, not all.
    if isCapture, reading.authors.isEmpty, reading.utterances.isEmpty,
      LabelName.name(in: reading.title, allowLowercase: false) != nil
    {
      reading.owner = reading.title
    }
  }

  /// Says of the passages at some places that they are nobody's words.
  private mutating func markNobodys(_ places: [ByteSpan]) {
    guard !places.isEmpty, reading.utterances.isEmpty else { return }
    for index in reading.passages.indices
    where places.contains(where: { $0.contains(reading.passages[index].span) }) {
      reading.passages[index].attribution = .unknown
    }
  }

  private static func stem(_ path: String) -> String {
    path.utf8.withBytes { path in
      let start = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
      let name = UnsafeBufferPointer(rebasing: path[start...])
      let dot = name.lastIndex(of: UInt8(ascii: ".")) ?? 0
      return String(decoding: dot > 0 ? name[..<dot] : name[...], as: UTF8.self)
    }
  }

  /// The first heading of the first level, if it comes before every other heading.
  private static func title(of leaves: [Leaf]) -> String? {
    guard let first = leaves.firstIndex(where: \.isHeading),
      case .heading(level: 1) = leaves[first].kind
    else { return nil }
    let title = leaves[first].text.onOneLine
    return title.isEmpty ? nil : title
  }
}

extension SourceAssembly {
  /// The keys under which a note says when it was first out, best first.
  private static let dateKeys = [
    "date", "published", "date_published", "published_at", "posted", "lw-posted-at", "created",
    "date_created", "created_at",
  ]

  /// The keys under which it says where it was published, best first.
  private static let addressKeys = ["source", "url", "original_url", "link", "lw-page-url"]

  private mutating func readFrontMatter() {
    let values = frontMatter.values
    reading.properties = values
    if let title = values["title"]?.text { reading.title = title.trimmingSpaces }
    reading.authors = SourceAssembly.authors(values)
    reading.url = SourceAssembly.address(values)
    reading.identifier = values["id"]?.text
    reading.aliases = values["aliases"]?.texts ?? []
    if let alias = values["alias"] { reading.aliases += alias.texts }
    reading.tags = SourceAssembly.tags(values)
    reading.speakerAliases = registry.aliases
    readDate(values)
  }

  private static func address(_ values: Properties) -> String? {
    for key in addressKeys {
      if let text = values[key]?.text, text.utf8.holds("://") { return text }
    }
    return nil
  }

  private static func tags(_ values: Properties) -> [String] {
    guard let written = values["tags"] ?? values["tag"] else { return [] }
    let isParted = values["tags"]?.isList == true
    let tags =
      isParted
      ? written.texts
      : written.texts.flatMap { $0.split(separator: ",").map(\.trimmingSpaces) }
    return tags.map { tag in
      guard tag.utf8.first == UInt8(ascii: "#"), tag.hasPrefix("#") else { return tag }
      return String(tag.dropFirst())
    }
  }

  private mutating func readDate(_ values: Properties) {
    for key in SourceAssembly.dateKeys {
      guard let written = values[key]?.text else { continue }
      reading.date = DateText.normalized(written)
      if reading.date != nil { return }
      reading.diagnostics.append(
        Diagnostic(
          .warning, at: Place(path, line: 2), "\(key) is no date: \(written)",
          remedy: "write it as YYYY-MM-DD"))
    }
    reading.date = DateText.inFileName(path)
  }

  private static func authors(_ values: Properties) -> [String] {
    if let author = values["author"], !author.texts.isEmpty {
      return author.texts.map(\.trimmingSpaces)
    }
    guard let authors = values["authors"] else { return [] }
    guard let written = authors.text else { return authors.texts.map(\.trimmingSpaces) }
    return written.replacing(" and ", with: ",").split(separator: ",").map(\.trimmingSpaces)
      .filter { !$0.isEmpty }
  }
}

extension ParamValue {
  /// Whether the value is a list.
  var isList: Bool { if case .list = self { true } else { false } }
}
