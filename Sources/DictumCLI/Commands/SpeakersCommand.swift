import ArgumentParser

/// `dictum speakers`: who speaks in this library, and the user's word on it.
struct SpeakersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speakers", abstract: "List the speakers; say who unnamed turns are by.",
    discussion: """
      Where nothing says who speaks, the speaker is unknown. --proposed lists the turns whose words \
      or surroundings point at somebody, each with the reason, and names that are perhaps one \
      person's. What you accept, assign or merge is kept in .dictum/ledger/decisions.jsonl, never in \
      your notes, and every decision can be undone.

      Examples:
        dictum speakers kwa
        dictum speakers --proposed
        dictum speakers accept 'dialogues/fog.txt#t4'
        dictum speakers assign 'dialogues/fog.txt#t6..t9' "Noor Haddad"
        dictum speakers assign --label "Speaker 1" talks/lunch.vtt "Bram Visser"
        dictum speakers merge "B. Visser" "Bram Visser"
        dictum speakers undo
      """,
    subcommands: [
      ListSpeakers.self, AssignSpeaker.self, AcceptProposal.self, MergeSpeakers.self,
      UndoDecision.self,
    ], defaultSubcommand: ListSpeakers.self)
}
