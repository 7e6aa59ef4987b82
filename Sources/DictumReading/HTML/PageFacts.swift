import DictumHTML
import DictumModel

/// What a page says of itself: its title, who wrote it, when, and where it was published.
///
///     <meta property="og:title" content="…">
///     <meta name="author" content="Ada Okafor">
///     <meta property="article:published_time" content="2024-03-12T10:02:00Z">
///     <link rel="canonical" href="https://example.org/steps">
///     <script type="application/ld+json">{"headline": …, "author": …}</script>
///
/// After the Open Graph protocol, schema.org's `Article` and Highwire's `citation_…` names.
struct PageFacts {
  private(set) var title: String?
  private(set) var authors: [String] = []
  private(set) var date: String?
  private(set) var url: String?

  /// The facts of a page, the best source of each.
  init(_ page: HTMLDocument) {
    var metas: [String: [String]] = [:]
    var linked = LinkedData()
    var heading: String?
    var headings = 0
    var windowTitle: String?
    var time: String?
    for (index, node) in page.nodes.enumerated() {
      switch node.name {
      case "meta":
        let key =
          node.attributes["property"] ?? node.attributes["name"] ?? node.attributes["itemprop"]
        if let key, let content = node.attributes["content"]?.onOneLine, !content.isEmpty {
          metas[key.lowercased(), default: []].append(content)
        }
      case "link":
        if node.attributes["rel"] == "canonical" { url = node.attributes["href"] }
      case "script":
        if node.attributes["type"] == "application/ld+json", linked.isEmpty {
          linked = LinkedData(
            page.nodes[page.range(of: index).dropFirst()].compactMap(\.text).joined())
        }
      case "title": if windowTitle == nil { windowTitle = page.text(of: index).onOneLine }
      case "h1":
        headings += 1
        if heading == nil { heading = page.text(of: index).onOneLine }
      case "time": time = time ?? node.attributes["datetime"]
      default: break
      }
    }
    func first(_ keys: [String]) -> String? { keys.lazy.compactMap { metas[$0]?.first }.first }
    url = [url, first(["og:url"]), linked.url].compactMap(\.self).first { $0.contains("://") }
    // "A page - The site" below a banner of "The site": the banner is no title.
    let isBanner =
      windowTitle.map { $0.contains(heading ?? "") && !$0.hasPrefix(heading ?? "") } ?? false
    title =
      [
        linked.title, first(["citation_title", "og:title", "dc.title", "twitter:title"]),
        headings == 1 && !isBanner ? heading : nil, windowTitle, heading,
      ].compactMap(\.self).first { !$0.isEmpty }
    authors =
      ["citation_author", "author", "article:author", "dc.creator", "parsely-author"]
      .lazy.compactMap { metas[$0] }.first ?? []
    if !linked.authors.isEmpty { authors = linked.authors }
    authors.removeAll { $0.contains("://") }
    let dates = [
      first(["article:published_time", "citation_publication_date", "datepublished", "date"]),
      linked.date, first(["dc.date", "dcterms.created", "citation_date", "parsely-pub-date"]), time,
    ]
    date = dates.lazy.compactMap { $0.flatMap(DateText.ofRecord) }.first
  }

  /// The address that a link or an image of the page leads to.
  ///
  /// What is written from the root of the site leads to the site; what is written from the page
  /// itself is kept when nothing says where the page was.
  func address(of target: String) -> String {
    let target = target.trimmingSpaces
    guard let url, !target.isEmpty, !target.hasPrefix("#"),
      let host = url.firstRange(of: "://")?.upperBound
    else { return PageFacts.safe(target) }
    if target.hasPrefix("//") {
      return PageFacts.safe(String(url.prefix { $0 != ":" }) + ":" + target)
    }
    let beforeSlash = target.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if beforeSlash.contains(":") { return PageFacts.safe(target) }
    let path = url[host...].firstIndex { "/?#".contains($0) } ?? url.endIndex
    if target.hasPrefix("/") { return PageFacts.safe(url[..<path] + target) }
    let folder = url[path...].prefix { $0 != "?" && $0 != "#" }
    let base = folder.lastIndex(of: "/").map { folder[...$0] } ?? "/"
    return PageFacts.safe(url[..<path] + base + target)
  }

  /// An address that can stand between `<` and `>`.
  private static func safe(_ target: some StringProtocol) -> String {
    var safe = ""
    for scalar in target.unicodeScalars {
      switch scalar {
      case "<": safe += "%3C"
      case ">": safe += "%3E"
      case "\\": safe += "%5C"
      case " ": safe += "%20"
      case _ where scalar.value < 0x20: break
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  /// The facts as front matter.
  var frontMatter: String {
    var lines = ["---"]
    if let title { lines.append("title: \(PageFacts.quoted(title))") }
    if !authors.isEmpty {
      lines.append("author: [\(authors.map(PageFacts.quoted).joined(separator: ", "))]")
    }
    if let date { lines.append("date: \(PageFacts.quoted(date))") }
    if let url, url.contains("://") { lines.append("url: \(PageFacts.quoted(url))") }
    return lines.count == 1 ? "" : lines.joined(separator: "\n") + "\n---\n"
  }

  /// A text between quotation marks, as YAML and JSON have it.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.onOneLine.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      // What YAML does not allow in a text: control characters and the like.
      let isPrintable =
        scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar != "\u{FEFF}"
        && !(0xFFFE...0xFFFF).contains(scalar.value & 0xFFFF)
      if isPrintable { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "\""
  }
}
