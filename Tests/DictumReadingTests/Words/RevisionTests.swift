import DictumModel
import Testing

@testable import DictumReading

@Suite struct RevisionTests {
  @Test(
    arguments: [
      ("Edit 9/26: I still think so.", "--09-26", "I still think so.", nil),
      ("EDIT: I *still* think so.", nil, "I still think so.", nil),
      ("**EDIT 2:** Again.", nil, "Again.", nil),
      ("It is so. Edit: no.", nil, "no.", "Edit: no."),
      (
        "It is so [edit: no, see [this](u)] still.", nil, "no, see this",
        "[edit: no, see [this](u)]"
      ),
      ("(Edit, 2023-05-01: gone)", "2023-05-01", "gone", nil),
      ("Update (May 2023): it works.", "2023-05", "it works.", nil),
      ("ETA: one more word.", nil, "one more word.", nil),
      ("It is [EDIT 3 Mar 2024] so.", "2024-03-03", "EDIT 3 Mar 2024", "[EDIT 3 Mar 2024]"),
      ("Edited to add: a thing.", nil, "a thing.", nil),
      ("Edit 26/9/21: late.", "2021-09-26", "late.", nil),
      ("Edit Sept 3: late.", "--09-03", "late.", nil),
    ] as [(String, String?, String, String?)])
  func edits(_ text: String, _ date: String?, _ words: String, _ trace: String?) throws {
    let events = try reading(text).revisions
    #expect(events.count == 1)
    let event = try #require(events.first)
    #expect(event.kind == .edited && event.date == date && event.text == words)
    let bytes = Array(text.utf8)
    if let trace {
      #expect(String(decoding: bytes[event.span.range], as: UTF8.self) == trace)
    }
  }

  @Test func oneEditEndsWhereTheNextBegins() throws {
    let events = try reading("So. Edit: one. Edit 2: two.").revisions
    #expect(events.map(\.text) == ["one.", "two."])
  }

  @Test(arguments: [
    ("It is ~~not~~ so.", "not"), ("It is <s>not</s> so.", "not"),
    ("It is <del>*not*</del> so.", "not"), ("It is <strike>not</strike> so.", "not"),
  ])
  func strikes(_ text: String, _ words: String) throws {
    let events = try reading(text).revisions
    #expect(events.map(\.kind) == [.struck] && events.map(\.text) == [words])
  }

  @Test(arguments: [
    "[Retracted] It was so.", "Retracted: it was so.", "# [Retracted] On it\n\nIt was.",
  ])
  func retractions(_ text: String) throws {
    let events = try reading(text).revisions
    #expect(events.map(\.kind) == [.retracted] && events.map(\.passage) == [0])
  }

  @Test(arguments: [
    "Edit the file: it is there.", "Update your priors: they are wrong.", "Edits: none.",
    "We edit: that is what we do.", "beta: one", "The eta: a letter.", "`Edit: x`",
    "    Edit: code", "It is ~2x or ~~ so.", "`~~code~~`", "~~~\nx\n~~~", "A <s> alone.",
    "He retracted: nothing.", "It was [edit] there.", "credit: ours",
  ])
  func none(_ text: String) throws {
    #expect(try reading(text).revisions.isEmpty)
  }

  @Test(
    arguments: [
      ("9/26", "--09-26"), ("26/9", "--09-26"), ("9/26/23", "2023-09-26"), ("13/13", nil),
      ("May 3", "--05-03"), ("3 March 2024", "2024-03-03"), ("0/1", nil), ("x", nil), ("5", nil),
    ] as [(String, String?)])
  func dates(_ written: String, _ date: String?) {
    #expect(RevisionDate.normalized(written) == date)
  }
}
