import MootLanguage

/// Finds the facts of a program, whatever their dates, that agree with what is known of their arguments.
///
/// A column is read from end to end the first few times; from then on an index is worth its making.
struct FactFinder {
  private let program: Program
  /// For each predicate, the stretches of facts about it, in source order.
  private var stretches: [[Stretch]]

  /// How often a stretch is read from end to end for the same columns.
  private static let mostReadings = 8

  /// Facts about one predicate, in columns.
  fileprivate struct Stretch {
    let columns: [[UInt32]]
    let count: Int
    let places: Places
    /// How often each set of columns was asked for without an index.
    var readings: [[Int]: Int] = [:]
    var indexes: [[Int]: ColumnIndex] = [:]
  }

  /// Which facts of the program the rows of a stretch are.
  fileprivate enum Places {
    case listed([Int32])
    case regular(first: Int, step: Int)

    /// The fact of a row.
    func fact(_ row: Int) -> Int {
      switch self {
      case .listed(let facts): Int(facts[row])
      case .regular(let first, let step): first + row * step
      }
    }
  }

  /// Sorts the facts by what they speak of; those of tables stay in their columns.
  init(_ program: Program) {
    self.program = program
    stretches = Array(repeating: [], count: program.predicates.count)
    for run in program.facts.runs {
      switch run.content {
      case .written: addWritten(run.range)
      case .rows(let rows):
        let step = rows.companion == nil ? 1 : 2
        for (offset, predicate) in [rows.predicate, rows.companion].enumerated() {
          guard let predicate else { continue }
          stretches[Int(predicate.predicate.raw)].append(
            Stretch(
              columns: rows.columns, count: rows.count,
              places: .regular(first: run.range.lowerBound + offset, step: step)))
        }
      }
    }
  }

  private mutating func addWritten(_ range: Range<Int>) {
    let byPredicate = Dictionary(grouping: range) {
      Int(program.facts[$0].predicate.predicate.raw)
    }
    for (predicate, facts) in byPredicate {
      var columns: [[UInt32]] = Array(repeating: [], count: program.predicates[predicate].arity)
      for fact in facts {
        for (column, value) in program.facts.arguments(at: fact).enumerated() {
          columns[column].append(value.raw)
        }
      }
      stretches[predicate].append(
        Stretch(columns: columns, count: facts.count, places: .listed(facts.map { Int32($0) })))
    }
  }

  /// The facts about a predicate with these arguments, of which `Block.unbound` leaves any, ascending.
  mutating func facts(about predicate: Int, _ arguments: [UInt32]) -> [Int] {
    guard predicate < stretches.count else { return [] }
    let known = arguments.indices.filter { arguments[$0] != Block.unbound }
    var found: [Int] = []
    for number in stretches[predicate].indices {
      let rows = stretches[predicate][number].rows(known, arguments, Self.mostReadings)
      found += rows.map { stretches[predicate][number].places.fact($0) }
    }
    return found
  }
}

extension FactFinder.Stretch {
  /// The rows with these arguments in the columns that are known, ascending.
  fileprivate mutating func rows(
    _ known: [Int], _ arguments: [UInt32], _ mostReadings: Int
  ) -> [Int] {
    guard !known.isEmpty else { return Array(0..<count) }
    let readings = readings[known, default: 0]
    guard readings >= mostReadings else {
      self.readings[known] = readings + 1
      return read(known, arguments)
    }
    var index = indexes.removeValue(forKey: known) ?? ColumnIndex(columns: known)
    index.catchUp(with: columns, count: count)
    var rows: [Int] = []
    var row = index.first(known.map { arguments[$0] }, in: columns)
    while row != ColumnIndex.none {
      rows.append(Int(row))
      row = index.next(after: row)
    }
    indexes[known] = index
    return rows.sorted()
  }

  /// Reads the first known column from end to end, and of the others what agrees.
  private func read(_ known: [Int], _ arguments: [UInt32]) -> [Int] {
    let sought = arguments[known[0]]
    var rows: [Int] = []
    columns[known[0]].withUnsafeBufferPointer { column in
      for row in 0..<count where column[row] == sought {
        rows.append(row)
      }
    }
    guard known.count > 1 else { return rows }
    return rows.filter { row in
      known.dropFirst().allSatisfy { columns[$0][row] == arguments[$0] }
    }
  }
}
