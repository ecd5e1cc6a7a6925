/// The facts of a table, read and checked.
struct FactColumns {
  /// The number of rows, without a header.
  var count = 0
  /// The ids of the arguments, by hole.
  var columns: [[UInt32]]
  /// What rows state besides, each once.
  var circumstances: [Circumstances] = []
  /// For each row, what it states besides, by its place in `circumstances`; empty when no column does.
  var circumstancesOfRow: [UInt32] = []
  /// Where each row begins and ends; kept up to `Fact.Particulars.mostPlaces` rows.
  var places: [UInt32] = []

  /// Creates columns without rows.
  init(holeCount: Int) { columns = Array(repeating: [], count: holeCount) }

  /// What a row can state besides its arguments.
  struct Circumstances: Hashable {
    /// When the state holds.
    var period = Period.always
    /// What the row cites.
    var cites: [CitationID] = []
  }
}

extension FactColumns {
  /// Takes over what a checker has found in a table without errors; its values come into `values`.
  init(_ checker: FactTableChecker, of table: FactTable, into values: inout ValueTable) {
    let holeCount = checker.holeCount
    self.init(holeCount: holeCount)
    let firstRow = table.layout.hasHeader ? 1 : 0
    count = max(0, table.rowCount - firstRow)
    let ids = checker.values.map { values.intern($0).raw }
    for hole in 0..<holeCount {
      columns[hole] = (0..<count).map { ids[Int(checker.arguments[$0 * holeCount + hole])] }
    }
    var known: [Circumstances: UInt32] = [:]
    circumstancesOfRow = checker.circumstances.map { stated in
      if let number = known[stated] { return number }
      let number = UInt32(circumstances.count)
      known[stated] = number
      circumstances.append(stated)
      return number
    }
    for row in 0..<min(count, Fact.Particulars.mostPlaces) {
      let cells = table.row(firstRow + row)
      places += [cells.first?.lower ?? 0, cells.last?.upper ?? 0]
    }
  }
}
