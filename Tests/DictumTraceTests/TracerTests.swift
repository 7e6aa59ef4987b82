import DictumModel
import DictumStore
import DictumTestSupport
import DictumTrace
import Testing

@Suite struct TracerTests {
  private let fixture: TraceLibrary

  init() throws { fixture = try TraceLibrary() }

  @Test func theDeclarationComesFirst() throws {
    let trace = try #require(try fixture.trace())
    #expect(trace.claim.text == "Long tasks take linear time")
    #expect((trace.claim.credence, trace.claim.status) == ("80%", "settled"))
    #expect(trace.claim.date == "2026-01-02")
    #expect(trace.claim.speakers == ["Ada Okafor", "Bo Visser"])
    #expect(trace.assertions.map(\.isDeclaration) == [true, true, false, false])
    #expect(trace.assertions.prefix(2).map(\.speaker.method) == [.declared, .declared])
    #expect(trace.claim.assertionCount == 4)
  }

  @Test func whoAssertsItInADialogueIsTheTurnsSpeaker() throws {
    let said = try #require(try fixture.trace()).assertions.filter { !$0.isDeclaration }
    #expect(said.map(\.speaker.name) == [nil, "Ada Okafor"])
    #expect(said.map(\.passage.turn) == [3, 4])
    #expect(said.map(\.date) == ["2026-02-02", "2026-02-02"])
    #expect(said[1].references.map(\.kind) == [.citation])
    #expect(said[1].references.map(\.address) == ["refs.md"])
    // Its own field is not shown as a link once more.
    #expect(said[0].references.isEmpty)
  }

  @Test func aClaimWithoutByIsThatOfItsPlace() throws {
    let trace = try #require(try fixture.trace("posts/other.md#^c-other"))
    #expect(trace.claim.speakers == ["Cy Young"])
    #expect(trace.assertions.map(\.speaker.method) == [.author])
  }

  @Test func relationsAreSeenFromBothSides() throws {
    let main = try #require(try fixture.trace())
    #expect(
      main.relations.map(\.label) == ["supports", "opposes", RelationKind.derivedFrom.inverse])
    #expect(main.relations.map(\.isInverse) == [false, false, true])
    #expect(
      main.relations.map { $0.claim?.text } == ["Short tasks do too", nil, "Short tasks do too"])
    #expect(main.relations[1].target == "nowhere#^c-none")
    let other = try #require(try fixture.trace("posts/other.md#^c-other"))
    #expect(other.relations.map(\.label) == ["derived from", RelationKind.supports.inverse])
  }

  @Test func aQuotationIsLookedForWhereItIsSaidToStand() throws {
    let sources = try #require(try fixture.trace()).sources
    #expect(
      sources.map(\.fidelity) == [
        .verbatim, .normalized, .notFound, .verbatim, .verbatim, nil, .unchecked,
      ])
    #expect(
      sources.map(\.address) == [
        "talk.md#t2", "talk.md#t2", "talk.md#t1", "talk.md#^p-said", "talk.md", "refs.md", nil,
      ])
    #expect(
      sources.prefix(5).map(\.speaker?.name) == [
        "Bo Visser", "Bo Visser", "Ada Okafor", "Ada Okafor", nil,
      ])
    #expect(sources[5].locator == "sec. 2")
    #expect(sources[5].title == "References")
  }

  @Test func mentionsAreNeitherAssertionsNorRelations() throws {
    let mentions = try #require(try fixture.trace()).mentions
    #expect(mentions.map(\.path) == ["posts/claim.md", "posts/other.md"])
    #expect(mentions.map(\.text).contains("As the post says."))
  }

  @Test func whatDeclaresNoClaimHasNoTrace() throws {
    for address in [
      "talk.md#t2", "talk.md", "nowhere.md", "model:toy", "posts/claim.md#^none", "x",
    ] {
      #expect(try fixture.trace(address) == nil, "\(address)")
    }
    // The claim's line will do, and the path without its ending.
    #expect(try fixture.trace("posts/claim.md:8") != nil)
    #expect(try fixture.trace("posts/claim#^c-main") != nil)
  }

  @Test func wordsFindClaims() throws {
    try fixture.library.ingest()
    let tracer = Tracer(store: try fixture.library.store())
    let claims = try tracer.claims(matching: "\"linear\"", limit: 5)
    #expect(claims.map(\.address) == [TraceLibrary.address])
    #expect(try tracer.claims(matching: "\"threshold\"", limit: 5).isEmpty)
  }

  @Test func whatHangsOnAClaimOutlivesAnEditOfItsPost() throws {
    let before = try #require(try fixture.trace())
    try fixture.library.edit("posts/claim.md", "After it", "Then")
    let after = try #require(try fixture.trace())
    #expect(after.tests == before.tests)
    #expect(after.assertions == before.assertions)
    #expect(after.relations.map(\.label) == before.relations.map(\.label))
  }
}
