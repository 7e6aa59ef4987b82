import CLibXML2

/// The one place that talks to libxml2: its events, one after another, to a builder.
///
/// No pointer outlives the call. The parser is used without its own tree, because its nodes know
/// their lines at best, while at an event it still knows the byte it has come to.
enum HTMLParser {
  /// What must be set up once before several threads parse.
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Parses `bytes`, fewer than 2^31, and tells `builder`.
  static func parse(_ bytes: [UInt8], into builder: TreeBuilder) {
    guard isReady, !bytes.isEmpty else { return }
    bytes.withUnsafeBytes { raw in
      guard
        let context = htmlCreateMemoryParserCtxt(
          raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count))
      else { return }
      defer { htmlFreeParserCtxt(context) }
      let options = [
        HTML_PARSE_NONET, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_RECOVER,
        // What the page says of its encoding is passed over: the bytes are known to be UTF-8.
        HTML_PARSE_IGNORE_ENC,
      ]
      htmlCtxtUseOptions(context, options.reduce(0) { $0 | Int32($1.rawValue) })
      xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
      let session = Session(context, builder)
      withExtendedLifetime(session) {
        context.pointee.sax.pointee = handler
        context.pointee.userData = Unmanaged.passUnretained(session).toOpaque()
        htmlParseDocument(context)
      }
    }
  }

  /// What the events' functions are given.
  private final class Session {
    let context: htmlParserCtxtPtr
    let builder: TreeBuilder

    init(_ context: htmlParserCtxtPtr, _ builder: TreeBuilder) {
      self.context = context
      self.builder = builder
    }

    /// The byte the parser has come to; `nil` once it was stopped.
    var position: Int? {
      guard builder.stoppedAt == nil, let input = context.pointee.input else { return nil }
      return input.pointee.cur - input.pointee.base + Int(input.pointee.consumed)
    }

    static func of(_ data: UnsafeMutableRawPointer?) -> Session? {
      data.map { Unmanaged<Session>.fromOpaque($0).takeUnretainedValue() }
    }
  }

  private static var handler: htmlSAXHandler {
    var handler = htmlSAXHandler()
    handler.startElement = { data, name, attributes in
      guard let session = Session.of(data), let name else { return }
      session.builder.start(
        String(cString: name), HTMLParser.attributes(attributes), at: session.position)
      if session.builder.stoppedAt != nil { xmlStopParser(session.context) }
    }
    handler.endElement = { data, name in
      guard let session = Session.of(data), let name else { return }
      session.builder.end(String(cString: name), at: session.position)
    }
    handler.characters = { data, text, length in
      guard let session = Session.of(data), let text else { return }
      let bytes = UnsafeBufferPointer(start: text, count: Int(length))
      session.builder.text(bytes, at: session.position)
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.comment = { data, _ in
      guard let session = Session.of(data) else { return }
      session.builder.pass(at: session.position)
    }
    return handler
  }

  private static func attributes(
    _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> [String: String] {
    var found: [String: String] = [:]
    guard var next = list else { return found }
    while let name = next.pointee {
      let key = String(cString: name).lowercased()
      let value = next.advanced(by: 1).pointee.map { String(cString: $0) } ?? ""
      if found[key] == nil { found[key] = value }
      next += 2
    }
    return found
  }
}
