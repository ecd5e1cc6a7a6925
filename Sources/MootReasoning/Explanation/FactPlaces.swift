import MootLanguage

/// The facts that state each atom of a finished evaluation, so that one literal's are found without looking at
/// all the others.
struct FactPlaces {
  /// For each signed predicate (`Theory.index(of:)`), the first fact about each row of its table; -1 for none.
  private var first: [[Int32]]
  /// For each place in the list of facts, that of the next one that states the same.
  private var next: [Int32]
  /// The facts of an evaluation that did not take in all, ascending.
  private let chosen: [Int]?

  /// Files the facts that count by what they state; linear in them.
  ///
  /// - Parameter chosen: the facts that were evaluated; `nil` for all.
  init(_ evaluation: Evaluation, of chosen: [Int]?) {
    let program = evaluation.theory.program
    first = Array(repeating: [], count: program.predicates.count * 2)
    self.chosen = chosen
    let count = chosen?.count ?? program.facts.count
    next = Array(repeating: -1, count: count)
    for number in (0..<count).reversed() {
      let index = chosen?[number] ?? number
      guard evaluation.theory.factStates[index] == .holds else { continue }
      let fact = program.facts[index]
      let table = Int(fact.predicate.predicate.raw)
      guard let row = evaluation.tables[table].row(of: program.arguments(of: fact).map(\.raw))
      else { continue }
      let place = Theory.index(of: fact.predicate)
      if first[place].isEmpty {
        first[place] = Array(repeating: -1, count: evaluation.tables[table].count)
      }
      next[number] = first[place][row]
      first[place][row] = Int32(number)
    }
  }

  /// The facts that state a literal, given by the row of its atom, in source order.
  func facts(stating predicate: SignedPredicate, row: Int) -> [Int] {
    let rows = first[Theory.index(of: predicate)]
    guard row < rows.count else { return [] }
    var facts: [Int] = []
    var fact = rows[row]
    while fact >= 0 {
      facts.append(chosen?[Int(fact)] ?? Int(fact))
      fact = next[Int(fact)]
    }
    return facts
  }
}
