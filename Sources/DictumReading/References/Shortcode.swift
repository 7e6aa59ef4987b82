import DictumModel

/// A link as the templates of Hugo and Jekyll write it.
///
///     {{< ref "posts/steps.md#tail" >}}   {{% relref steps %}}
///     {% post_url 2020-01-05-steps %}     {% link _posts/steps.md %}     {{ "/steps/" | relative_url }}
struct Shortcode {
  var target: String
  var span: ByteSpan

  /// How far one may reach, in bytes.
  private static let maximumBytes = 300

  /// The one whose first brace a stretch stops at, or `nil`.
  init?(in stretch: Stretch) {
    var at = stretch.at + 1
    let second = stretch.byte(at)
    guard second == UInt8(ascii: "{") || second == UInt8(ascii: "%") else { return nil }
    at += 1
    var isVariable = second == UInt8(ascii: "{")
    if isVariable, stretch.byte(at) == UInt8(ascii: "<") || stretch.byte(at) == UInt8(ascii: "%") {
      isVariable = false
      at += 1
    }
    Shortcode.skipSpaces(in: stretch, &at)
    if !isVariable {
      let start = at
      while ByteKind.isASCIIWord(stretch.byte(at)) { at += 1 }
      guard ["ref", "relref", "post_url", "link"].contains(stretch.text(start..<at)) else {
        return nil
      }
      Shortcode.skipSpaces(in: stretch, &at)
    }
    let quote = stretch.byte(at)
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    guard isQuoted || !isVariable else { return nil }
    if isQuoted { at += 1 }
    let start = at
    let limit = min(stretch.end, stretch.at + Shortcode.maximumBytes)
    while at < limit,
      isQuoted
        ? stretch.byte(at) != quote
        : !ByteKind.isSpace(stretch.byte(at)) && !">%}".utf8.contains(stretch.byte(at))
    {
      at += 1
    }
    let end = at
    while at < limit, stretch.byte(at) != UInt8(ascii: "}") { at += 1 }
    let close = at + (second == UInt8(ascii: "{") ? 2 : 1)
    guard end > start, close <= limit, stretch.byte(close - 1) == UInt8(ascii: "}"),
      !isVariable || stretch.bytes[end..<at].holds("_url")
    else { return nil }
    target = stretch.text(start..<end)
    span = ByteSpan(stretch.at, close)
  }

  private static func skipSpaces(in stretch: Stretch, _ at: inout Int) {
    while stretch.byte(at) == 0x20 { at += 1 }
  }
}
