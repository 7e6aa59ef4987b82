import DictumModel
import Testing

@testable import DictumReading

/// Pages with comments as clippers save them in Markdown; every word is invented.
@Suite struct LinkedBylineTests {
  private static let words = [
    "I think that you measured only the north side.", "I measured both, as the table says.",
    "What about the winter?",
  ]
  private static let names = ["Ada Okafor", "Lotte Raskin", "moss_agate"]
  private static let slugs = ["ada-okafor", "lotte-raskin", "moss_agate"]

  /// The page of three comments, each written by `comment`.
  private static func page(_ comment: (String, String, Int, String) -> String) -> String {
    "# Moss and its growth\n\nMoss grows where it is damp.\n\n"
      + (0..<3).map { comment(names[$0], slugs[$0], $0, words[$0]) }.joined(separator: "\n\n")
  }

  static let pages: [String] = [
    page {
      "[\($0)](https://f.example/users/\($1))[2y](https://f.example/p/x?commentId=c\($2))12\n\n\($3)"
    },
    page { "[-]\n\n[\($0)](/users/\($1))\n\n[2y](/p/x#c\($2))\n\n12\n\n\($3)\n\n[Reply](/p/x)" },
    page {
      "[\($0)](user?id=\($1)) [2 hours ago](item?id=\($2)) | [next](#1) [[–]](javascript:void)\n\n\($3)\n\nreply"
    },
    page {
      "**[\($0)](https://c.example/\($1))** commented [Mar 12, 2024](https://c.example/1#c\($2))\n\n\($3)"
    },
    page {
      "![](/a.png)[\($0)](https://s.example/@\($1)) · [3d](https://s.example/n/c-\($2))\n\n\($3)\n\nLike (2)"
    },
    page { "### [\($0)](https://f.example/u/\($1)) [12 Mar 2024](/t/1/\($2))\n\n\($3)" },
    page { "- [\($0)](/users/\($1)) [2y](/p/x#c\($2)) 12 4\n\n  \($3)" },
  ]

  @Test(arguments: pages)
  func comments(_ text: String) throws {
    let reading = try reading(text)
    #expect(reading.kind == .comments)
    #expect(speakers(reading) == Self.names)
    let said = reading.passages.filter { $0.utterance != nil }
    #expect(said.map(\.text) == Self.words)
    #expect(reading.passages.map(\.text) == ["Moss grows where it is damp."] + Self.words)
    #expect(violations(of: reading, in: Array(text.utf8)) == [])
  }

  @Test func whatTheLinksSay() throws {
    let dated = try reading(Self.pages[3])
    #expect(dated.utterances.map(\.date) == Array(repeating: "2024-03-12", count: 3))
    #expect(dated.utterances.map(\.identifier) == ["c0", "c1", "c2"])
    let first = try reading(Self.pages[0])
    #expect(first.utterances.map(\.identifier) == ["c0", "c1", "c2"])
    #expect(first.utterances.map(\.date) == [nil, nil, nil])
  }

  @Test(arguments: [("", ""), ("**", "**"), ("##### ", ""), ("", ":")])
  func dialogues(_ before: String, _ behind: String) throws {
    let words = ["Is it damp there?", "It is. Did you measure?", "I did.", "More"]
    let text =
      "# On moss\n\n"
      + words.enumerated().map { index, words in
        let person = index % 2 == 0 ? "[Ada Okafor](/users/ada-okafor)" : "[moss_agate](/users/m4)"
        return "\(before)\(person)\(behind)\n\n\(words)"
      }.joined(separator: "\n\n")
    let reading = try reading(text)
    #expect(reading.kind == .dialogue)
    #expect(speakers(reading) == ["Ada Okafor", "moss_agate", "Ada Okafor", "moss_agate"])
    #expect(reading.passages.map(\.text) == words)
  }

  @Test func timesThatLeadNowhere() throws {
    let reading = try reading(
      "Moss.\n\n[Ada Okafor](/users/ada-okafor) 12 Mar 2023 10:02 UTC 12 points\n\nI agree.\n\n"
        + "[Lotte Raskin](/users/lotte-raskin) 3y 4\n\nI do not.\n")
    #expect(speakers(reading) == ["Ada Okafor", "Lotte Raskin"])
    #expect(reading.utterances.map(\.date) == ["2023-03-12T10:02Z", nil])
    #expect(reading.passages.map(\.text) == ["Moss.", "I agree.", "I do not."])
  }

  @Test func depthIsThatOfTheList() throws {
    let text = """
      - [Ada Okafor](/users/ada-okafor) [2y](/p/x#c1)

        It is damp there.

        - [Lotte Raskin](/users/lotte-raskin) [2y](/p/x#c2)

          It is not.

      - [Ada Okafor](/users/ada-okafor) [1y](/p/x#c3)

        I measured again.
      """
    let reading = try reading(text)
    #expect(reading.replies.map(\.from) == [1])
    #expect(reading.replies.map(\.to) == [0])
  }

  @Test func oneCommentIsEnoughWhereItsAddressSaysSo() throws {
    let byline = "[Ada Okafor](/users/ada-okafor) [2y](/p/x"
    #expect(try reading("Moss.\n\n\(byline)?commentId=c1)\n\nI agree.\n").utterances.count == 1)
    #expect(try reading("Moss.\n\n\(byline))\n\nI agree.\n").utterances.isEmpty)
  }

  @Test func theAuthorOfThePost() throws {
    let reading = try reading(
      "# Moss\n\nby [Ada Okafor](https://f.example/users/ada-okafor) 12th Mar 2023\n\nIt grows.\n")
    #expect(reading.authors == ["Ada Okafor"])
    #expect(reading.date == "2023-03-12")
    #expect(reading.passages.map(\.text) == ["It grows."])
  }

  /// Lists of links, blogrolls and logs of changes are no comments, and keep their words.
  @Test(arguments: [
    "- [Moss](https://a.example/moss) [2y](https://a.example/1)\n- [Fern](https://a.example/fern) [1y](https://a.example/2)\n",
    "[1.2.0](/users/1.2.0) [12 Mar 2024](/r/1)\n\nFixed.\n\n[1.1.0](/users/1.1.0) [11 Mar 2024](/r/2)\n\nAdded.\n",
    "[Ada Okafor](/users/ada-okafor) wrote in [2024](/p/1) that it is damp.\n\n[Lotte Raskin](/users/lotte-raskin) in [2023](/p/2) did not.\n",
    "[Ada Okafor](/users/ada-okafor)\n\n[Lotte Raskin](/users/lotte-raskin)\n",
    "by [Ada Okafor](/users/ada-okafor) and her sister\n\nIt grows.\n",
    "[Ada Okafor](/users/ada-okafor)\n\nA botanist.\n\n[Lotte Raskin](/users/lotte-raskin)\n\nA diver.\n",
    "[Moss](/moss)\n\nIt grows.\n\n[Fern](/fern-care)\n\nSo does it.\n\n[Moss](/moss)\n\nAgain.\n",
  ])
  func otherLinks(_ text: String) throws {
    let reading = try reading(text)
    #expect(reading.utterances.isEmpty)
    #expect(reading.authors.isEmpty)
  }
}
