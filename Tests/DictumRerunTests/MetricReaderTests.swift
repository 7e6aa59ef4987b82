import DictumModel
import Testing

@testable import DictumRerun

@Suite struct MetricReaderTests {
  private func read(
    _ output: String, file: String? = nil, stdout: [String: String] = [:]
  ) -> MetricReader.Reading {
    MetricReader(metrics: .init(stdout: stdout.mapValues { .init(after: $0) })).read(
      standardOutput: CappedOutput(Array(output.utf8)), file: file.map { Array($0.utf8) })
  }

  private func pick(
    _ file: String, named name: String = "metrics.json", _ path: String,
    _ take: ModelCard.Taking = .last
  ) -> MetricReader.Reading {
    MetricReader(metrics: .init(file: name, pick: ["m": .init(path: path, take: take)])).read(
      standardOutput: CappedOutput(), file: Array(file.utf8))
  }

  /// The name of each number repeats the names of all that it lies in.
  @Test func longNamesAreNotRepeatedForEveryNumber() {
    let name = String(repeating: "a", count: 1 << 20)
    let numbers = (0..<10_000).map { "\"b\($0)\":1" }.joined(separator: ",")
    for file in [
      "{\"\(name)\":{\(numbers)}}",
      "{\"\(name)\":[\(Array(repeating: "1", count: 9_000).joined(separator: ","))]}",
    ] {
      let reading = read("", file: file)
      #expect(reading.values.isEmpty)
      #expect(
        reading.notes.first?.contains("a name of at most 1000 bytes") == true, "\(reading.notes)")
    }
    let deep = String(repeating: "{\"k\":", count: 60) + "1" + String(repeating: "}", count: 60)
    #expect(read("", file: deep).values.count == 1)
  }

  /// A hostile table, which must not take longer than it is long.
  @Test func aTableOfAMillionColumns() {
    let header = (0..<1_000_000).map { "c\($0)" }.joined(separator: ",")
    let row = String(repeating: "1,", count: 999_999) + "1"
    let reading = pick(header + "\n" + row + "\n", named: "m.csv", "c1")
    #expect(reading.values.isEmpty)
    #expect(
      reading.notes == [
        "m.csv could not be read: it has 1000000 columns, and at most 10000 are read"
      ])
  }

  @Test(arguments: [
    ("q = 1", ["q": 1.0]), ("q: -1.5e3", ["q": -1500]),
    ("  q\t=\t.5  \r\nr=+2.\r\n", ["q": 0.5, "r": 2]),
    ("tail[Q2]/a.b-c_d = 3", ["tail[Q2]/a.b-c_d": 3]), ("q = 1\nq = 2\n", ["q": 2]),
    ("a = 1\rb = 2", ["a": 1, "b": 2]), ("q = 1 ms", [:]), ("q = 1e", [:]), ("q = 0x10", [:]),
    ("q = 1_000", [:]), ("q = 1,234", [:]), ("q = 1.2.3", [:]), ("q =", [:]), ("q", [:]),
    ("1q = 1", [:]), ("q 1 = 2", [:]), ("q == 1", [:]), ("the q = 1", [:]), ("é = 1", [:]),
    ("", [:]),
  ])
  func plainLines(_ output: String, _ expected: [String: Double]) {
    #expect(read(output) == .init(values: expected))
  }

  @Test(arguments: [
    ("slope came out at 0.5 per step", 0.5), ("slope came out at\t-2.", -2),
    ("x slope came out at 1e-3.", 0.001), ("slope came out at 12%", 12),
    ("slope came out at 1_000", nil), ("slope came out at 1e", nil),
    ("slope came out at 12ms", nil), ("slope came out at 1,234", nil),
    ("slope came out at about 3", nil), ("slope came out at", nil),
  ])
  func declaredTexts(_ output: String, _ expected: Double?) {
    let reading = read(output, stdout: ["slope": "came out at"])
    #expect(reading.values == (expected.map { ["slope": $0] } ?? [:]))
  }

  @Test func aDeclaredTextReplacesThePlainLine() {
    #expect(read("q = 1\nfinal q is 2\nq = 3", stdout: ["q": "final q is"]).values == ["q": 2])
    // Nor does the plain line stand in for a text that is not there.
    #expect(read("q = 1", stdout: ["q": "final q is"]).values.isEmpty)
  }

  @Test(arguments: ["nan", "-NaN", "inf", "+Infinity", "1e999"]) func notANumber(_ text: String) {
    let reading = read("q = 1\nq = \(text)\n")
    #expect(reading.values.isEmpty)
    #expect(reading.notes == ["metric q is \(text), not a number"])
  }

  @Test(arguments: [
    (#"{}"#, [:]),
    (#" {"a": 1, "b": {"c": 2, "d": {"e": -0.5E1}}} "#, ["a": 1.0, "b.c": 2, "b.d.e": -5]),
    (#"{"a": [1, [2, {"x": 3}], {"value": 4}]}"#, ["a.0": 1, "a.1.0": 2, "a.1.1.x": 3, "a.2": 4]),
    (#"{"a": {"value": 1, "stderr": 0.5}, "value": 2}"#, ["a": 1, "a.stderr": 0.5, "value": 2]),
    (#"{"a": true, "b": false, "c": "3", "d": [], "e": {}}"#, ["a": 1, "b": 0]),
    (#"{"a\u0041\"": 1, "ü": 2}"#, ["aA\"": 1, "ü": 2]),
    (#"[1, {"a": 2}]"#, ["0": 1, "1.a": 2]), ("[]", [:]),
  ])
  func files(_ file: String, _ expected: [String: Double]) {
    #expect(read("", file: file) == .init(values: expected))
  }

  @Test(arguments: [
    ("1", "it is not a JSON object or list"), ("", "it is not a JSON object or list"),
    (#"{"a": 1"#, "a comma or a bracket was expected at byte 7"),
    (#"{"a": 1} x"#, "the end was expected at byte 9"),
    (#"{"a" 1}"#, "a colon was expected at byte 5"),
    (#"{"a": x}"#, "a value was expected at byte 6"),
    (#"{"a": }"#, "a value was expected at byte 6"),
    (#"{"a": 1-2}"#, "a value was expected at byte 6"),
    (#"{a: 1}"#, "a string was expected at byte 1"),
    (#"{"a": 1]"#, "a comma or a bracket was expected at byte 7"),
    (#"{"a": "b}"#, "the end of a string was expected at byte 9"),
    (#"{"a\"#, "the end of a string was expected at byte 4"),
  ])
  func damagedFiles(_ file: String, _ message: String) {
    let reading = read("q = 1", file: file)
    #expect(reading.values == ["q": 1])
    #expect(reading.notes == ["metrics.json could not be read: \(message)"])
  }

  /// RFC 6901, section 5, and which of several numbers counts.
  @Test(
    arguments: [
      (#"{"a": {"b": 2}}"#, "/a/b", .last, 2.0),
      (#"{"a/b": 1, "m~n": 2}"#, "/a~1b", .last, 1), (#"{"a/b": 1, "m~n": 2}"#, "/m~0n", .last, 2),
      (#"{"": 3}"#, "/", .last, 3), (#"{"a": [4, 5]}"#, "/a/1", .first, 5),
      (#"{"a": {"value": 6, "n": 1}}"#, "/a", .last, 6),
      (#"{"a": {"value": 6, "n": 1}}"#, "/a/value", .last, 6),
      (#"[7, 8]"#, "", .last, 8), (#"{"a": true}"#, "/a", .last, 1),
      (#"{"a": [3, 1, 2]}"#, "/a", .first, 3), (#"{"a": [3, 1, 2]}"#, "/a", .last, 2),
      (#"{"a": [3, 1, 2]}"#, "/a", .minimum, 1), (#"{"a": [3, 1, 2]}"#, "/a", .maximum, 3),
      (#"{"a": [3, 1, 2]}"#, "/a", .mean, 2), (#"{"a": [3, "x", {}]}"#, "/a", .count, 3),
      (#"{"a": []}"#, "/a", .count, 0), (#"{"a": []}"#, "/a", .mean, nil),
      (#"{"a": [1, [2, 3]]}"#, "/a", .mean, 1), (#"{"a": [1, [2, 3]]}"#, "/a/1", .mean, 2.5),
      (#"{"a": [1]}"#, "/b", .last, nil), (#"{"a": [1]}"#, "a", .last, nil),
      (#"{"a": "x"}"#, "/a", .last, nil), (#"{"a": [1, NaN]}"#, "/a", .first, 1),
    ] as [(String, String, ModelCard.Taking, Double?)])
  func pointers(_ file: String, _ path: String, _ take: ModelCard.Taking, _ expected: Double?) {
    let reading = pick(file, path, take)
    #expect(reading.values["m"] == expected)
    #expect(reading.notes.filter { $0.contains("metric m ") }.isEmpty)
  }

  @Test(arguments: [ModelCard.Taking.last, .minimum, .maximum, .mean])
  func aListWithANaNHasNoMean(_ take: ModelCard.Taking) {
    let reading = pick(#"{"a": [1, NaN]}"#, "/a", take)
    #expect(reading == .init(notes: ["metric m is NaN, not a number"]))
  }

  /// A list that is picked may be longer than there are names for.
  @Test func longPickedLists() {
    let list = (1...50_000).map { String($0) }.joined(separator: ",")
    #expect(pick(#"{"a": [\#(list)], "b": 1}"#, "/a", .mean).values == ["m": 25_000.5, "b": 1])
    let huge = pick(#"{"a": [1e308, 1e308]}"#, "/a", .mean)
    #expect(huge.notes == ["metric m is inf, not a number"])
  }

  @Test(arguments: [
    ("a,b\n1,2\n3,4\n", ["a": 3.0, "b": 4]), ("a,b\r\n1,2\r\n3,4", ["a": 3, "b": 4]),
    ("\u{FEFF}a , \"b\"\n 1 ,\" 2 \"\n", ["a": 1, "b": 2]),
    ("\"a,1\",\"say \"\"b\"\"\",\"c\nd\"\n1,2,3", ["a,1": 1, "say \"b\"": 2, "c\nd": 3]),
    (",a,name\n0,1e-3,x\n\n1,2.5,y\n\n", ["a": 2.5]), ("a\n", [:]), ("a;b\n1;2", [:]),
  ])
  func tables(_ file: String, _ expected: [String: Double]) {
    for name in ["m.csv", "M.CSV", "out.txt"] {
      let reader = MetricReader(metrics: .init(file: name))
      let reading = reader.read(standardOutput: CappedOutput(), file: Array(file.utf8))
      #expect(reading == .init(values: expected))
    }
    let reader = MetricReader(metrics: .init(file: "m.tsv"))
    let tabs = file.replacing(",", with: "\t")
    let reading = reader.read(standardOutput: CappedOutput(), file: Array(tabs.utf8))
    #expect(reading.values.values.sorted() == expected.values.sorted())
  }

  @Test(
    arguments: [
      (.first, 3.0), (.last, 2), (.minimum, 1), (.maximum, 3), (.mean, 2), (.count, 3),
    ] as [(ModelCard.Taking, Double)])
  func columns(_ take: ModelCard.Taking, _ expected: Double) {
    let table = "step,loss\n0,3\n1,1\n2,2\n"
    #expect(
      pick(table, named: "m.csv", "loss", take).values == ["m": expected, "step": 2, "loss": 2])
    #expect(pick(table, named: "m.csv", "lost", take).values == ["step": 2, "loss": 2])
  }

  @Test(arguments: [
    ("", "it is empty"), ("\n\n", "it is empty"),
    ("a,b\n1\n", "row 2 has 1 fields, and the first has 2"),
    ("a,b\n1,2\n1,2,3\n", "row 3 has 3 fields, and the first has 2"),
    ("a,a\n1,2\n", "two columns are called a"),
    ("a\n\"1\n", "row 2 has a quotation mark that is never closed"),
    ("a\n\"1\"2\n", "row 2 has text after a closing quotation mark"),
  ])
  func damagedTables(_ file: String, _ message: String) {
    let reading = pick(file, named: "m.csv", "a")
    #expect(reading == .init(notes: ["m.csv could not be read: \(message)"]))
  }

  @Test(arguments: [("", "empty"), ("nan", "nan"), ("x", "x"), ("1,5", "1,5")])
  func fieldsThatAreNoNumbers(_ field: String, _ shown: String) {
    let reading = pick("a,b\n1,1\n\"\(field)\",1\n", named: "m.csv", "a", .mean)
    #expect(reading.values == ["b": 1])
    #expect(reading.notes.contains("metric m is \(shown), not a number"))
  }

  @Test(
    arguments: [
      (.first, 3.0), (.last, 2), (.minimum, 1), (.maximum, 3), (.mean, 2), (.count, 3),
    ] as [(ModelCard.Taking, Double)])
  func severalLines(_ take: ModelCard.Taking, _ expected: Double) {
    let places = ["m": ModelCard.StdoutPlace(after: "loss", take: take)]
    let reading = MetricReader(metrics: .init(stdout: places)).read(
      standardOutput: CappedOutput(Array("at 0 loss 3\nloss 1\nno loss\nthe loss 2.\n".utf8)),
      file: nil)
    #expect(reading == .init(values: ["m": expected]))
  }

  @Test func deepFilesEnd() {
    let deep = #"{"a":"# + String(repeating: "[", count: 100_000)
    #expect(read("", file: deep).notes.first?.contains("less nesting") == true)
    let long = #"{"a":["# + String(repeating: "1,", count: 20_000) + "1]}"
    #expect(read("", file: long).notes.first?.contains("at most 10000 numbers") == true)
  }

  @Test func theFileWins() {
    let reading = read("a = 1\nb = 1\nc = 1", file: #"{"a": 2, "b": NaN}"#)
    #expect(reading.values == ["a": 2, "c": 1])
    #expect(reading.notes == ["metric b is NaN, not a number"])
    #expect(
      read("", file: #"{"x": -Infinity, "y\u001b": null}"#).notes == [
        "metric x is -Infinity, not a number", #"metric y\u{1B} is null, not a number"#,
      ])
  }

  @Test func anyBytesAreRead() {
    var state: UInt64 = 20_260_314
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "{", "}", "[", "]", "\"", "a", ":", ",", "1", "-", ".", "e", " ", "\\", "nan", "=", "\n",
    ]
    for _ in 0..<2000 {
      let text = (0..<next(30)).map { _ in pieces[next(pieces.count)] }.joined()
      for value in read(text, file: "{" + text, stdout: ["x": "a"]).values.values {
        #expect(value.isFinite)
      }
    }
  }

  @Test func longOutputKeepsItsEnds() {
    var output = CappedOutput(Array("first = 1\n".utf8))
    output.append(Array(repeating: 0x2E, count: CappedOutput.cap - 20) + Array("\ncut = 12".utf8))
    for _ in 0..<5 { output.append(Array(repeating: 0x33, count: CappedOutput.cap)) }
    output.append(Array("\nlast = 2\n".utf8))
    #expect(output.omitted > 0)
    let reading = MetricReader(metrics: .init()).read(standardOutput: output, file: nil)
    #expect(reading.values == ["first": 1, "last": 2])
    #expect(reading.notes.count == 1)
    let places: [String: ModelCard.StdoutPlace] = [
      "a": .init(after: "first =", take: .first), "b": .init(after: "last =", take: .mean),
    ]
    let declared = MetricReader(metrics: .init(stdout: places))
      .read(standardOutput: output, file: nil)
    #expect(declared.values["a"] == 1 && declared.values["b"] == nil)
    #expect(declared.notes.last == "metric b is mean of a part, not a number")
  }
}
