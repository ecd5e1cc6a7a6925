/// The numbering of a theory's ground sentences as literals of the reference: `2a` for an atom, `2a + 1` for its contrary.
struct AtomTable: Sendable {
  private let theory: FirstOrderTheory

  /// The first atom of each relation.
  private let offsets: [Int]

  /// The constants of each sort, by the sort's number.
  private let pools: [[Int]]

  /// For each constant, its place among those of its sort.
  private let places: [Int]

  /// How many ordinary literals there are.
  let literalCount: Int

  /// An assignment that binds nothing, with room for every variable and every `?` made a variable.
  let emptyBinding: [Int]

  /// The first number free for a `?`.
  private let firstFresh: Int

  /// No set of conditions has more `?` than this.
  private static let mostAnyone = 16

  init(_ theory: FirstOrderTheory) {
    self.theory = theory
    let pools = ReferenceSort.allCases.map { theory.pool($0) }
    var places = Array(repeating: 0, count: theory.constants.count)
    for pool in pools { for (place, constant) in pool.enumerated() { places[constant] = place } }
    self.pools = pools
    self.places = places
    var offsets: [Int] = []
    var count = 0
    for relation in theory.relations {
      offsets.append(count)
      let tuples = (0..<relation.arity).reduce(1) {
        $0 * pools[relation.sort(at: $1).rawValue].count
      }
      count += tuples * (relation.isAction ? 3 : 1)
    }
    self.offsets = offsets
    literalCount = 2 * count
    let variables = max(theory.variableCount, 10)
    firstFresh = variables + 2 * Self.mostAnyone > 100 ? max(variables, 130) : variables
    emptyBinding = Array(repeating: -1, count: firstFresh + 2 * Self.mostAnyone)
  }

  /// How many tuples of constants a relation ranges over.
  func tupleCount(relation: Int) -> Int {
    (0..<theory.relations[relation].arity).reduce(1) { $0 * pool(relation, $1).count }
  }

  /// The constants that fit in a hole.
  private func pool(_ relation: Int, _ place: Int) -> [Int] {
    pools[theory.relations[relation].sort(at: place).rawValue]
  }

  /// The constants that a variable ranges over.
  func pool(ofVariable variable: Int) -> [Int] {
    pools[ReferenceSort(ofVariable: variable).rawValue]
  }

  /// The literal of a relation's tuple in a mode.
  func literal(relation: Int, mode: FirstOrderTheory.Mode, isContrary: Bool, tuple: Int) -> Int {
    2 * (offsets[relation] + mode.rawValue * tupleCount(relation: relation) + tuple)
      + (isContrary ? 1 : 0)
  }

  /// The literal a sentence is under `binding`, which binds all its variables.
  func literal(_ sentence: FirstOrderTheory.Sentence, _ binding: [Int]) -> Int {
    var tuple = 0
    for (place, term) in sentence.terms.enumerated() {
      tuple = tuple * pool(sentence.relation, place).count + places[constant(term, binding)]
    }
    return literal(
      relation: sentence.relation, mode: sentence.mode, isContrary: sentence.isContrary,
      tuple: tuple)
  }

  /// The constant a term stands for under `binding`.
  func constant(_ term: FirstOrderTheory.Term, _ binding: [Int]) -> Int {
    switch term {
    case .variable(let number): binding[number]
    case .constant(let number): number
    case .anyone, .today: preconditionFailure("every ? has been made a variable")
    }
  }

  /// The ground sentence a literal stands for.
  func sentence(_ literal: Int) -> FirstOrderTheory.Sentence {
    let atom = literal / 2
    let relation = offsets.lastIndex { $0 <= atom }!
    let tuples = tupleCount(relation: relation)
    var rest = (atom - offsets[relation]) % tuples
    var terms: [FirstOrderTheory.Term] = []
    for place in (0..<theory.relations[relation].arity).reversed() {
      let pool = pool(relation, place)
      terms.insert(.constant(pool[rest % pool.count]), at: 0)
      rest /= pool.count
    }
    return FirstOrderTheory.Sentence(
      relation: relation,
      mode: FirstOrderTheory.Mode(rawValue: (atom - offsets[relation]) / tuples)!,
      isContrary: literal & 1 == 1, terms: terms)
  }

  /// The literal and what every rule for it is also a rule for: of "must" that is "may", of "must not" it is "need not".
  func weakenings(of literal: Int) -> [Int] {
    var sentence = sentence(literal)
    guard theory.relations[sentence.relation].isAction else { return [literal] }
    switch (sentence.mode, sentence.isContrary) {
    case (.must, false): sentence.mode = .may
    case (.may, true): sentence.mode = .must
    case (.plain, _), (.may, false), (.must, true): return [literal]
    }
    return [literal, self.literal(sentence, [])]
  }

  /// The literal and what also conflicts with whatever it does: of "may" that is "must", of "need not" it is "must not".
  func strengthenings(of literal: Int) -> [Int] {
    var sentence = sentence(literal)
    guard theory.relations[sentence.relation].isAction else { return [literal] }
    switch (sentence.mode, sentence.isContrary) {
    case (.may, false): sentence.mode = .must
    case (.must, true): sentence.mode = .may
    case (.plain, _), (.must, false), (.may, true): return [literal]
    }
    return [literal, self.literal(sentence, [])]
  }

  /// The premises with a fresh variable in place of each `?`.
  func premises(_ conditions: [FirstOrderTheory.Condition]) -> [FirstOrderTheory.Condition] {
    namingAnyone(in: conditions, from: firstFresh)
  }

  /// The exception with a variable in place of each `?` that no premise binds.
  func exception(_ conditions: [FirstOrderTheory.Condition]) -> [FirstOrderTheory.Condition] {
    namingAnyone(in: conditions, from: firstFresh + Self.mostAnyone)
  }

  /// The conditions with a variable from `first` on in place of each `?`.
  private func namingAnyone(
    in conditions: [FirstOrderTheory.Condition], from first: Int
  ) -> [FirstOrderTheory.Condition] {
    var next = first
    func named(_ sentence: FirstOrderTheory.Sentence) -> FirstOrderTheory.Sentence {
      var sentence = sentence
      for (place, term) in sentence.terms.enumerated() where term == .anyone {
        sentence.terms[place] = .variable(next)
        next += 1
      }
      return sentence
    }
    return conditions.map { condition in
      switch condition {
      case .sentence(let sentence, let standard): .sentence(named(sentence), standard: standard)
      case .past(let sentence, let day): .past(named(sentence), day: day)
      case .comparison, .order, .calculation, .every, .total: condition
      }
    }
  }
}
