import MootLanguage

/// Finds the facts of a theory that agree with what is known of their arguments.
///
/// A column is read from end to end the first few times; from then on an index is worth its making.
struct FactFinder {
  private let theory: Theory
  private var columns: [FactColumns?]
  /// For each predicate, the facts that count, ascending.
  private let places: [[Int32]]

  /// How often a predicate is read from end to end for the same columns.
  private static let mostReadings = 8

  /// The facts of one predicate, in columns.
  private struct FactColumns {
    let columns: [[UInt32]]
    /// How often each set of columns was asked for without an index.
    var readings: [[Int]: Int] = [:]
    var indexes: [[Int]: ColumnIndex] = [:]
  }

  /// Sorts the facts that count, and those that dates leave open, by what they speak of.
  init(_ theory: Theory) {
    self.theory = theory
    var places: [[Int32]] = Array(repeating: [], count: theory.program.predicates.count)
    for (index, fact) in theory.program.facts.enumerated() {
      switch theory.factStates[index] {
      case .holds, .open: places[Int(fact.predicate.predicate.raw)].append(Int32(index))
      case .fails, .dropped: break
      }
    }
    self.places = places
    columns = Array(repeating: nil, count: places.count)
  }

  /// The facts about a predicate with these arguments, of which `Block.unbound` leaves any, ascending.
  mutating func facts(about predicate: Int, _ arguments: [UInt32]) -> [Int] {
    let places = places[predicate]
    let known = arguments.indices.filter { arguments[$0] != Block.unbound }
    guard !known.isEmpty, !places.isEmpty else { return places.map { Int($0) } }
    var facts = columns[predicate] ?? self.facts(at: places, arity: arguments.count)
    defer { columns[predicate] = facts }
    let readings = facts.readings[known, default: 0]
    guard readings >= Self.mostReadings else {
      facts.readings[known] = readings + 1
      return places.indices.filter { row in
        known.allSatisfy { facts.columns[$0][row] == arguments[$0] }
      }.map { Int(places[$0]) }
    }
    var index = facts.indexes.removeValue(forKey: known) ?? ColumnIndex(columns: known)
    index.catchUp(with: facts.columns, count: places.count)
    var found: [Int] = []
    var row = index.first(known.map { arguments[$0] }, in: facts.columns)
    while row != ColumnIndex.none {
      found.append(Int(places[Int(row)]))
      row = index.next(after: row)
    }
    facts.indexes[known] = index
    return found.sorted()
  }

  private func facts(at places: [Int32], arity: Int) -> FactColumns {
    let program = theory.program
    var columns: [[UInt32]] = Array(repeating: [], count: arity)
    for column in columns.indices { columns[column].reserveCapacity(places.count) }
    for place in places {
      for (column, value) in program.arguments(of: program.facts[Int(place)]).enumerated() {
        columns[column].append(value.raw)
      }
    }
    return FactColumns(columns: columns)
  }
}
