import DictumTestSupport
import Foundation
import Testing

@testable import DictumIngest

/// The rules must answer as `git check-ignore` does.
@Suite struct IgnoreRulesTests {
  static let patterns = [
    "a", "a/", "/a", "/a/", "a/b", "/a/b", "a/b/", "*", "*.md", "/*.md", "*.private.md", "a/*",
    "a/*.md", "*/b", "*/b.md", "**/b.md", "a/**", "a/**/b.md", "**/a/**", "a/**/c/d.md", "**",
    "**/c", "/**/c", "?.md", "??.md", "a?b.md", "[ab].md", "[!a].md", "[^a].md", "[a-c].md",
    "[]].md", "[]-]x.md", "[a", "a[/]b.md", "\\a.md", "\\*.md", "\\#x.md", "#x.md", "\\!x.md",
    "!x.md", "x .md", "x.md ", "x.md\\ ", "a*", "*a*b*", "a**b.md", "**.md", "a/b**", "x/**/",
    "*/**/c", "d.md/", "/", "//", "a//b", "é.md", "[é].md", "?x.md", "a\\", "[[:alpha:]].md",
    "[a-]x.md", "[\\]]x.md", "b.md\r", "*.md\n!b.md", "a/\n!a/b.md", "*\n!*.md", "*\n!*/\n!*.md",
    "a/*\n!a/b.md", "!b.md\nb.md", "*.md\n!/a/b.md\n/a",
  ]

  static let paths = [
    "a/b.md", "b.md", "a/c/b.md", "a/c/d.md", "x/a/b.md", "x/a/c/d.md", "c/d.md", "x/c/y.md",
    "ab.md", "a.md", "axb.md", "].md", "-x.md", "]x.md", "[a", "*.md", "#x.md", "!x.md", "x .md",
    "x.md", "x.md ", "d.md", "é.md", "éx.md", "x.private.md", "abab.md", "a/b/c.md", "a/bc/d.md",
  ]

  /// What the walk would do: a path is out when it, or a folder above it, is excluded.
  private func isLeftOut(_ path: String, _ rules: IgnoreRules) -> Bool {
    let parts = path.split(separator: "/")
    return parts.indices.contains { index in
      rules.excludes(
        parts[...index].joined(separator: "/"), isFolder: index < parts.endIndex - 1)
    }
  }

  @Test func answersAsGitDoes() async throws {
    let library = try TemporaryLibrary()
    let environment = [
      "PATH": "/usr/bin:/bin", "HOME": library.base, "GIT_CONFIG_NOSYSTEM": "1",
    ]
    func git(_ arguments: [String]) async throws -> Executable.Result {
      try await Executable.run(
        program: "git", arguments, folder: library.root, environment: environment)
    }
    guard try await git(["init", "-q"]).status == 0 else {
      print("skipped: git is not on this machine")
      return
    }
    // The folders must be there for git to know them as folders.
    for path in Self.paths { try library.write("", to: path) }
    for pattern in Self.patterns {
      try library.write(pattern + "\n", to: ".gitignore")
      let answer = try await git(
        ["-c", "core.quotePath=false", "check-ignore", "--no-index", "--"] + Self.paths)
      #expect(answer.error.isEmpty)
      let ignored = Set(answer.output.split(separator: "\n").map(String.init))
      let rules = IgnoreRules(pattern + "\n")
      for path in Self.paths {
        #expect(
          isLeftOut(path, rules) == ignored.contains(path),
          "pattern \(pattern.debugDescription), path \(path)")
      }
    }
  }

  @Test func hostilePatternsEndSoon() {
    let pattern = Array(String(repeating: "a*", count: 200).utf8) + Array("c".utf8)
    let path = Array(String(repeating: "a", count: 4000).utf8) + Array("b".utf8)
    #expect(!Glob.matches(pattern, path))
    let deep = Array(String(repeating: "**/a", count: 100).utf8)
    #expect(!Glob.matches(deep, Array(String(repeating: "a/", count: 2000).utf8) + Array("b".utf8)))
  }

  @Test func randomPatternsEnd() {
    var generator = SeededGenerator(seed: 11)
    let alphabet = Array("ab*?[]!-/\\^".utf8)
    for _ in 0..<20_000 {
      let pattern = (0..<Int.random(in: 0..<12, using: &generator)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
      }
      let path = (0..<Int.random(in: 0..<12, using: &generator)).map { _ in
        Array("ab/".utf8)[Int.random(in: 0..<3, using: &generator)]
      }
      let first = Glob.matches(pattern, path)
      #expect(Glob.matches(pattern, path) == first)
    }
  }
}
