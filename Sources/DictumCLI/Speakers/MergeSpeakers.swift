import ArgumentParser
import DictumModel
import DictumStore

/// `dictum speakers merge`: says that two names are one person's.
struct MergeSpeakers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Say that a name is another speaker's, in the whole library.",
    discussion: """
      Example:
        dictum speakers merge "B. Visser" "Bram Visser"
      """)

  @OptionGroup var library: LibraryOptions

  @Argument(help: "The name to give up; it is still found.")
  var name: String

  @Argument(help: "The name to keep.")
  var into: String

  func run() throws {
    guard SpeakerKey(name) != SpeakerKey(into) else {
      throw Failure("\(name) and \(into) are one name already")
    }
    let session = try DecisionSession(library)
    let known = try session.store.speakerNames(name)
    guard known.contains(where: { SpeakerKey($0) == SpeakerKey(name) }) else {
      throw Failure(
        "no speaker is called \(name)"
          + (known.isEmpty ? "" : ": perhaps \(known.prefix(3).joined(separator: ", "))"))
    }
    var decision = DecisionSession.decision(.merge)
    decision.name = name
    // A speaker who is there is called as before.
    let kept = try session.store.speakerNames(into).first { SpeakerKey($0) == SpeakerKey(into) }
    decision.into = kept ?? into
    try session.take(decision)
    Terminal.print(["\(name) is \(kept ?? into)"])
  }
}
