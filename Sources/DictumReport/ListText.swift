package import DictumModel

/// The lists for people: a line or two a thing.
package enum ListText {
  /// The speakers with how much each says, then who is only named; and, of the whole library, how much
  /// nobody known says.
  package static func text(_ list: SpeakerList, isWhole: Bool = true, style: Style) -> [String] {
    var table = Table(right: [1, 2, 3, 4])
    let heard = list.speakers.filter { !$0.isOnlyNamed }
    if !heard.isEmpty {
      table.add(["speaker", "utterances", "passages", "sources", "claims", "also"])
    }
    for speaker in heard {
      table.add([
        style.paint(style.safe(speaker.name), .speaker), String(speaker.utterances),
        String(speaker.passages)
          + (speaker.guessedPassages > 0 ? " + \(speaker.guessedPassages)?" : ""),
        String(speaker.sources), String(speaker.claims),
        style.safe(speaker.aliases.joined(separator: ", ")),
      ])
    }
    var lines = table.lines
    let named = list.speakers.filter(\.isOnlyNamed).map(\.name)
    if !named.isEmpty {
      lines += TextWidth.wrap(
        "only named or quoted, never speaking: " + style.safe(named.joined(separator: ", ")),
        width: style.width)
    }
    if isWhole, list.unknownUtterances > 0 {
      lines.append(NumberText.count(list.unknownUtterances, "utterance") + " of unknown speakers")
    }
    return lines
  }

  /// The sources with kind, date and size.
  package static func text(_ sources: [SourceSummary], style: Style) -> [String] {
    var table = Table(right: [3, 4, 5])
    if !sources.isEmpty {
      table.add(["path", "kind", "date", "passages", "turns", "claims", "title"])
    }
    for source in sources {
      table.add([
        style.paint(style.safe(source.path), .place), source.kind.rawValue,
        style.safe(String(source.date?.prefix(10) ?? "")), String(source.passages),
        String(source.turns),
        String(source.claims), style.safe(source.title),
      ])
    }
    return table.lines
  }

  /// The claims, each with who put it forward, its address and what runs say.
  package static func text(_ claims: [ClaimView], style: Style) -> [String] {
    claims.flatMap { claim in
      var lines = TextWidth.wrap(style.safe(claim.text), width: style.width)
      var facts = [
        claim.speakers.isEmpty
          ? "unknown speaker"
          : style.paint(style.safe(claim.speakers.joined(separator: ", ")), .speaker)
      ]
      if let credence = claim.credence { facts.append("credence \(style.safe(credence))") }
      if claim.standing != .untested {
        facts.append(StandingText.text(claim.standing, claim.models, style: style))
      }
      lines.append("    " + facts.joined(separator: "; "))
      lines.append("    " + style.paint(claim.address, .address))
      return lines
    }
  }

  /// The models, each with its expectations and their newest verdicts.
  package static func text(_ models: [ModelSummary], style: Style) -> [String] {
    models.flatMap { model in
      var lines = [
        style.paint(model.address, .title) + "  " + style.safe(model.title),
        "    \(style.safe(model.path)): \(style.safe(model.command.joined(separator: " ")))",
      ]
      lines += model.tests.map { test in
        style.safe("    #\(test.bound?.id ?? "")  \(test.bound.map(BoundText.text) ?? "")  ")
          + StandingText.text(test, style: style)
      }
      return lines
    }
  }
}
