package import DictumModel

/// What is proposed of speakers, for people.
package enum ProposalText {
  /// Each turn with the name, how it begins and why; then the names that are much alike.
  package static func text(_ proposals: SpeakerProposals, style: Style) -> [String] {
    var lines: [String] = []
    for proposal in proposals.turns {
      lines.append(
        "\(style.paint(style.safe(proposal.address), .address))  "
          + style.paint(style.safe(proposal.name) + "?", .speaker)
          + "  \(NumberText.percent(proposal.confidence))")
      lines.append("    “\(style.safe(proposal.words))”")
      let place = proposal.cue.line.map { " (line \($0))" } ?? ""
      lines += TextWidth.wrap(style.safe(proposal.reason) + place, width: style.width - 4)
        .map { "    " + $0 }
    }
    for merge in proposals.merges {
      lines.append(
        "\(style.paint(style.safe(merge.name), .speaker)) is perhaps "
          + style.paint(style.safe(merge.into), .speaker))
      lines.append("    " + style.safe(merge.reason))
    }
    if !proposals.turns.isEmpty {
      lines.append(style.paint("accept with: dictum speakers accept 'SOURCE#tN'", .quiet))
    }
    if !proposals.merges.isEmpty {
      lines.append(style.paint("merge with: dictum speakers merge 'NAME' 'NAME'", .quiet))
    }
    return lines
  }
}
