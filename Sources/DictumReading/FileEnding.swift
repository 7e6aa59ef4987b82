extension String {
  /// Whether a path ends in `ending`, which is in small letters of ASCII; in the path, capitals count
  /// as small letters.
  func ends(in ending: StaticString) -> Bool {
    let length = ending.utf8CodeUnitCount
    return utf8.withBytes { path in
      guard path.count >= length else { return false }
      let start = path.count - length
      // Most paths are told by their last letter.
      return (0..<length).reversed().allSatisfy {
        path[start + $0] | 0x20 == ending.utf8Start[$0]
      }
    }
  }
}
