import DictumModel
import Testing

/// Documents in the shape of transcripts that nobody speaks in: they stay posts.
@Suite struct NoTalkTests {
  struct Text: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String

    init(_ name: String, _ text: String) { (testDescription, self.text) = (name, text) }

    /// So many sections, each made of its number.
    init(_ name: String, times: Int = 6, _ section: (Int) -> String) {
      self.init(name, "# Title\n\n" + (0..<times).map(section).joined(separator: "\n\n") + "\n")
    }
  }

  static let texts = [
    Text("versions") {
      "## 0.\($0).0\n\n### Drifted\n\n- You can now undo.\n\n### Mended\n\n- My old gauge."
    },
    Text("an interface under headings") {
      "## open\($0)()\n\n### Sinks\n\nThe path that you want.\n\n### Springs\n\nA handle, is it?"
    },
    Text("comparison") {
      "**Gauges:** slow to start, large, part \($0).\n\n**Buoys:** fast, steep, and small."
    },
    Text("prose with words at its heads", times: 1) { _ in
      """
      I used to think that I needed a gauge. You do, too.

      **Uplands:** I write. You should try it.

      **Lowlands:** I read, and I never answer you.

      That lasted for a year. Then I had to change it all.

      **Uplands:** She decides.

      **Lowlands:** We all sleep. What would you do?

      So much for gauges. I still think that you need one.
      """
    },
    Text("words that are written small as well") {
      "**Gauges:** I like them, do you?\n\n**Buoys:** I have buoys and gauges, \($0)."
    },
    Text("days") { "### Monday\n\nI ran \($0) km.\n\n### Wednesday\n\nI swam. Did you?" },
    Text("glossary") {
      "Drift Rate\n\nHow fast it drifts, \($0).\n\nGauge Error\n\nHow far it errs."
    },
    Text("definitions with a dash") { "Drift Rate — how fast it drifts, sense \($0)." },
    Text("definitions with a full stop") { "Drift Rate. How fast it drifts, sense \($0)." },
    Text("definitions in bold") {
      "**Drift.** How fast it drifts, sense \($0).\n\n**Gauge.** A tool."
    },
    Text("bibliography") { "Okafor, A. (200\($0)). On gauges. *Journal of Buoys*, 3, 1-9." },
    Text("books under their authors") {
      "Ada Okafor\n\n*On gauges, part \($0)*. Ashford Press.\n\nBram Visser\n\n*Salt*, 198\($0)."
    },
    Text("sources in brackets") { "[Okafor\($0)] A. Okafor. On gauges, part \($0). 200\($0)." },
    Text("changelog") { "Added\n\nA new gauge is read, \($0).\n\nFixed\n\nThe old one, \($0)." },
    Text("recipe") {
      "Ingredients\n\nTwo onions and \($0) leeks.\n\nMethod\n\nCut and fry your onions."
    },
    Text("reviews of things") { "Pros\n\nIt is cheap, as you see.\n\nCons\n\nIt drifts \($0)." },
    Text("poem") {
      "The river runs\n\nand it runs by night \($0)\n\nThe Salt Remains\n\nand I am old"
    },
    Text("song") { "[Chorus]\nOh the river runs by me\n\n[Verse \($0)]\nAnd I run by the river" },
    Text("diary") { "Monday\n\nWe set the gauge, \($0).\n\nTuesday\n\nI took it up. What a day!" },
    Text("reports of work") { "Method\n\nWe measured \($0) places.\n\nResults\n\nIt drifts." },
    Text("notes") {
      "TODO: fix gauge \($0)\n\nNote: it drifts.\n\nWarning: do not touch your gauge."
    },
    Text("questions and answers") { "Q. What is gauge \($0)?\n\nA. What measures your level." },
    Text("headings of an interface") {
      "Parameters\n\nYour level \($0).\n\nReturns\n\nThe pressure."
    },
    Text("results of a race") { "Ada Okafor\n\n\($0) points\n\nBram Visser\n\n\($0 + 2) points" },
    Text("programme") {
      "Ada Okafor\n\nOn drift, Room \($0)\n\nBram Visser\n\nOn salt, Room \($0)"
    },
    Text("bylines") {
      "By Ada Okafor\n\nThe gauges drift \($0).\n\nBy Bram Visser\n\nThe moor gave way."
    },
    Text("staff") {
      "Dr. Visser. Surgeon since 19\($0)1.\n\nDr. Okafor. Physician since 19\($0)2."
    },
    Text("a novel") { "Mr. Visser looked at it for \($0) hours. Mrs. Okafor did not. I left." },
    Text("theorems") { "Main Lemma. All drift, \($0).\n\nMain Proof. By induction." },
    Text("fields in a list") { "- Level: \($0) metres\n- Pressure: \($0) bars" },
    Text("settings") { "`level` — the level \($0) in metres.\n\n`pressure` — in bars." },
    Text("types") { "`Array`: one after another, \($0).\n\n`Set`: each but once." },
    Text("a list of articles") {
      "Ada Okafor\n\nOn the drift of gauges, part \($0)\n\nBram Visser\n\n"
        + ($0 % 2 == 0 ? "How salt is your water?" : "A week among buoys")
    },
    Text("a diary of films") {
      "**The Pier** (2019): I saw it, and you should too, \($0).\n\n"
        + "**Old Salt** (dir. Visser, 2011): Why did I go?"
    },
    Text("places") {
      "In Ashford, Maine: I saw gauge \($0).\n\nIn York, England: did you see it, too?"
    },
    Text("a log") { "[INFO] the gauge \($0) was read\n[WARN] the gauge drifts" },
    Text(
      "a list of people", "- Ada Okafor: the lead\n- Bram Visser: the crew\n- Cleo Marsh: cook\n"),
    Text(
      "a table of people",
      "| Name | Note |\n|---|---|\n| Ada Okafor | Lead |\n| Bram Visser | Crew |\n"
        + "| Ada Okafor | Until 2011. |\n| Bram Visser | Until 2013. |\n"),
    Text(
      "a programme in a table",
      "| Time | Speaker | Title |\n|---|---|---|\n| 09:00 | Ada Okafor | On drift |\n"
        + "| 09:10 | Bram Visser | On salt |\n| 09:20 | Ada Okafor | On wind |\n"
        + "| 09:30 | Bram Visser | On tides |\n"),
    Text(
      "a table of tasks",
      "| Who | What | When |\n|---|---|---|\n"
        + ["12 March", "Friday", "next week", "by May 3"].enumerated().map {
          "| \($0 % 2 == 0 ? "Ada" : "Bram") | Ask me whether you need gauge \($0) | \($1) |\n"
        }.joined()),
    Text(
      "a table of who owns what",
      "| Owner | Task | Note |\n|---|---|---|\n"
        + (0..<6).map { "| \($0 % 2 == 0 ? "Ada" : "Bram") | Send me your gauge \($0) | - |\n" }
        .joined()),
    Text("an outline of things") {
      "- **Gauges**\n  - You read \($0)\n- **Buoys**\n  - I set them"
    },
    Text("a map of notes") {
      "- [[Gauge \($0)]]: how you read it\n- [[Buoys]]: where I set them\n"
    },
    Text("sources with numbers") { "[\($0 + 1)] Ada Okafor: On gauges. 200\($0)." },
    Text("fields within items") {
      "- Gauge \($0)\n  - Status: what you read\n  - Owner: I, for now\n"
    },
    Text("tasks within items") {
      "- Week \($0)\n  - Ada Okafor: water the moss\n  - Bram Visser: count the buoys\n"
    },
    Text("remarks in capitals") {
      "NOTE. The gauge drifts, \($0).\n\nEXAMPLE. A buoy that was set in May."
    },
    Text("rows in text") { "0:0\($0) | Main Hall | On drift\n0:3\($0) | Side Room | On salt" },
    Text("words and their senses, with tabs") {
      "Drift Rate\thow fast, \($0)\nGauge Error\thow far"
    },
    Text(
      "fields in the rows of a table",
      "| No. | What |\n|---|---|\n"
        + (0..<6).map { "| \($0) | \($0 % 2 == 0 ? "Fixed" : "Open"): the gauge drifts |\n" }
        .joined()),
    Text("the steps of a machine") {
      "Thought: I must find gauge \($0). Where is it?\n\nAction: Search for your gauge.\n\n"
        + "Observation: I see it, do you?"
    },
    Text("how to write a mail", "From: you\nTo: them\nSubject: gauges\n\nDear all, they drift.\n"),
    Text(
      "an article on mail",
      "# Mail\n\nWe look at a header, line by line, in an article.\n\nIt is"
        + " long.\n\nAnd so on.\n\nFor example:\n\nFrom: Ada\nDate: 12 Mar 2024\nSubject: x\n\nSo.\n"
    ),
  ]

  @Test(arguments: texts, ["note.md", "note.txt"])
  func staysAPost(_ text: Text, path: String) throws {
    let reading = try reading(text.text, path: path)
    #expect(reading.utterances.isEmpty, "\(speakers(reading))")
    #expect(reading.kind == .note)
  }
}
