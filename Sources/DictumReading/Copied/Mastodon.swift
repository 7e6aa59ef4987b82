extension CopiedShape {
  /// Posts of Mastodon, whose time stands below the words.
  ///
  ///     Mira Holm
  ///     @mira@m.example
  ///
  ///     With a spoon. I'm serious.
  ///
  ///     Mar 12, 2025, 18:02
  static let mastodon = CopiedShape(.comments) { page, index in
    let handle = page.text(index)
    guard handle.hasPrefix("@") else { return nil }
    let parts = handle.dropFirst().split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."),
      !handle.contains(" ")
    else { return nil }
    let isNamed = index > 0 && !page.isAfterGap(index) && CopiedName(page.text(index - 1)) != nil
    let stamp = CopiedStamp(page.text(index + 1))
    let name = CopiedName(isNamed ? page.text(index - 1) : String(parts[0]))
    return CopiedHead(
      lines: (isNamed ? index - 1 : index)..<index + (stamp == nil ? 1 : 2), name: name,
      stamp: stamp)
  }
}
