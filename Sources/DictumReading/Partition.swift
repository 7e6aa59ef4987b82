extension RandomAccessCollection where Index == Int {
  /// The index of the first element that `isPast` holds of, as it does of all that follow; the end
  /// when it holds of none.
  func partition(_ isPast: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if isPast(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
