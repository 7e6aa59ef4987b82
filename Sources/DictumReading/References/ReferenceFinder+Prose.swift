import DictumModel

extension ReferenceFinder {
  /// Adds the pointers that begin at, or are known by, the byte a stretch stops at; the end of what
  /// was read, or `nil` when there is nothing.
  mutating func addPointer(in stretch: Stretch, isPlain: Bool) -> Int? {
    switch bytes[stretch.at] {
    case UInt8(ascii: ":"):
      return addURL(URLScanner.scheme(in: stretch), "", stretch)
        ?? addWork(WorkScanner.labelled(in: stretch), stretch)
    case UInt8(ascii: "w"): return addURL(URLScanner.www(in: stretch), "http://", stretch)
    case UInt8(ascii: "/"): return addWork(WorkScanner.slash(in: stretch), stretch)
    case UInt8(ascii: "@"): return addPerson(in: stretch)
    case UInt8(ascii: "$"): return MathSpan.end(in: stretch)
    case UInt8(ascii: "{"):
      guard let code = Shortcode(in: stretch) else { return nil }
      appendLink(code.target, code.span, text: code.target)
      return code.span.end
    case UInt8(ascii: "["): return addBracket(in: stretch, isPlain: isPlain)
    default: return nil
    }
  }

  private mutating func addURL(_ span: ByteSpan?, _ scheme: String, _ stretch: Stretch) -> Int? {
    guard let span else { return nil }
    let text = stretch.text(span.range)
    appendLink(scheme + text, span, text: text)
    return span.end
  }

  private mutating func addWork(_ found: (work: Work, span: ByteSpan)?, _ stretch: Stretch) -> Int?
  {
    guard let found else { return nil }
    append(
      .work, found.work.target, found.span, fragment: found.work.version,
      text: stretch.text(found.span.range))
    return found.span.end
  }

  private mutating func addPerson(in stretch: Stretch) -> Int? {
    if let (found, end) = CitationScanner.inText(stretch) {
      append(found)
      return end
    }
    guard let end = MentionScanner.end(in: stretch) else { return nil }
    let name = stretch.text(stretch.at + 1..<end)
    append(.mention, name, ByteSpan(stretch.at, end), text: name)
    return end
  }

  private mutating func addBracket(in stretch: Stretch, isPlain: Bool) -> Int? {
    if !isPlain, stretch.byte(stretch.at - 1) == UInt8(ascii: "\\") { return nil }
    if isPlain, let end = PlainWikiLink.end(in: stretch) {
      let inner = stretch.text(stretch.at + 2..<end - 2)
      let pointer = FieldValue.pointer(inner, line: 0)
      addWiki(pointer.target, pointer.fragment, inner, false, ByteSpan(stretch.at, end))
      return end
    }
    if hasBracketLinks, let link = BracketLink(in: stretch) {
      switch link.kind {
      case .page: append(.wiki, link.target, link.span, text: link.text)
      case .person: append(.mention, link.target, link.span, text: link.text)
      case .web: appendLink(link.target, link.span, text: link.text)
      }
      return link.headEnd
    }
    if hasBracketLinks { return nil }
    guard let (found, end) = CitationScanner.citations(in: stretch) else { return nil }
    append(found)
    return end
  }

  private mutating func append(_ citations: [CitationScanner.Citation]) {
    for citation in citations {
      append(
        .citation, citation.key, citation.span, fragment: citation.locator, text: citation.key)
    }
  }
}
