/// The numbering of a theory's ground sentences as literals of the reference: `2a` for an atom, `2a + 1` for its contrary.
struct AtomTable: Sendable {
  private let theory: FirstOrderTheory

  /// The first atom of each relation.
  private let offsets: [Int]

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
    var offsets: [Int] = []
    var count = 0
    for relation in theory.relations {
      offsets.append(count)
      let tuples = (0..<relation.arity).reduce(1) { tuples, _ in tuples * theory.constants.count }
      count += tuples * (relation.isAction ? 3 : 1)
    }
    self.offsets = offsets
    literalCount = 2 * count
    let conditions = theory.rules.flatMap { ($0.alternatives + $0.exceptions).flatMap(\.self) }
    let declared = theory.incompatibilities.flatMap { [$0.first, $0.second] }
    let variables = conditions.flatMap(\.variables) + declared.flatMap(\.variables)
    firstFresh = (variables.max() ?? -1) + 1
    emptyBinding = Array(repeating: -1, count: firstFresh + 2 * Self.mostAnyone)
  }

  /// How many tuples of constants a relation ranges over.
  func tupleCount(relation: Int) -> Int {
    (0..<theory.relations[relation].arity).reduce(1) { count, _ in count * theory.constants.count }
  }

  /// The literal of a relation's tuple in a mode.
  func literal(relation: Int, mode: FirstOrderTheory.Mode, isContrary: Bool, tuple: Int) -> Int {
    2 * (offsets[relation] + mode.rawValue * tupleCount(relation: relation) + tuple)
      + (isContrary ? 1 : 0)
  }

  /// The literal a sentence is under `binding`, which binds all its variables.
  func literal(_ sentence: FirstOrderTheory.Sentence, _ binding: [Int]) -> Int {
    let tuple = sentence.terms.reduce(0) { $0 * theory.constants.count + constant($1, binding) }
    return literal(
      relation: sentence.relation, mode: sentence.mode, isContrary: sentence.isContrary,
      tuple: tuple)
  }

  /// The constant a term stands for under `binding`.
  func constant(_ term: FirstOrderTheory.Term, _ binding: [Int]) -> Int {
    switch term {
    case .variable(let number): binding[number]
    case .constant(let number): number
    case .anyone: preconditionFailure("every ? has been made a variable")
    }
  }

  /// The ground sentence a literal stands for.
  func sentence(_ literal: Int) -> FirstOrderTheory.Sentence {
    let atom = literal / 2
    let relation = offsets.lastIndex { $0 <= atom }!
    let tuples = tupleCount(relation: relation)
    var rest = (atom - offsets[relation]) % tuples
    var terms: [FirstOrderTheory.Term] = []
    for _ in 0..<theory.relations[relation].arity {
      terms.insert(.constant(rest % theory.constants.count), at: 0)
      rest /= theory.constants.count
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
    return conditions.map { condition in
      guard case .sentence(var sentence, let standard) = condition else { return condition }
      for (place, term) in sentence.terms.enumerated() where term == .anyone {
        sentence.terms[place] = .variable(next)
        next += 1
      }
      return .sentence(sentence, standard: standard)
    }
  }
}
