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
    ("slope came out at 12ms", nil), ("slope came out at 1,234", nil),
    ("slope came out at about 3", nil), ("slope came out at", nil),
  ])
  func declaredTexts(_ output: String, _ expected: Double?) {
    let reading = read(output, stdout: ["slope": "came out at"])
    #expect(reading.values == (expected.map { ["slope": $0] } ?? [:]))
  }

  @Test func aDeclaredTextReplacesThePlainLine() {
    #expect(read("q = 1\nfinal q is 2\nq = 3", stdout: ["q": "final q is"]).values == ["q": 2])
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
  ])
  func files(_ file: String, _ expected: [String: Double]) {
    #expect(read("", file: file) == .init(values: expected))
  }

  @Test(arguments: [
    ("[1]", "it is not a JSON object"), ("", "it is not a JSON object"),
    (#"{"a": 1"#, "a comma or a bracket was expected at byte 7"),
    (#"{"a": 1} x"#, "the end was expected at byte 9"),
    (#"{"a" 1}"#, "a colon was expected at byte 5"),
    (#"{"a": x}"#, "a value was expected at byte 6"),
    (#"{"a": }"#, "a value was expected at byte 6"),
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
  }
}
