import DictumModel
import Testing

/// Transcripts on pages whose segments are built alike.
@Suite struct PageSegmentTests {
  private static let words = [
    "Does it drift?", "I think so.", "Will you mend it?", "I will, on Monday.",
  ]
  private static let names = ["Ada Okafor", "Bram Visser", "Ada Okafor", "Bram Visser"]

  private static func page(_ form: String, _ names: [String] = names) -> String {
    let segments = zip(names, words).enumerated().map { index, turn in
      form.replacing("%", with: turn.0).replacing("#", with: "0:0\(index)")
        .replacing("&", with: turn.1)
    }
    return
      "<html><body><main><h1>Drift</h1>\(segments.joined(separator: "\n"))</main></body></html>"
  }

  @Test(arguments: [
    "<div class='seg'><span class='spk'>%</span><span class='ts'>#</span><p>&</p></div>",
    "<p><span class='time'>#</span> <span class='speaker'>%</span> <span class='text'>&</span></p>",
    "<li class='a b'><div><b class='n'>%</b> <a class='t' href='?t=1'>[#]</a></div><div>&</div></li>",
    "<div><h4 class='x'>%</h4><div class='y'><p>&</p></div></div>",
  ])
  func segmentsOfOneStructureAreTurns(_ form: String) throws {
    let text = Self.page(form)
    let reading = try reading(text, path: "page.html")
    let isTimed = form.contains("#")
    #expect(reading.kind == (isTimed ? .transcript : .dialogue))
    #expect(speakers(reading) == Self.names)
    #expect(reading.passages.map(\.text) == Self.words)
    #expect(reading.utterances.first?.time?.contains("0:00") == (isTimed ? true : nil))
    #expect(violations(of: reading, in: Array(text.utf8), "page.html") == [])
  }

  @Test func voicesAndRolesAreNobody() throws {
    let form = "<div class='s'><b class='n'>%</b><p>&</p></div>"
    for names in [["Speaker 1", "Speaker 2"], ["Moderator", "Guest"]] {
      let reading = try reading(Self.page(form, names + names), path: "page.html")
      #expect(speakers(reading) == ["?", "?", "?", "?"])
      #expect(reading.utterances.map(\.label) == names + names)
    }
  }

  /// Names that do not come again, a label, the beginning of a sentence, and lists of articles.
  @Test(arguments: [
    ("<div><b class='n'>%</b><p>&</p></div>", ["Ada", "Bram", "Chidi", "Lotte"]),
    ("<p><a class='user'>%</a> asked me: &</p>", names),
    ("<div><b class='n'>On %</b><p>It is.</p></div>", names),
    ("<div><b class='n'>%</b><i class='d'>Mar 3</i><p>&</p></div>", names),
    ("<div><b class='n'>%</b><h3>On drift</h3><p>&</p></div>", names),
  ])
  func othersArePosts(_ form: String, _ names: [String]) throws {
    #expect(try reading(Self.page(form, names), path: "page.html").utterances.isEmpty)
  }

  @Test func aProgrammeIsAPost() throws {
    let form = "<div><i class='t'>1#</i><b class='n'>%</b><p>&</p></div>"
    let text = Self.page(form).replacing("10:01", with: "10:15").replacing("10:02", with: "10:30")
      .replacing("10:03", with: "10:45")
    #expect(try reading(text, path: "page.html").utterances.isEmpty)
  }
}
