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
    SourceName(
      id: 14, path: "site/_posts/2020-01-05-long walk.md", title: "L", identifier: nil, aliases: [],
      addresses: ["https://www.a.org/2020/long-walk/", "10.1000/Walk"]),
    SourceName(
      id: 15, path: "site/essays/_index.md", title: "Essays", identifier: nil,
      aliases: ["/writing/"], permalinks: ["/words.html"]),
    SourceName(
      id: 16, path: "site/pages/p.md", title: "P", identifier: "1lw", aliases: ["bayes"],
      addresses: ["http://wiki.org/p/bayes"], permalinks: ["why"]),
    SourceName(
      id: 17, path: "film.md", title: "F", identifier: nil, aliases: [],
      addresses: ["https://tube.org/watch?v=1", "https://tube.org/", "arXiv:2301.01234"]),
    SourceName(
      id: 18, path: "mind.md", title: "M", identifier: nil, aliases: [],
      addresses: ["https://www.lesswrong.com/posts/aB3dE5gH7jK9mN1pQ/mind"]),
  ]

  static let table: [(target: String, from: String, kind: Reference.Kind, id: Int64?)] = [
    // By path, with and without ending, from anywhere.
    ("a.md", "posts/steps.md", .link, 1), ("a", "posts/steps.md", .link, 1),
    ("posts/steps", "talk/calls.vtt", .link, 2), ("/posts/steps.md", "deep/er/steps.md", .link, 2),
    ("talk/calls.vtt", "a.md", .link, 7), ("talk/calls", "a.md", .link, 7),
    // Relative to the note first.
    ("steps", "deep/er/steps.md", .link, 3), ("steps.md", "notes/x.md", .link, 4),
    ("../a.md", "posts/steps.md", .link, 1), ("./steps", "notes/x.md", .link, 4),
    ("../notes/steps", "posts/steps.md", .link, 4), ("er/steps", "deep/x.md", .link, 3),
    // By name: the shortest path, then the first in the alphabet.
    ("steps", "a.md", .link, 4), ("dup", "a.md", .link, 12), ("y/dup", "a.md", .link, 13),
    ("er/steps", "a.md", .link, 3),
    // By alias, id and title, last; a citation looks among aliases and ids first.
    ("First", "posts/steps.md", .link, 1), ("alpha-id", "posts/steps.md", .link, 1),
    ("on steps", "a.md", .link, 2), ("kwa2023", "a.md", .link, 10),
    ("kwa2023", "a.md", .citation, 4),
    ("twice", "a.md", .citation, 12), ("same", "a.md", .link, 12), ("toy", "a.md", .citation, 5),
    // Case does not count, nor does percent-encoding.
    ("POSTS/Steps.MD", "a.md", .link, 2), ("my%20talk", "a.md", .link, 6),
    ("talk/My%20Talk.txt", "a.md", .link, 6), ("My Talk", "a.md", .link, 6),
    ("%C3%BCber/gr%C3%BCn", "a.md", .link, 11), ("100%", "a.md", .link, nil),
    ("a%2Emd", "posts/steps.md", .link, 1), ("%FF", "a.md", .link, nil),
    // A model by its folder; so an index.
    ("models/toy", "a.md", .link, 5), ("models/toy/", "a.md", .link, 5), ("toy", "a.md", .link, 5),
    ("models/toy/model.md", "a.md", .link, 5), ("wiki", "a.md", .link, 9),
    // A dot in a name is no ending.
    ("v1.2 notes", "a.md", .link, 8),
    // As sites spell it: hyphens for spaces, no date, permalinks, slugs, a folder for its index, a
    // path from the site's root or from the page's own address.
    ("long-walk", "a.md", .link, 14), ("/_posts/long-walk/", "site/essays/_index.md", .link, 14),
    ("/essays/", "site/pages/p.md", .link, 15), ("/words", "a.md", .link, 15),
    ("/writing", "a.md", .link, 15), ("/why/", "a.md", .link, 16), ("/why?x=1", "a.md", .link, 16),
    ("/site/posts/steps.md", "a.md", .link, 2), ("/docs/posts/steps.md", "a.md", .link, 2),
    ("/pages/why", "site/essays/_index.md", .link, 16),
    ("../essays/", "site/pages/p.md", .link, 15),
    ("../../essays/", "site/pages/p.md", .link, 15), ("{{site.url}}/why", "a.md", .link, 16),
    ("2020-01-05-long walk", "a.md", .link, 14), ("{{x", "a.md", .link, nil),
    // By address on the web, and by work.
    ("http://a.org/2020/long-walk#top", "a.md", .link, 14),
    ("https://A.org/2020/long-walk?utm=1", "a.md", .link, 14),
    ("doi:10.1000/walk", "a.md", .work, 14),
    ("https://doi.org/10.1000/WALK", "a.md", .citation, 14), ("https://a.org", "a.md", .link, nil),
    ("https://wiki.org/p/1lw", "a.md", .link, 16), ("https://wiki.org/p/x", "a.md", .link, nil),
    ("https://tube.org/watch?v=1", "a.md", .link, 17),
    ("https://tube.org/watch?v=2", "a.md", .link, nil),
    ("https://tube.org", "a.md", .link, nil), ("arxiv:2301.01234", "a.md", .work, 17),
    ("https://www.alignmentforum.org/posts/aB3dE5gH7jK9mN1pQ", "a.md", .link, 18),
    ("https://www.lesswrong.com/posts/aB3dE5gH7jK9mN1pX/mind", "a.md", .link, nil),
    // A mention only by alias and id.
    ("kwa2023", "a.md", .mention, 4), ("steps", "a.md", .mention, nil),
    // Out of the library, or nowhere.
    ("../a.md", "a.md", .link, nil), ("../../posts/steps", "posts/steps.md", .link, nil),
    ("../../../etc/passwd", "deep/er/steps.md", .link, nil), ("/a/b", "a.md", .link, nil),
    ("nothing", "a.md", .link, nil), ("posts/nothing", "a.md", .link, nil),
    ("/", "a.md", .link, nil),
    ("other/steps", "a.md", .link, nil), ("x/steps.md", "a.md", .link, nil),
  ]

  @Test(arguments: table)
  func finds(_ target: String, _ from: String, _ kind: Reference.Kind, _ id: Int64?) {
    let resolver = LinkResolver(Self.sources)
    #expect(resolver.source(target, from: from, kind) == id)
  }

  @Test func theOrderOfTheSourcesDoesNotCount() {
    let resolvers = [LinkResolver(Self.sources), LinkResolver(Self.sources.reversed())]
    for (target, from, kind, _) in Self.table {
      let found = resolvers.map { $0.source(target, from: from, kind) }
      #expect(found[0] == found[1], "\(target) from \(from)")
    }
  }

  @Test func noStringIsTooStrange() {
    let resolver = LinkResolver(Self.sources)
    for target in ["", "/", "//", "..", ".", "%", "%2", "%zz", "#", "\u{0}", "a/../../..", ".md"] {
      _ = resolver.source(target, from: "a.md", .link)
      _ = resolver.source(target, from: "", .citation)
    }
    #expect(LinkResolver.path("../..", relativeTo: "a/b.md") == nil)
    #expect(LinkResolver.path("./x//y/../z", relativeTo: "a/b.md") == "a/x/z")
  }
}
