import DictumTestSupport
import Foundation
import Testing

/// What the README shows is what the program does.
@Suite struct ReadmeTests {
  /// A command with the lines shown below it.
  private struct Example {
    var words: [String]
    var shown: [String] = []
  }

  /// The commands of the README in order, but for reruns, which ask first.
  private func examples() throws -> [Example] {
    let page = try String(
      contentsOf: SharedCorpora.repository.appendingPathComponent("README.md"), encoding: .utf8)
    var examples: [Example] = []
    var isCode = false
    var isShown = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isCode.toggle() }
      let command = line.hasPrefix("$ ") ? line.dropFirst(2) : line
      if isCode, command.hasPrefix("dictum ") {
        examples.append(Example(words: words(command)))
        isShown = line.hasPrefix("$ ")
      } else if isCode, isShown, !line.isEmpty {
        examples[examples.count - 1].shown.append(String(line))
      } else {
        isShown = false
      }
    }
    return examples.filter { $0.words.first != "rerun" }
  }

  /// The arguments as a shell parts them, up to a pipe or a comment.
  private func words(_ command: Substring) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for letter in command + " " {
      if letter == quote {
        quote = nil
      } else if quote != nil {
        word?.append(letter)
      } else if letter == "'" || letter == "\"" {
        (quote, word) = (letter, word ?? "")
      } else if letter == "|" || (letter == "#" && word == nil) {
        break
      } else if letter == " " {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(letter)
      }
    }
    return Array(words.dropFirst())
  }

  /// The words of a line: of a tree, without its branches.
  private func bare(_ line: some StringProtocol) -> String {
    line.trimmingCharacters(in: CharacterSet(charactersIn: " │├└─"))
  }

  @Test func everyCommandRuns() async throws {
    let library = try await Corpus.ingested()
    let examples = try examples()
    #expect(examples.count > 12)
    for example in examples {
      let result = try await Executable.run(example.words, in: library)
      #expect(result.status == 0, "\(example.words): \(result.error)")
      let lines = Set(result.output.split(separator: "\n").map { bare($0) })
      // What runs say is not to be had without a run.
      for line in example.shown where !line.contains("run") && !line.contains("…") {
        let isThere = lines.contains(bare(line))
        #expect(isThere, "\(example.words) does not say: \(line)")
      }
    }
  }
}
