/// What people paste to name a thing: a source, a turn, a passage, a claim, a model, a run.
///
///     dialogues/steps.md            a source, by path
///     dialogues/steps.md#t12        its 12th turn
///     posts/a.md#^c-linear          the block with the author's id; a claim if it declares one
///     posts/a.md#p-7k2m9x4q         a passage
///     posts/a.md:17                 what stands on line 17
///     model:independent-steps       a model
///     model:independent-steps#tail  an expectation of it
///     run:independent-steps-…       a run
package enum Address: Hashable, Sendable {
  case source(String)
  case turn(source: String, turn: Int)
  case passage(source: String, anchor: String)
  case line(source: String, line: Int)
  case model(String, expectation: String?)
  case run(String)

  /// The address that `text` spells, whether or not such a thing exists; the source part may be a
  /// path, with or without its ending, or an id.
  package init(_ text: String) {
    if text.hasPrefix("run:") {
      self = .run(text)
      return
    }
    let (head, fragment) = Address.split(text)
    if head.hasPrefix("model:") {
      self = .model(String(head.dropFirst("model:".count)), expectation: fragment)
      return
    }
    if let fragment {
      if let turn = Address.turn(in: fragment) {
        self = .turn(source: head, turn: turn)
      } else {
        let anchor = fragment.hasPrefix("^") ? String(fragment.dropFirst()) : fragment
        self = .passage(source: head, anchor: anchor)
      }
    } else if let colon = head.lastIndex(of: ":"),
      let line = Int(head[head.index(after: colon)...]),
      line > 0
    {
      self = .line(source: String(head[..<colon]), line: line)
    } else {
      self = .source(head)
    }
  }

  /// The turn that a fragment such as `t12` names, from 1; `nil` for anything else.
  package static func turn(in fragment: String) -> Int? {
    guard fragment.first == "t", let turn = Int(fragment.dropFirst()), turn > 0,
      fragment.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    return turn
  }

  /// The address of a passage: `SOURCE#^id` where the author gave an id, else `SOURCE#p-…`.
  package static func passage(_ path: String, anchor: String, hasBlockID: Bool) -> String {
    "\(path)#\(hasBlockID ? "^" : "")\(anchor)"
  }

  private static func split(_ text: String) -> (String, String?) {
    guard let hash = text.firstIndex(of: "#") else { return (text, nil) }
    return (String(text[..<hash]), String(text[text.index(after: hash)...]))
  }
}
