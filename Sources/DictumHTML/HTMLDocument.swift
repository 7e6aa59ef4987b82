/// A page as a tree, kept flat: the nodes in the order of the page.
///
///     let page = HTMLDocument(parsing: bytes)
///     page.nodes[page.children(of: 0).first]
package struct HTMLDocument: Sendable {
  /// Why a page was not read to its end.
  package enum Fault: Hashable, Sendable {
    /// The file is larger than `HTMLDocument.maximumSize`.
    case tooLarge
    /// A tag has more attributes than `HTMLDocument.maximumAttributes`.
    case tooManyAttributes(at: Int)
    /// Elements lie one in another deeper than `HTMLDocument.maximumDepth`.
    case tooDeep(at: Int)
  }

  /// The largest page that is read, in bytes; the parser counts them in 32 bits.
  package static let maximumSize = 256 << 20

  /// The most attributes that a tag may have: the parser compares each with each.
  package static let maximumAttributes = 4096

  /// The deepest nesting: the parser looks through all open elements for the one that a tag ends.
  package static let maximumDepth = 512

  /// The nodes, each before what it contains.
  package private(set) var nodes: [HTMLNode]

  /// What kept the page from being read to its end, with the byte, if anything did.
  package private(set) var fault: Fault?

  /// Parses `bytes`, which must be UTF-8, whatever the page says of its encoding; takes any bytes
  /// for a page, and never fails but by `fault`.
  package init(parsing bytes: [UInt8]) {
    nodes = []
    guard bytes.count <= HTMLDocument.maximumSize else {
      fault = .tooLarge
      return
    }
    if let tag = TagScanner.overfullTag(in: bytes, limit: HTMLDocument.maximumAttributes) {
      fault = .tooManyAttributes(at: tag)
      return
    }
    let builder = TreeBuilder(bytes)
    HTMLParser.parse(bytes, into: builder)
    nodes = builder.finished()
    fault = builder.stoppedAt.map(Fault.tooDeep)
  }

  /// The nodes directly inside the node at `index`.
  package func children(of index: Int) -> [Int] {
    var found: [Int] = []
    var next = index + 1
    while next < nodes[index].end {
      found.append(next)
      next = nodes[next].end
    }
    return found
  }

  /// The nodes inside the node at `index`, and itself.
  package func range(of index: Int) -> Range<Int> { index..<nodes[index].end }

  /// The characters inside the node at `index`, scripts and styles left out.
  package func text(of index: Int) -> String {
    var text = ""
    var next = index
    while next < nodes[index].end {
      if HTMLDocument.isHidden(nodes[next].name), next != index {
        next = nodes[next].end
      } else {
        text += nodes[next].text ?? ""
        next += 1
      }
    }
    return text
  }

  /// Whether what an element holds is no text of the page.
  package static func isHidden(_ name: String) -> Bool { hidden.contains(name) }

  private static let hidden: Set<String> = ["script", "style", "template", "noscript"]
}
