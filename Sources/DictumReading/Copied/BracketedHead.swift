extension CopiedShape {
  /// Messages below a time in brackets and a name, as DiscordChatExporter writes them.
  ///
  ///     [3/12/2025 6:02 PM] moss
  ///     [12-Mar-25 06:02 PM] Ada Okafor
  ///     [Wednesday 10:02] Ada Okafor          Teams, copied
  static let bracketed = CopiedShape(.chat) { page, index in
    let text = page.text(index)
    guard text.hasPrefix("["), let close = text.firstIndex(of: "]"),
      let stamp = CopiedStamp(text[..<close].dropFirst()), stamp.time != nil,
      let name = CopiedName(text[text.index(after: close)...].trimmingSpaces)
    else { return nil }
    return CopiedHead(
      lines: index..<index + 1, name: name, stamp: stamp, isSure: false,
      isOwn: name.form != .plain || stamp.hasDay)
  }
}
