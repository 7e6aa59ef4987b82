import ArgumentParser
import DictumModel
import DictumSearch

/// Which passages are wanted; each can be given in the query too.
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only this speaker's own words; repeat for several.", valueName: "name"))
  var speaker: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only this source: a path, an id, or a part of a title.", valueName: "source"))
  var source: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only this kind of passage (quote, claim, code …) or source (post, dialogue …).",
      valueName: "kind"))
  var kind: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only words in this voice: own, quoted, pasted, machine, note, reported or any.",
      valueName: "voice"))
  var voice: [String] = []

  @Option(help: ArgumentHelp("Only sources with this tag.", valueName: "tag"))
  var tag: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only sources from this date on: YYYY, YYYY-MM or YYYY-MM-DD.", valueName: "date"))
  var after: String?

  @Option(help: ArgumentHelp("Only sources before this date.", valueName: "date"))
  var before: String?

  func validate() throws {
    for date in [after, before].compactMap(\.self) where PassageFilter.day(date) == nil {
      throw ValidationError("\(date) is no date: write YYYY, YYYY-MM or YYYY-MM-DD")
    }
  }

  /// The filter these options ask for.
  var filter: PassageFilter {
    var filter = PassageFilter()
    filter.speakers.include = speaker
    filter.sources.include = source
    filter.kinds.include = kind
    filter.voices.include = voice.map { $0.lowercased() }
    filter.tags.include = tag.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }
    filter.after = after.flatMap(PassageFilter.day)
    filter.before = before.flatMap(PassageFilter.day)
    return filter
  }
}
