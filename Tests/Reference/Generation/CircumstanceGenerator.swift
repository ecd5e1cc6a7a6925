/// Puts a random theory into time: dates, speakers, numbers, and upper rules that read what it concludes.
struct CircumstanceGenerator {
  let kind: TheoryKind
  var random: SeededGenerator
  var result: FirstOrderTheory

  /// The relations of the theory it started from.
  let lowerRelations: Range<Int>

  /// The relation of names and numbers, and that of names and dates, that facts state.
  var numbered = 0
  var dated = 0

  /// The dates that things happen on: days, months and years, close to one another.
  static let dates: [ReferenceDate] = [
    ReferenceDate(2020), ReferenceDate(2020, 2), ReferenceDate(2020, 2, 29),
    ReferenceDate(2020, 1, 31), ReferenceDate(2020, 3), ReferenceDate(2020, 3, 1),
    ReferenceDate(2021), ReferenceDate(2019, 12, 31), ReferenceDate(2021, 2, 15),
  ]

  /// Prepares to put a theory into time.
  init(_ kind: TheoryKind, around theory: FirstOrderTheory, seed: UInt64) {
    self.kind = kind
    random = SeededGenerator(seed: seed ^ 0x7E3_DA7E)
    result = theory
    lowerRelations = theory.relations.indices
  }

  /// The theory in time.
  mutating func theory() -> FirstOrderTheory {
    if random.chance(75) { result.asOf = randomDate() }
    addSpeakers()
    if kind == .circumstances {
      addValues()
      addUpperRules()
    }
    addPeriods()
    return result
  }

  /// One of the dates.
  mutating func randomDate() -> ReferenceDate { random.element(of: Self.dates)! }

  /// From when until when something holds; mostly with one end.
  mutating func randomPeriod() -> ReferencePeriod {
    switch random.below(4) {
    case 0: return ReferencePeriod(from: randomDate(), until: nil)
    case 1: return ReferencePeriod(from: nil, until: randomDate())
    case 2: return ReferencePeriod(from: ReferenceDate(2019, 12, 31), until: randomDate())
    default:
      let (one, other) = (randomDate(), randomDate())
      return one.isOnOrBefore(other) == .holds
        ? ReferencePeriod(from: one, until: other) : ReferencePeriod(from: one, until: nil)
    }
  }

  /// Who argues the rules: nobody, or one of a few, some of whom speak for another.
  private mutating func addSpeakers() {
    guard random.chance(50) else { return }
    result.speakers = [nil, nil]
    if random.chance(50) { result.speakers.append(random.below(2)) }
    for index in result.rules.indices where random.chance(60) {
      result.rules[index].speaker = random.below(result.speakers.count)
    }
  }

  /// Dates of facts, contentions and rules; some facts that hold for several periods.
  private mutating func addPeriods() {
    for fact in result.facts.reversed() where random.chance(40) {
      if random.chance(80) { result.facts.removeAll { $0 == fact } }
      result.states.append(FirstOrderTheory.State(sentence: fact, period: randomPeriod()))
      if random.chance(20) {
        result.states.append(FirstOrderTheory.State(sentence: fact, period: randomPeriod()))
      }
    }
    for index in result.rules.indices where random.chance(25) {
      if case .preference = result.rules[index].conclusion { continue }
      result.rules[index].period = randomPeriod()
      let days = result.rules[index].commonVariables.filter {
        ReferenceSort(ofVariable: $0) == .date
      }
      if let day = random.element(of: days.sorted()), random.chance(70) {
        result.rules[index].lawOfDay = day
      }
    }
  }

  /// The relations with numbers and dates, and the facts and contentions that state them.
  private mutating func addValues() {
    let numbers = (0..<3).map { _ in result.addConstant(.number(1000 * random.below(6))) }
    let dates = (0..<3).map { _ in result.addConstant(.date(randomDate())) }
    numbered = addRelation(arity: 2, .number)
    dated = addRelation(arity: 2, .date)
    let names = result.pool(.name)
    for _ in 0..<3 + random.below(5) {
      let isNumbered = random.chance(50)
      let sentence = FirstOrderTheory.Sentence(
        relation: isNumbered ? numbered : dated,
        terms: [
          .constant(random.element(of: names)!),
          .constant(random.element(of: isNumbered ? numbers : dates)!),
        ])
      if !result.facts.contains(sentence) { result.facts.append(sentence) }
    }
  }

  /// A new relation for names, and in its last hole for something else.
  mutating func addRelation(arity: Int, _ sort: ReferenceSort = .name) -> Int {
    result.relations.append(
      FirstOrderTheory.Relation(
        number: result.relations.count, arity: arity, hasContraryWords: random.chance(30),
        lastSort: sort))
    return result.relations.count - 1
  }
}
