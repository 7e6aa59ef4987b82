/// The mark at the head of a comment that folds it.
///
///     [-] [+] [–] [−]
enum CopiedFold {
  /// Takes the mark off the beginning of a line; whether there was one.
  static func take(_ text: inout String) -> Bool {
    for mark in ["[-]", "[+]", "[–]", "[−]"] where text.hasPrefix(mark) {
      text = text.dropFirst(mark.count).trimmingSpaces
      return true
    }
    return false
  }
}
