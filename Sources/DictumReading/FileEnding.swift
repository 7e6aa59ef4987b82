extension String {
  /// Whether a path ends in `ending`, which is in small letters of ASCII; in the path, capitals count
  /// as small letters.
  func ends(in ending: StaticString) -> Bool {
    let length = ending.utf8CodeUnitCount
    return utf8.withBytes { path in
      guard path.count >= length else { return false }
      let tail = UnsafeBufferPointer(rebasing: path.suffix(length))
      return (0..<length).allSatisfy { tail[$0] | 0x20 == ending.utf8Start[$0] }
    }
  }
}
