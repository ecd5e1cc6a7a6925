/// The places of a column's values by value, for values below a bound.
struct Grouping {
  private var starts: [Int32]
  private var places: [Int32]

  /// Groups a column.
  init(_ column: [Int], below bound: Int) {
    starts = Array(repeating: 0, count: bound + 1)
    for value in column { starts[value + 1] += 1 }
    for value in 0..<bound { starts[value + 1] += starts[value] }
    var next = starts
    places = Array(repeating: 0, count: column.count)
    for (place, value) in column.enumerated() {
      places[Int(next[value])] = Int32(place)
      next[value] += 1
    }
  }

  /// The places of a value, ascending.
  subscript(value: Int) -> ArraySlice<Int32> {
    places[Int(starts[value])..<Int(starts[value + 1])]
  }
}
