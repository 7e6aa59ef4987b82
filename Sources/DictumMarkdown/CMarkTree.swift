import CCMark
import Glibc

/// The one place that talks to libcmark: parses bytes and lends the tree to a closure.
///
/// No pointer outlives the closure; the tree's memory, an arena, is freed behind it.
enum CMarkTree {
  /// Parses `buffer`, valid UTF-8, and gives the root to `body`; the default options change
  /// nothing of the text except that a NUL becomes U+FFFD.
  static func withRoot<Result>(
    parsing buffer: UnsafeBufferPointer<UInt8>, _ body: (CMarkNode) -> Result
  ) -> Result? {
    buffer.withMemoryRebound(to: CChar.self) { characters in
      var arena = dictum_arena()
      defer { dictum_arena_release(&arena) }
      return dictum_parse(characters.baseAddress, characters.count, &arena)
        .map { body(CMarkNode(pointer: $0)) }
    }
  }

  /// What a character reference such as `&amp;` stands for, or `nil` if it stands for itself.
  static func decoded(entity: [UInt8]) -> [UInt8]? {
    entity.withUnsafeBufferPointer { buffer in
      withRoot(parsing: buffer) { root -> [UInt8]? in
        guard let literal = root.firstChild?.firstChild?.literal else { return nil }
        let bytes = Array(literal)
        return bytes == entity ? nil : bytes
      } ?? nil
    }
  }
}

/// A node of libcmark's tree, usable only inside the closure that lent it.
struct CMarkNode {
  fileprivate let pointer: OpaquePointer

  /// What a node is.
  enum Kind {
    case blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case text, softBreak, hardBreak, code, html, emphasis, strong, link, image
    case other
  }

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_LINEBREAK: .hardBreak
    case CMARK_NODE_HTML_INLINE: .html
    case CMARK_NODE_IMAGE: .image
    default: .other
    }
  }

  var firstChild: CMarkNode? { cmark_node_first_child(pointer).map(CMarkNode.init) }
  var next: CMarkNode? { cmark_node_next(pointer).map(CMarkNode.init) }

  /// The line the node begins on, from 1.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }

  /// The line the node ends on, from 1; one too many or too few for some kinds.
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

  var literal: UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_literal(pointer)) }
  var destination: UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_url(pointer)) }
  var title: UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_title(pointer)) }
  var info: UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_fence_info(pointer)) }
  var level: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

  /// An ordered list's first number; 1 for a bullet list.
  var listStart: Int { isOrdered ? Int(cmark_node_get_list_start(pointer)) : 1 }

  private func bytes(_ string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
    let raw = UnsafeRawPointer(string)
    return UnsafeBufferPointer(
      start: raw.assumingMemoryBound(to: UInt8.self), count: strlen(string))
  }
}
