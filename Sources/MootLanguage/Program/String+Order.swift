extension String {
  /// Whether the text comes before another, byte by byte in UTF-8.
  public func precedesInBytes(_ other: String) -> Bool {
    let order = utf8.withContiguousStorageIfAvailable { first in
      other.utf8.withContiguousStorageIfAvailable { second -> Bool in
        for index in 0..<min(first.count, second.count) where first[index] != second[index] {
          return first[index] < second[index]
        }
        return first.count < second.count
      }
    }
    return order.flatMap(\.self) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}
