extension CopiedShape {
  /// Messages below a name and a time on lines of their own, with what pages put between.
  ///
  ///     Priya Raman       KilnWitch      @moss             moss_agate
  ///     10:02 AM          •              2 months ago      —
  ///                       2d ago                           Today at 6:02 PM
  ///
  ///     Mira Holm         Ada Okafor says:                 anselm
  ///     @miraholm         March 12, 2025 at 10:02 am       Anselm Roth
  ///     · Mar 12                                           Mar 12
  static let stacked = CopiedShape(.either) { page, index in
    var text = page.text(index)
    var isSure = false
    for mark in ["· ", "• ", "— "] where text.hasPrefix(mark) {
      text = String(text.dropFirst(mark.count))
      isSure = true
    }
    guard let stamp = CopiedStamp(text) else { return nil }
    var at = index - 1
    while at > 0, index - at <= 4, isBetween(page, at) {
      isSure = isSure || CopiedText.isMark(page.text(at)) || page.text(at) == "commented"
      at -= 1
    }
    guard at >= 0, index - at <= 4 else { return nil }
    let above = page.text(at)
    if let handle = handle(page, at) {
      return CopiedHead(lines: handle.first..<index + 1, name: handle.name, stamp: stamp)
    }
    if above.hasSuffix(" says:") || above.hasSuffix(" says") {
      let name = CopiedName(String(above.dropLast(above.hasSuffix(":") ? 6 : 5)))
      return name.map {
        CopiedHead(lines: at..<index + 1, name: $0, stamp: stamp, isComment: true)
      }
    }
    guard let name = CopiedName(above), isSure || name.form != .shown,
      isSure || !(at + 1...index).contains(where: page.isAfterGap)
    else { return nil }
    // A page may show the handle and then the name.
    if !isSure, !page.isAfterGap(at), at > 0, page.isAfterGap(at - 1),
      let first = CopiedName(page.text(at - 1)), first.form == .handle
    {
      let shown = name.form == .plain && name.words.contains(" ") ? name : first
      return CopiedHead(lines: at - 1..<index + 1, name: shown, stamp: stamp, isSure: false)
    }
    // A name above a bare time may be of a recording.
    let isOwn = name.form != .plain || stamp.hasDay || stamp.time?.hasSuffix("M") ?? false
    return CopiedHead(
      lines: at..<index + 1, name: name, stamp: stamp, isSure: isSure, isOwn: isOwn)
  }

  /// Whether a line may stand between the name and the time.
  private static func isBetween(_ page: CopiedPage, _ at: Int) -> Bool {
    let text = page.text(at)
    return CopiedText.isMark(text)
      || ["OP", "MOD", "BOT", "APP", "Author", "commented"].contains(text)
      || text.hasSuffix(" Commenter") || (CopiedText.isCount(text) && !page.isAfterGap(at))
  }

  /// The name beside or above the handle at a line, or the handle itself where no name stands there.
  private static func handle(
    _ page: CopiedPage, _ at: Int
  ) -> (name: CopiedName, first: Int)? {
    let words = page.text(at).split(separator: " ").map(String.init)
    guard let last = words.last, last.hasPrefix("@"), last.utf8.count > 2 else { return nil }
    if words.count > 1 {
      return CopiedName(words.dropLast().joined(separator: " ")).map { ($0, at) }
    }
    if at > 0, !page.isAfterGap(at), let name = CopiedName(page.text(at - 1)),
      page.isAfterGap(at - 1) || CopiedFurniture.isOne(page.text(at - 2)),
      !CopiedFurniture.isOne(page.text(at - 1))
    {
      return (name, at - 1)
    }
    return CopiedName(last).map { ($0, at) }
  }
}
