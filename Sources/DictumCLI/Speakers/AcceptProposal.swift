import ArgumentParser
import DictumModel

/// `dictum speakers accept`: makes a proposal the user's word.
struct AcceptProposal: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Accept who turns are proposed to be by.",
    discussion: """
      Of a range, the turns for which exactly one name is proposed.

      Examples:
        dictum speakers accept 'dialogues/fog.txt#t4'
        dictum speakers accept 'dialogues/fog.txt#t1..t11'
      """)

  @OptionGroup var library: LibraryOptions

  @Argument(help: "SOURCE#t12 or SOURCE#t12..t20.")
  var turns: String

  func run() throws {
    let session = try DecisionSession(library)
    let (source, range) = try session.turns(in: turns)
    let sure = range.filter { $0.speaker == nil && $0.proposed.count == 1 }
    for turn in range where turn.speaker == nil && turn.proposed.count > 1 {
      Terminal.talk(
        "\(source.path)#t\(turn.key.number): several names are proposed, assign one: "
          + turn.proposed.joined(separator: ", "))
    }
    guard !sure.isEmpty else {
      throw Failure("\(turns): nothing to accept; `dictum speakers --proposed` lists what there is")
    }
    // One decision a name, so that each can be undone by itself.
    for name in Set(sure.flatMap(\.proposed)).sorted() {
      let own = sure.filter { $0.proposed.first == name }
      var decision = DecisionSession.decision(.assign)
      decision.name = name
      decision.source = source.path
      decision.sha256 = source.sha256
      decision.turns = own.map(\.key)
      try session.take(decision)
      Terminal.print(own.map { DecisionText.line(source.path, $0, name) })
    }
  }
}
