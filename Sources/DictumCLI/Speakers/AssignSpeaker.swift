import ArgumentParser
import DictumModel
import DictumStore

/// `dictum speakers assign`: says who turns are by.
struct AssignSpeaker: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Say who one turn, a range, or all turns of a label are by.",
    discussion: """
      A turn is remembered by its words: it stays assigned when the file is edited elsewhere. If its \
      own words change, `dictum check` says so.

      Examples:
        dictum speakers assign 'dialogues/fog.txt#t4' "Bram Visser"
        dictum speakers assign 'dialogues/fog.txt#t6..t9' "Noor Haddad"
        dictum speakers assign --label "Speaker 1" talks/lunch.vtt "Bram Visser"
      """)

  @OptionGroup var library: LibraryOptions

  @Option(
    help: ArgumentHelp("All turns of the source with this label.", valueName: "label"))
  var label: String?

  @Argument(help: "SOURCE#t12 or SOURCE#t12..t20; with --label, SOURCE.")
  var turns: String

  @Argument(help: "The speaker's name, or what the source calls her, such as her initials.")
  var name: String

  func validate() throws {
    guard name.contains(where: \.isLetter) else {
      throw ValidationError("\(name) is no name")
    }
  }

  func run() throws {
    let session = try DecisionSession(library)
    var decision = DecisionSession.decision(.assign)
    var chosen: (SourceTurns, [SourceTurns.Turn])
    if let label {
      let source = try session.turns(of: turns)
      chosen = (
        source, source.turns.filter { $0.label.map(SpeakerKey.init) == SpeakerKey(label) }
      )
      guard !chosen.1.isEmpty else {
        let labels = Set(source.turns.compactMap(\.label)).sorted().prefix(8)
        throw Failure(
          "\(source.path): no turn has the label \(label)"
            + (labels.isEmpty ? "" : "; the labels are \(labels.joined(separator: ", "))"))
      }
      decision.label = label
    } else {
      chosen = try session.turns(in: turns)
      decision.turns = chosen.1.map(\.key)
    }
    // Who is there already is called as before, be it by the initials of a legend.
    let name = try session.store.speakerName(name, in: chosen.0.path) ?? name
    decision.name = name
    decision.source = chosen.0.path
    decision.sha256 = chosen.0.sha256
    try session.take(decision)
    Terminal.print(chosen.1.map { DecisionText.line(chosen.0.path, $0, name) })
  }
}

/// What a decision changed, for people.
enum DecisionText {
  /// `SOURCE#t12: Ada Okafor (before: unknown)`.
  static func line(_ path: String, _ turn: SourceTurns.Turn, _ name: String) -> String {
    "\(path)#t\(turn.key.number): \(name) (before: \(turn.speaker ?? "unknown"))"
  }
}
