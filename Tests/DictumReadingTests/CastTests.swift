import DictumModel
import Testing

@testable import DictumReading

/// One person under several labels is one speaker.
@Suite struct CastTests {
  private static let exchange = "AO: One.\n\nBV: Two.\n\nAO: Three.\n\nBV: Four."

  @Test(arguments: [
    "| Name | Abbreviation | Organization |\n|---|---|---|\n| Ada Okafor | AO | MIRI |\n"
      + "| Bram Visser | BV | ETH |",
    "| Initials | Delegate |\n|---|---|\n| AO | Ada Okafor |\n| BV | Bram Visser |",
    "| Person | From | |\n|---|---|---|\n| Ada Okafor | MIRI | AO |\n| Bram Visser | ETH | BV |",
    "Present: Ada Okafor (AO), Bram Visser (BV), Cy Roe (CR)",
    "- Ada Okafor (AO)\n- Bram Visser (BV)",
    "- AO - Ada Okafor\n- BV – Bram Visser",
    "- AO: Ada Okafor\n- BV: Bram Visser, ETH",
    "AO = Ada Okafor\nBV = Bram Visser", "*AO = Ada Okafor, BV = Bram Visser*",
    "AO – Ada Okafor; BV – Bram Visser (ETH)",
  ])
  func legends(_ legend: String) throws {
    let reading = try reading("# Minutes\n\n\(legend)\n\n## One\n\n\(Self.exchange)")
    #expect(speakers(reading) == ["Ada Okafor", "Bram Visser", "Ada Okafor", "Bram Visser"])
    #expect(reading.utterances.allSatisfy { $0.attribution.method == .legend })
    #expect(reading.utterances[0].label == "AO")
    #expect(reading.speakerAliases == ["AO": "Ada Okafor", "BV": "Bram Visser"])
  }

  /// A legend that gives two names for one code gives none, and words that do not fit are no name.
  @Test(arguments: [
    "- AO: Ada Okafor\n- AO: Abe Odum", "The Annual Outing (XY) was good.", "AO is here.",
    "| Name | Size |\n|---|---|\n| Bram Visser | AO |",
  ])
  func noLegends(_ legend: String) throws {
    #expect(speakers(try reading("\(legend)\n\n\(Self.exchange)"))[0] == "AO")
  }

  /// Initials are those of the one who spoke under a full name, or whom the words above name.
  @Test(arguments: [
    "Ada Okafor: Hello. Shall I begin?\n\nBram Visser: Do, if you like.\n\n",
    "Ada Okafor (AO): Hello. Shall I begin?\n\nBram Visser (BV): Do, if you like.\n\n",
    "Dr. Ada Okafor: Hello. Shall I begin?\n\nBram van der Visser: Do, if you like.\n\n",
    "Ada Okafor spoke with Bram Visser about gauges.\n\n",
  ])
  func initialsWithoutALegend(_ above: String) throws {
    let found = try speakers(reading(above + Self.exchange)).suffix(4).map { name in
      name.hasSuffix("Okafor")
        ? "Ada" : name.hasPrefix("Bram") && name.hasSuffix("Visser") ? "Bram" : name
    }
    #expect(found == ["Ada", "Bram", "Ada", "Bram"])
  }

  /// Initials of two people are nobody's, and words above that lack one of them name nobody.
  @Test(arguments: [
    "Ada Okafor: Hello. Shall I begin?\n\nAbe Odum: Do, if you like.\n\n",
    "Ada Okafor spoke with Abe Odum and Bram Visser.\n\n", "Ada Okafor spoke about gauges.\n\n",
  ])
  func initialsOfNobody(_ above: String) throws {
    #expect(try speakers(reading(above + Self.exchange)).suffix(4).first == "AO")
  }

  @Test(arguments: [
    ("DH/YK", ["DH", "YK"]), ("DH & YK", ["DH", "YK"]), ("Ada and Bram", ["Ada", "Bram"]),
    ("Ada Okafor und Bram", ["Ada Okafor", "Bram"]), ("A/B/C", ["A", "B", "C"]), ("Ada", ["Ada"]),
    ("Andrea", ["Andrea"]), ("Ada and", ["Ada and"]), ("Ada/", ["Ada/"]), ("唐鳳、林全", ["唐鳳", "林全"]),
  ])
  func parts(_ label: String, _ parts: [String]) {
    #expect(JointLabel.parts(of: label) == parts)
  }

  @Test func jointLabels() throws {
    let reading = try reading(
      "Present: Ada Okafor (AO), Bram Visser (BV)\n\n"
        + "AO: One.\n\nBV: Two.\n\nAO/BV: Three.\n\nAO & BV: Four.\n\nBV: Five.\n\nAO: Six.\n\n"
        + "AO/XX: Seven.")
    #expect(
      speakers(reading) == [
        "Ada Okafor", "Bram Visser", "Ada Okafor", "Ada Okafor", "Bram Visser", "Ada Okafor",
        "AO/XX",
      ])
    #expect(reading.utterances.map { $0.alsoBy.map(\.name) }[2] == ["Bram Visser"])
    #expect(reading.utterances[0].alsoBy.isEmpty && reading.utterances[6].alsoBy.isEmpty)
    #expect(reading.utterances.map(\.turn) == [1, 2, 3, 3, 4, 5, 6])
  }

  @Test(arguments: [
    ("Daniel", "Daniel Filan", 0.9), ("Filan", "Daniel Filan", 0.9),
    ("Mr. Filan", "Daniel Filan", 0.9), ("DR FILAN", "Daniel Filan", 0.9),
    ("Daniel F.", "Daniel Filan", 0.9), ("DF", "Daniel Filan", 0.7),
    ("Dan", "Daniel Filan", 0.7), ("Wladimir van der Laan", "Wladimir J. van der Laan", 0.9),
    ("Mr. Daniel", "Daniel Filan", nil), ("Da", "Daniel Filan", nil),
    ("Daniela", "Daniel Filan", nil), ("Daniel Filan", "Daniel Filan", nil),
    ("James O’B", "James O'Beirne", 0.9), ("Daniel", "Daniel", nil),
    ("Daniel K", "Daniel Filan", nil), ("", "Daniel Filan", nil),
    ("FD", "Daniel Filan", nil), ("Mr.", "Daniel Filan", nil),
  ])
  func shortNames(_ label: String, _ person: String, _ confidence: Double?) {
    #expect(ShortName(label).confidence(isShortFor: ShortName(person)) == confidence)
  }

  @Test(arguments: [
    // A full name among the labels.
    (
      "", ["Daniel Filan", "Ada", "Daniel", "Ada", "Daniel"],
      ["Daniel Filan", "Ada", "Daniel Filan", "Ada", "Daniel Filan"]
    ),
    // A letter that took a name's place, and one that did not.
    ("", ["Ada", "Bram", "A", "B", "A", "B"], ["Ada", "Bram", "Ada", "Bram", "Ada", "Bram"]),
    ("", ["Ada", "B", "Bram", "B", "Ada", "Bram"], ["Ada", "?", "Bram", "?", "Ada", "Bram"]),
    (
      "", ["Ada", "Q", "A", "Q", "A", "Ada", "Bo", "Bo"],
      ["Ada", "?", "?", "?", "?", "Ada", "Bo", "Bo"]
    ),
    ("", ["Ada", "Abe", "B", "Ada", "Abe", "B"], ["Ada", "Abe", "?", "Ada", "Abe", "?"]),
    // Initials with a particle.
    (
      "speakers: [Jan van Wijk, Bo Li]", ["JvW", "Bo Li", "JvW", "Bo Li"],
      [
        "Jan van Wijk", "Bo Li", "Jan van Wijk", "Bo Li",
      ]
    ),
    // Two of them: neither is meant.
    (
      "", ["Daniel Filan", "Daniel Li", "Daniel", "Daniel Filan", "Daniel Li", "Daniel"],
      ["Daniel Filan", "Daniel Li", "Daniel", "Daniel Filan", "Daniel Li", "Daniel"]
    ),
    // A list in the front matter, other spellings in the text.
    (
      "speakers: [Matthew Corallo, Wladimir J. van der Laan]",
      ["Matt", "Wladimir van der Laan", "Corallo", "Wladimir"],
      [
        "Matthew Corallo", "Wladimir J. van der Laan", "Matthew Corallo",
        "Wladimir J. van der Laan",
      ]
    ),
    // Part of a name is too little where nobody says who takes part.
    (
      "", ["Matthew Corallo", "Matt", "Matthew Corallo", "Matt"],
      [
        "Matthew Corallo", "Matt", "Matthew Corallo", "Matt",
      ]
    ),
    // Remarks and case.
    (
      "", ["Ada Okafor", "ADA OKAFOR (MIRI)", "Bo", "Ada Okafor (after the fact)", "Bo"],
      [
        "Ada Okafor", "Ada Okafor", "Bo", "Ada Okafor", "Bo",
      ]
    ),
  ])
  func people(_ yaml: String, _ labels: [String], _ names: [String]) throws {
    let body = labels.map { "\($0): Words." }.joined(separator: "\n\n")
    let reading = try reading("---\n\(yaml)\n---\n\(body)")
    #expect(speakers(reading) == names)
    for utterance in reading.utterances where utterance.label != utterance.attribution.name {
      #expect(utterance.attribution.confidence < 1)
    }
  }

  /// A name that is nearly another's is proposed, never merged.
  @Test(arguments: [
    ("Johnny Boursiquot", 8, "Jonny Boursiquot", 1, true),
    ("Johnny Boursiquot", 3, "Jonny Boursiquot", 1, false),
    ("Johnny Boursiquot", 8, "Jonny Boursiquot", 4, false),
    ("Anna", 8, "Anne", 1, false), ("Audience Row 11", 8, "Audience Row 12", 1, false),
    ("Jenna Büchy", 8, "Jenna Buchy", 1, true),
  ])
  func drift(_ often: String, _ many: Int, _ seldom: String, _ few: Int, _ isProposed: Bool) throws
  {
    let labels =
      Array(repeating: [often, "Bo"], count: many).flatMap { $0 }
      + Array(repeating: [seldom, "Bo"], count: few).flatMap { $0 }
    let text = labels.map { "**\($0):** Words." }.joined(separator: "\n\n")
    let reading = try reading(text)
    #expect(speakers(reading) == labels)
    #expect(reading.proposals.count == (isProposed ? few : 0))
    guard let proposal = reading.proposals.first else { return }
    #expect(proposal.name == often && proposal.method == .spelling)
    #expect(proposal.utterance == 2 * many && proposal.line == 4 * many + 1)
    #expect(
      proposal.reason
        == "\(seldom) speaks once here and \(often) speaks \(many) times: "
        + "the names are nearly the same")
  }

  @Test func driftFromTheFrontMatter() throws {
    let reading = try reading(
      "---\nspeakers: [Mark Erhardt, Ada Okafor]\n---\n"
        + "Mark Erhart: a\n\nAda Okafor: b\n\nMark Erhart: c\n\nAda Okafor: d")
    #expect(reading.proposals.map(\.name) == ["Mark Erhardt", "Mark Erhardt"])
    #expect(reading.proposals[0].reason.contains("the front matter lists Mark Erhardt"))
  }

  @Test(arguments: [
    ("Moderator", LabelBearer.role), ("AUDIENCE MEMBER #2", .role), ("The Court", .role),
    ("Unidentified Male Speaker", .role), ("Someone from Apple", .role), ("The SPEAKER", .role),
    ("主持人", .role), ("Q", .asker), ("Q2", .asker), ("Frage", .asker), ("Everyone", .group),
    ("Break", .part), ("[Laughter]", .part), ("GPT-4o", .machine), ("assistant", .machine),
    ("Ada Okafor", nil), ("Margaret Court", nil), ("Speaker", nil), ("Speaker 1", nil),
    ("SPEAKER_00", nil), ("Note", nil), ("", nil), ("Hostetter", nil),
  ])
  func bearers(_ words: String, _ bearer: LabelBearer?) {
    #expect(LabelBearer(words: words) == bearer)
  }
}
