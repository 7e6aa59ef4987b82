import DictumModel
import Testing

@testable import DictumIngest

@Suite struct LinkResolverTests {
  static let sources = [
    SourceName(id: 1, path: "a.md", title: "Alpha", identifier: "alpha-id", aliases: ["First"]),
    SourceName(id: 2, path: "posts/steps.md", title: "On steps", identifier: nil, aliases: []),
    SourceName(id: 3, path: "deep/er/steps.md", title: "Steps again", identifier: nil, aliases: []),
    SourceName(
      id: 4, path: "notes/steps.md", title: "Steps", identifier: nil, aliases: ["kwa2023"]),
    SourceName(id: 5, path: "models/toy/model.md", title: "Toy", identifier: "toy", aliases: []),
    SourceName(id: 6, path: "talk/My Talk.txt", title: "My talk", identifier: nil, aliases: []),
    SourceName(id: 7, path: "talk/calls.vtt", title: "Calls", identifier: nil, aliases: []),
    SourceName(id: 8, path: "posts/v1.2 notes.md", title: "V", identifier: nil, aliases: []),
    SourceName(id: 9, path: "wiki/index.md", title: "Home", identifier: nil, aliases: []),
    SourceName(id: 10, path: "posts/kwa2023.md", title: "K", identifier: nil, aliases: []),
    SourceName(id: 11, path: "Über/Grün.md", title: "Farben", identifier: nil, aliases: []),
    SourceName(id: 12, path: "x/dup.md", title: "Same", identifier: nil, aliases: ["twice"]),
    SourceName(id: 13, path: "y/dup.md", title: "Same", identifier: nil, aliases: ["twice"]),
  ]

  static let table: [(target: String, from: String, isCitation: Bool, id: Int64?)] = [
    // By path, with and without ending, from anywhere.
    ("a.md", "posts/steps.md", false, 1), ("a", "posts/steps.md", false, 1),
    ("posts/steps", "talk/calls.vtt", false, 2), ("/posts/steps.md", "deep/er/steps.md", false, 2),
    ("talk/calls.vtt", "a.md", false, 7), ("talk/calls", "a.md", false, 7),
    // Relative to the note first.
    ("steps", "deep/er/steps.md", false, 3), ("steps.md", "notes/x.md", false, 4),
    ("../a.md", "posts/steps.md", false, 1), ("./steps", "notes/x.md", false, 4),
    ("../notes/steps", "posts/steps.md", false, 4), ("er/steps", "deep/x.md", false, 3),
    // By name: the shortest path, then the first in the alphabet.
    ("steps", "a.md", false, 4), ("dup", "a.md", false, 12), ("y/dup", "a.md", false, 13),
    ("er/steps", "a.md", false, 3),
    // By alias, id and title, last; a citation looks among aliases and ids first.
    ("First", "posts/steps.md", false, 1), ("alpha-id", "posts/steps.md", false, 1),
    ("on steps", "a.md", false, 2), ("kwa2023", "a.md", false, 10), ("kwa2023", "a.md", true, 4),
    ("twice", "a.md", true, 12), ("same", "a.md", false, 12), ("toy", "a.md", true, 5),
    // Case does not count, nor does percent-encoding.
    ("POSTS/Steps.MD", "a.md", false, 2), ("my%20talk", "a.md", false, 6),
    ("talk/My%20Talk.txt", "a.md", false, 6), ("My Talk", "a.md", false, 6),
    ("%C3%BCber/gr%C3%BCn", "a.md", false, 11), ("100%", "a.md", false, nil),
    ("a%2Emd", "posts/steps.md", false, 1), ("%FF", "a.md", false, nil),
    // A model by its folder; so an index.
    ("models/toy", "a.md", false, 5), ("models/toy/", "a.md", false, 5), ("toy", "a.md", false, 5),
    ("models/toy/model.md", "a.md", false, 5), ("wiki", "a.md", false, 9),
    // A dot in a name is no ending.
    ("v1.2 notes", "a.md", false, 8),
    // Out of the library, or nowhere.
    ("../a.md", "a.md", false, nil), ("../../posts/steps", "posts/steps.md", false, nil),
    ("../../../etc/passwd", "deep/er/steps.md", false, nil), ("/a/b", "a.md", false, nil),
    ("nothing", "a.md", false, nil), ("posts/nothing", "a.md", false, nil),
    ("/", "a.md", false, nil),
    ("other/steps", "a.md", false, nil), ("x/steps.md", "a.md", false, nil),
  ]

  @Test(arguments: table)
  func finds(_ target: String, _ from: String, _ isCitation: Bool, _ id: Int64?) {
    let resolver = LinkResolver(Self.sources)
    #expect(resolver.source(target, from: from, isCitation: isCitation) == id)
  }

  @Test func theOrderOfTheSourcesDoesNotCount() {
    let resolvers = [LinkResolver(Self.sources), LinkResolver(Self.sources.reversed())]
    for (target, from, isCitation, _) in Self.table {
      let found = resolvers.map { $0.source(target, from: from, isCitation: isCitation) }
      #expect(found[0] == found[1], "\(target) from \(from)")
    }
  }

  @Test func noStringIsTooStrange() {
    let resolver = LinkResolver(Self.sources)
    for target in ["", "/", "//", "..", ".", "%", "%2", "%zz", "#", "\u{0}", "a/../../..", ".md"] {
      _ = resolver.source(target, from: "a.md", isCitation: false)
      _ = resolver.source(target, from: "", isCitation: true)
    }
    #expect(LinkResolver.path("../..", relativeTo: "a/b.md") == nil)
    #expect(LinkResolver.path("./x//y/../z", relativeTo: "a/b.md") == "a/x/z")
  }
}
