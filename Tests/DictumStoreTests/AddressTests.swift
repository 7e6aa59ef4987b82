import DictumModel
import DictumTestSupport
import Testing

@testable import DictumStore

@Suite struct AddressTests {
  private func store() throws -> (TemporaryLibrary, Store) {
    let library = try TemporaryLibrary([
      "posts/a.md": "---\nid: ida\naliases: [first]\n---\n# A\n\nOne. ^one\n\nTwo. #claim ^c-two\n",
      "talk.md":
        "**Ada:** Hello.\n\n**Bo:** Good day.\n\nAnd more.\n\n**Ada:** Yes.\n\n**Bo:** No.\n",
      "m/model.md": "---\ntype: model\nid: toy\nrun: {command: [x], inputs: []}\n---\n",
    ])
    try library.ingest()
    return (library, try library.store())
  }

  @Test func everyKindOfAddressLeadsSomewhere() throws {
    let (library, store) = try store()
    for name in ["posts/a.md", "posts/a", "ida", "first"] {
      guard case .source(let source)? = try store.resolve(Address(name)) else {
        Issue.record("\(name) leads nowhere")
        continue
      }
      #expect(source.path == "posts/a.md")
    }
    guard case .turn(_, 2, let passages)? = try store.resolve(Address("talk.md#t2")) else {
      Issue.record("no turn")
      return
    }
    #expect(passages.map(\.text) == ["Good day.", "And more."])
    guard case .passage(let one)? = try store.resolve(Address("ida#^one")) else {
      Issue.record("no passage")
      return
    }
    #expect(one.address == "posts/a.md#^one")
    guard case .claim(let claim)? = try store.resolve(Address("posts/a#^c-two")) else {
      Issue.record("no claim")
      return
    }
    #expect(claim.text == "Two.")
    guard case .model(let model)? = try store.resolve(Address("model:toy")) else {
      Issue.record("no model")
      return
    }
    #expect(model.path == "m/model.md")
    withExtendedLifetime(library) {}
  }

  @Test func whatIsPrintedCanBeGivenBack() throws {
    let (library, store) = try store()
    for source in try store.sources(PassageFilter()) {
      for line in 1...20 {
        switch try store.resolve(.line(source: source.path, line: line)) {
        case .passage(let view):
          guard case .passage(let again)? = try store.resolve(Address(view.address)) else {
            Issue.record("\(view.address) leads nowhere")
            continue
          }
          #expect(again == view)
        case .claim(let view):
          guard case .claim(let again)? = try store.resolve(Address(view.address)) else {
            Issue.record("\(view.address) leads nowhere")
            continue
          }
          #expect(again == view)
        default: break
        }
      }
    }
    withExtendedLifetime(library) {}
  }

  static let nearest = [
    ("posts/b.md", "posts/a.md"), ("posts/a.md#^c-tow", "posts/a.md#^c-two"),
    ("talk.md#t9", "talk.md#t4"), ("model:toi", "model:toy"), ("tlak.md", "talk.md"),
  ]

  @Test func aWrongAddressHasANearOne() throws {
    let (library, store) = try store()
    for (wrong, right) in Self.nearest {
      #expect(try store.resolve(Address(wrong)) == nil)
      #expect(try store.nearest(to: wrong, limit: 3).contains(right), "\(wrong)")
    }
    withExtendedLifetime(library) {}
  }
}
