/// Rows of a table in some order, kept as runs: what rises together mostly lies together.
struct RowRuns {
  private var runs: [Range<UInt32>] = []

  /// Whether there is none.
  var isEmpty: Bool { runs.isEmpty }

  /// Adds a row.
  mutating func append(_ row: UInt32) { append(contentsOf: row..<row + 1) }

  /// Adds rows that lie together.
  mutating func append(contentsOf rows: Range<UInt32>) {
    guard !rows.isEmpty else { return }
    if let last = runs.last, last.upperBound == rows.lowerBound {
      runs[runs.count - 1] = last.lowerBound..<rows.upperBound
    } else {
      runs.append(rows)
    }
  }

  /// Hands on the rows in order, as many at a time as a block has at most.
  func inBlocks(
    _ body: (ArraySlice<UInt32>) throws(LimitReached) -> Void
  ) throws(LimitReached) {
    var part: [UInt32] = []
    part.reserveCapacity(Block.capacity)
    for run in runs {
      var next = run.lowerBound
      while next < run.upperBound {
        let end = min(run.upperBound, next + UInt32(Block.capacity - part.count))
        part.append(contentsOf: next..<end)
        next = end
        guard part.count == Block.capacity else { continue }
        try body(part[...])
        part.removeAll(keepingCapacity: true)
      }
    }
    if !part.isEmpty { try body(part[...]) }
  }
}
