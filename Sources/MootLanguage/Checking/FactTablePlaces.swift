/// The particulars of a table's facts: one entry a row, or, in a large table, one for the same dates and
/// sources.
struct FactTablePlaces {
  /// The entries, to be put behind the `first` ones of the program.
  private(set) var particulars: [Fact.Particulars] = []
  private let table: FactTable
  private let file: UInt32
  private let first: Int
  private let isShared: Bool
  private var known: [FactTableChecker.Circumstances: UInt32] = [:]
  private var last: (circumstances: FactTableChecker.Circumstances, index: UInt32)?

  /// Creates the places of a table for a program with `first` entries.
  init(table: FactTable, file: UInt32, first: Int) {
    self.table = table
    self.file = file
    self.first = first
    isShared = table.rowCount > Fact.Particulars.mostPlaces
  }

  /// The index of the entry for a row.
  mutating func index(
    ofRow row: Int, _ circumstances: FactTableChecker.Circumstances
  ) -> UInt32 {
    guard isShared else { return append(circumstances, row: row) }
    if let last, last.circumstances == circumstances { return last.index }
    let index = known[circumstances] ?? append(circumstances, row: 0)
    known[circumstances] = index
    last = (circumstances, index)
    return index
  }

  private mutating func append(
    _ circumstances: FactTableChecker.Circumstances, row: Int
  ) -> UInt32 {
    let cells = table.row(row)
    let span = SourceSpan(file, cells.first?.lower ?? 0, cells.last?.upper ?? 0)
    particulars.append(
      Fact.Particulars(
        period: circumstances.period, attribution: .none, cites: circumstances.cites, span: span))
    return UInt32(first + particulars.count - 1)
  }
}
