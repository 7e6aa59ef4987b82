package import DictumModel

/// The trace of a claim as a tree.
package enum TraceText {
  /// The claim; below it who put it forward, what it is taken from, how it bears on other claims, and
  /// what ran.
  package static func text(_ trace: ClaimTrace, style: Style) -> [String] {
    let claim = trace.claim
    var head = TextWidth.wrap(style.safe(claim.text), width: style.width).map {
      style.paint($0, .title)
    }
    var facts = [claim.address]
    if let credence = claim.credence { facts.append("credence \(style.safe(credence))") }
    if let status = claim.status { facts.append("status \(style.safe(status))") }
    head.append(style.paint(facts.joined(separator: "  "), .address))
    head.append(StandingText.text(claim.standing, claim.models, style: style))

    var branches = trace.assertions.map { assertion($0, claim: claim, style: style) }
    if !trace.sources.isEmpty {
      branches.append(Tree("taken from", trace.sources.map { source($0, style: style) }))
    }
    branches += trace.relations.map { relation($0, style: style) }
    branches += trace.tests.map { test($0, style: style) }
    if !trace.mentions.isEmpty {
      branches.append(
        Tree(
          "mentioned in",
          trace.mentions.map { passage in
            Tree(
              "\(PassageText.who(passage, style: style))  \(style.paint(passage.address, .address))"
            )
          }))
    }
    return Tree(head, branches).drawn
  }

  private static func assertion(
    _ assertion: AssertionView, claim: ClaimView, style: Style
  ) -> Tree {
    let passage = assertion.passage
    var parts = [
      (assertion.isDeclaration ? "put forward by " : "asserted by ")
        + style.paint(style.safe(assertion.speaker.shortText), .speaker)
        + style.paint(" (\(assertion.speaker.methodText))", .quiet)
    ]
    if let turn = passage.turn {
      parts.append("turn \(turn)" + (passage.time.map { " (\(style.safe($0)))" } ?? ""))
    }
    if let date = assertion.date { parts.append(style.safe(String(date.prefix(10)))) }
    var lines = [parts.joined(separator: ", ")]
    let place = style.paint("\(style.safe(passage.path)):\(passage.line)", .place)
    // The declaration's address is the claim's, which stands above.
    let isSame = passage.address == claim.address
    lines.append(place + (isSame ? "" : "  " + style.paint(passage.address, .address)))
    // The claim's own words need not be said twice.
    let words = passage.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if words != claim.text {
      lines += TextWidth.wrap("“\(style.safe(words))”", width: style.width - 6)
    }
    lines += RemarkText.lines(passage, style: style)
    return Tree(lines, assertion.references.map { reference($0, style: style) })
  }

  private static func reference(_ reference: ReferenceView, style: Style) -> Tree {
    let verb =
      switch reference.kind {
      case .link, .wiki: "links to"
      case .image, .embed: "shows"
      case .footnote: "notes"
      case .mention: "mentions"
      case .citation, .work: "cites"
      }
    var line = "\(verb) \(style.safe(reference.address ?? reference.target))"
    if reference.isDangling { line += style.paint("  (leads nowhere)", .bad) }
    return Tree(line)
  }

  private static func source(_ source: SourceView, style: Style) -> Tree {
    var parts = [style.safe(source.title ?? source.target)]
    if let speaker = source.speaker {
      parts.append(style.paint(style.safe(speaker.shortText), .speaker))
    }
    if let locator = source.locator { parts.append(style.safe(locator)) }
    var lines = [parts.joined(separator: ", ")]
    if let quote = source.quote {
      lines += TextWidth.wrap("“\(style.safe(quote))”", width: style.width - 6)
    }
    var facts = [source.address ?? "not in the library: \(source.target)"]
    switch source.fidelity {
    case .verbatim: facts.append("quoted word for word")
    case .normalized: facts.append("quoted but for case, punctuation or what is left out")
    case .notFound, .unchecked, nil: break
    }
    let missing =
      source.fidelity == .notFound
      ? style.paint("  the words are not there", .bad) : ""
    lines.append(style.paint(facts.joined(separator: "  "), .address) + missing)
    return Tree(lines)
  }

  private static func relation(_ relation: RelationView, style: Style) -> Tree {
    guard let claim = relation.claim else {
      return Tree(
        "\(relation.label) \(style.safe(relation.target))" + style.paint("  (leads nowhere)", .bad))
    }
    let who = claim.speakers.isEmpty ? "" : " (\(claim.speakers.joined(separator: ", ")))"
    var lines = TextWidth.wrap(
      "\(relation.label): \(style.safe(claim.text))\(style.safe(who))", width: style.width - 3)
    lines.append(
      style.paint(claim.address, .address) + "  "
        + StandingText.text(claim.standing, claim.models, style: style))
    return Tree(lines)
  }

  private static func test(_ test: TestView, style: Style) -> Tree {
    var lines = [style.safe("tested by \(test.address)")]
    if let bound = test.bound { lines.append(style.safe(BoundText.text(bound))) }
    lines.append(StandingText.text(test, style: style))
    if let run = test.run { lines.append(style.paint("\(run.id)", .address)) }
    return Tree(lines)
  }
}

/// A declared bound in words.
enum BoundText {
  /// `tail_exponent.Q3 == 0.75 ± 0.03`.
  static func text(_ bound: ModelCard.Expectation) -> String { bound.words }
}
