import DictumModel
import Testing

/// Mails: mailboxes, archives, one mail, and those pasted into notes.
@Suite struct MailTests {
  static let mailbox = """
    From ada@example.org Tue Mar 12 09:15:02 2024
    Received: from a by b;
      Tue, 12 Mar 2024 09:15:02 +0000
    From: =?utf-8?Q?Ad=C3=A9_Okafor?= <ada@example.org>
    Date: Tue, 12 Mar 2024 09:15:02 +0000
    Subject: The gauges
    Message-ID: <m1@example.org>

    Which gauge drifts?

    From bram@example.org Tue Mar 12 10:15:02 2024
    From: "Visser, Bram" <bram@example.org>
    Date: Tue, 12 Mar 2024 10:15:02 +0000
    Subject: Re: The gauges
    Message-ID: <m2@example.org>
    In-Reply-To: <m1@example.org>

    > Which gauge drifts?

    The old one.

    From cleo@example.org Tue Mar 12 11:15:02 2024
    From: cleo@example.org
    Date: Tue, 12 Mar 2024 11:15:02 +0000
    Subject: Re: The gauges
    Message-ID: <m3@example.org>
    References: <m1@example.org> <m2@example.org>
    Content-Type: multipart/alternative; boundary="b1"

    --b1
    Content-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: quoted-printable

    It is the caf=C3=A9's, and a long line is =
    cut.

    --b1
    Content-Type: text/html

    <p>Not read.</p>
    --b1--

    """

  /// Whom a mail program says it quotes is who says the quoted words, in a mail and in a note.
  @Test(
    arguments: [
      "On 12 Mar 2025, Greta Simm wrote:", "On Tue, Mar 11, 2025 at 9:00 AM Greta Simm wrote:",
      "On Tue, Mar 11, 2025 at 9:00 AM Greta Simm <greta@example.org> wrote:",
      "On Tue, Mar 11, 2025 at 9:00 AM Greta Simm <greta@example.org>\nwrote:",
    ])
  func whoIsQuotedIsNamed(_ line: String) throws {
    let head = "From: Otto Hale <o@e.org>\nDate: Wed, 12 Mar 2025 18:02:11 +0000\nSubject: Pier\n\n"
    let body = "I agree.\n\n\(line)\n\n> What do you think?\n"
    for (path, text) in [("a.eml", head + body), ("a.md", "# Mail\n\n" + body)] {
      let passages = try reading(text, path: path).passages
      #expect(passages.last?.text == "What do you think?")
      #expect(passages.last?.voice == .quoted)
      #expect(passages.last?.attribution?.name == "Greta Simm", "\(path)")
      #expect(passages.dropLast().allSatisfy { $0.attribution == nil })
    }
  }

  @Test(arguments: ["list.mbox", "list.txt", "list.md"])
  func aMailbox(_ path: String) throws {
    let reading = try reading(Self.mailbox, path: path)
    #expect(speakers(reading) == ["Adé Okafor", "Bram Visser", "cleo@example.org"])
    #expect(reading.title == "The gauges")
    #expect(reading.date?.hasPrefix("2024-03-12") == true)
    #expect(reading.replies.map(\.to) == [0, 1])
    #expect(reading.replies.map(\.from) == [1, 2])
    let words = reading.passages.map(\.text)
    #expect(words.prefix(3) == ["Which gauge drifts?", "Which gauge drifts?", "The old one."])
    #expect(words.last?.contains("café's, and a long line is\ncut.") == true)
    #expect(reading.passages[1].voice == .quoted)
    #expect(violations(of: reading, in: Array(Self.mailbox.utf8), "a.json") == [])
  }

  @Test func oneMail() throws {
    let text = "From: ada at example.org (Ada Okafor)\nDate: 12 Mar 2024\nSubject: Salt\n\nIt is.\n"
    let reading = try reading(text, path: "a.eml")
    #expect(reading.kind == .post)
    #expect(speakers(reading) == ["Ada Okafor"])
    #expect(reading.title == "Salt")
    #expect(reading.date == "2024-03-12")
  }

  @Test(arguments: [
    "**From:** Ada Okafor <a@e.org>\n**Date:** Tue, 12 Mar 2024 09:15\n**Subject:** Salt\n\nIs it?"
      + "\n\n---\n\n**From:** Bram Visser <b@e.org>\n**Date:** Tue, 12 Mar 2024 10:15\n"
      + "**Subject:** Re: Salt\n\nIt is.\n",
    "# Salt\n\nFrom: Ada Okafor\nSent: Tuesday, March 12, 2024 9:15 AM\nTo: Bram Visser\nSubject: S"
      + "\n\nIs it?\n\n-----Original Message-----\nFrom: Bram Visser\nSent: Tuesday, March 12, 2024 "
      + "10:15 AM\nTo: Ada\nSubject: S\n\nIt is.\n",
    "Von: Ada Okafor\nGesendet: 12 March 2024\nAn: Bram Visser\nBetreff: Salz\n\nIs it?\n\n"
      + "________________\nVon: Bram Visser\nGesendet: 12 March 2024\nAn: Ada\nBetreff: Salz\n\n"
      + "It is.\n",
  ])
  func pasted(_ text: String) throws {
    let reading = try reading(text)
    #expect(speakers(reading) == ["Ada Okafor", "Bram Visser"])
    #expect(reading.passages.filter { $0.utterance != nil }.map(\.text) == ["Is it?", "It is."])
    #expect(reading.utterances.allSatisfy { $0.date?.hasPrefix("2024-03-12") == true })
    #expect(violations(of: reading, in: Array(text.utf8)) == [])
  }

  @Test(arguments: ["Sent", "Date"])
  func messagesWithoutASubject(_ field: String) throws {
    let text = ["Ada Okafor", "Bram Visser", "Ada Okafor"].enumerated().map { index, name in
      "From: \(name)\n\(field): 2024-03-12 09:1\(index)\n\nWords \(index), are you in?\n\n"
    }.joined()
    for path in ["a.txt", "a.md"] {
      let reading = try reading(text, path: path)
      #expect(speakers(reading) == ["Ada Okafor", "Bram Visser", "Ada Okafor"])
      #expect(reading.passages.map(\.text) == (0...2).map { "Words \($0), are you in?" })
      #expect(reading.utterances.map(\.date) == (0...2).map { "2024-03-12T09:1\($0)" })
      #expect(violations(of: reading, in: Array(text.utf8)) == [])
    }
  }

  @Test func whoExportsTheMessagesIsUnknown() throws {
    let text =
      "From: +15550100\nSent: Mar 12, 2024 9:10 AM\n\nAre you in?\n\n"
      + "From: Me\nSent: Mar 12, 2024 9:12 AM\n\nI am.\n"
    #expect(try speakers(reading(text, path: "a.txt")) == ["+15550100", "?"])
  }

  /// One such block, a block of other fields or in the midst of words, and fields that hold neither a
  /// name nor a day; none of them names anybody.
  @Test(arguments: [
    "From: Ada Okafor\nSent: 2024-03-12 09:10\n\nAre you in?\n",
    "From: Ada\nSent: soon\n\nAre you in?\n\nFrom: Bram\nSent: later\n\nI am.\n",
    "From: 9:00\nDate: 2024-03-12\n\nAre you in?\n\nFrom: 9:30\nDate: 2024-03-13\n\nI am.\n",
    "From: Ada\nDate: 2024-03-12\nWhere: here\n\nAre you?\n\nFrom: Bram\nDate: 2024-03-12\nWhere: there\n\nI am.\n",
  ])
  func fieldsAreNobody(_ text: String) throws {
    #expect(try speakers(reading(text, path: "a.txt")) == [])
  }

  @Test func whatIsEncodedIsTold() throws {
    let head = "From: Ada\nDate: 12 Mar 2024\nSubject: x\n"
    let text = head + "\nIs it?\n\n" + head + "Content-Transfer-Encoding: base64\n\nSXM=\n"
    let reading = try reading(text, path: "a.eml")
    #expect(reading.passages.map(\.text) == ["Is it?"])
    #expect(
      messages(reading).first?.contains(
        "a.eml:7: warning: a mail that is encoded, or a web page, was not read") == true)
  }

  @Test(arguments: [
    ("Ada Okafor <a@e.org>", "Ada Okafor"), ("\"Okafor, Ada\" <a@e.org>", "Ada Okafor"),
    ("a@e.org", "a@e.org"), ("<a@e.org>", "a@e.org"), ("a at e.org (Ada Okafor)", "Ada Okafor"),
    ("Ada Okafor [mailto:a@e.org]", "Ada Okafor"), ("'Ada Okafor' <a@e.org>", "Ada Okafor"),
    ("=?UTF-8?B?QWTDqQ==?= <a@e.org>", "Adé"), ("=?iso-8859-1?Q?Ad=E9?=", "Adé"),
    ("=?utf-8?Q?Ad=C3=A9?= =?utf-8?Q?_Ok?=", "Adé Ok"), ("=?x?Q?Ada?=", "=?x?Q?Ada?="),
  ])
  func names(_ field: String, name: String) throws {
    let text = "From: \(field)\nDate: 12 Mar 2024\nSubject: x\n\nYes.\n"
    #expect(try reading(text, path: "a.eml").utterances.map(\.label) == [name])
  }
}
