import MootLanguage

extension Evaluation {
  /// Works on what the facts of a signed predicate state on any date.
  func history<Result>(of predicate: SignedPredicate, _ work: (inout History) -> Result) -> Result {
    let index = Theory.index(of: predicate)
    var history = histories[index] ?? History(of: predicate, in: theory)
    histories[index] = nil
    defer { histories[index] = history }
    return work(&history)
  }

  /// The atoms with a key that held on the date with the id `date`, or at any time up to the answer's.
  func found(_ index: Int?, _ key: [UInt32], on date: UInt32?, in history: inout History)
    -> [(row: Int, truth: ValueOrder.Truth)]
  {
    var rows: [Int] = []
    if let index {
      var row = history.table.first(key, index: index)
      while row != ColumnIndex.none {
        rows.append(Int(row))
        row = history.table.next(after: row, index: index)
      }
    } else {
      rows = Array(0..<history.table.count)
    }
    return rows.sorted().map { row in
      guard let date else { return (row, history.truth(row, upTo: theory.asOf)) }
      guard case .date(let day) = values.table[ValueID(raw: date)] else { return (row, .fails) }
      return (row, history.truth(row, from: day.firstDay, to: day.lastDay))
    }
  }
}
