extension CircumstanceGenerator {
  /// Premises that bind `?x`, and the variable they work out, if they do.
  mutating func premises(
    about traits: [Int], leaving fewest: Int
  ) -> (conditions: [FirstOrderTheory.Condition], computed: Int?) {
    var conditions: [FirstOrderTheory.Condition] = []
    switch random.below(3) {
    case 0: conditions = [lowerSentence(of: 0)]
    case 1:
      conditions = [
        .sentence(dates(of: 0, 7), standard: nil), .sentence(numbers(of: 0, 4), standard: nil),
      ]
    default:
      conditions = [
        random.chance(50)
          ? .sentence(dates(of: 0, 7), standard: nil) : .sentence(numbers(of: 0, 4), standard: nil)
      ]
    }
    if random.chance(25), let trait = traits.first {
      conditions.append(
        .sentence(
          FirstOrderTheory.Sentence(relation: trait, terms: [.variable(0)]), standard: nil))
    }
    var computed: Int?
    for _ in 0..<fewest + random.below(2) {
      let bound = FirstOrderTheory.Rule.bound(by: conditions)
      let (condition, result) = circumstance(given: bound)
      guard !conditions.contains(where: { $0.result != nil && $0.result == result }) else {
        continue
      }
      conditions.append(condition)
      computed = result ?? computed
    }
    let bound = FirstOrderTheory.Rule.bound(by: conditions)
    if let comparison = comparison(of: bound), random.chance(40) { conditions.append(comparison) }
    return (conditions, computed)
  }

  /// An exception: a circumstance, a comparison or a sentence, or several of them.
  mutating func exception(given bound: Set<Int>) -> [FirstOrderTheory.Condition] {
    var conditions: [FirstOrderTheory.Condition] = []
    if random.chance(50) { conditions.append(lowerSentence(of: 0)) }
    if random.chance(40), let comparison = comparison(of: bound) { conditions.append(comparison) }
    if conditions.isEmpty || random.chance(20) {
      let (condition, result) = circumstance(given: bound)
      conditions.append(condition)
      if let result, let comparison = comparison(of: [result]) { conditions.append(comparison) }
    }
    if random.chance(20) { conditions += dateTest(given: bound) }
    return conditions
  }

  /// A date that is matched and compared, in either order, with today or with what is worked out.
  private mutating func dateTest(given bound: Set<Int>) -> [FirstOrderTheory.Condition] {
    let constant = FirstOrderTheory.Term.constant(result.addConstant(.date(randomDate())))
    let day = bound.contains(7) ? FirstOrderTheory.Term.variable(7) : constant
    let test: FirstOrderTheory.Condition =
      switch random.below(3) {
      case 0: .order(.variable(8), .same, .today)
      case 1: .calculation(8, .later(day, constant))
      default: .calculation(8, .monthsLater(1, day))
      }
    let match = FirstOrderTheory.Condition.sentence(
      dates(of: random.chance(70) ? 0 : 1, 8), standard: nil)
    return random.chance(50) ? [match, test] : [test, match]
  }

  /// A calculation, a total, an `every` or a past state, with the variable it works out.
  private mutating func circumstance(given bound: Set<Int>) -> (FirstOrderTheory.Condition, Int?) {
    switch random.below(5) {
    case 0, 1:
      if let (result, expression) = expression(of: bound) {
        return (.calculation(result, expression), result)
      }
      return (total(), 5)
    case 2: return (total(), 5)
    case 3: return (every(), nil)
    default:
      let name = FirstOrderTheory.Term.variable(0)
      let facts = result.facts.filter { isOnlyStated($0.relation) }
      guard var sentence = random.element(of: facts), !sentence.terms.isEmpty else {
        return (every(), nil)
      }
      sentence.terms[0] = name
      return (.past(sentence, day: pastDay(given: bound)), nil)
    }
  }

  /// Whether only facts speak of a relation.
  private func isOnlyStated(_ relation: Int) -> Bool {
    !result.rules.contains { rule in
      if case .sentence(let head) = rule.conclusion { head.relation == relation } else { false }
    } && !result.relations[relation].isAction
  }

  /// A bound or given date, or some time.
  private mutating func pastDay(given bound: Set<Int>) -> FirstOrderTheory.Term? {
    switch random.below(3) {
    case 0: nil
    case 1 where bound.contains(7): .variable(7)
    default: .constant(result.addConstant(.date(randomDate())))
    }
  }

  /// Something worked out from bound numbers or dates.
  private mutating func expression(of bound: Set<Int>) -> (Int, FirstOrderTheory.Expression)? {
    let constant = FirstOrderTheory.Term.constant(
      result.addConstant(.number(1000 * random.below(4))))
    let date = FirstOrderTheory.Term.constant(result.addConstant(.date(randomDate())))
    let (number, day) = (FirstOrderTheory.Term.variable(4), FirstOrderTheory.Term.variable(7))
    var choices: [(Int, FirstOrderTheory.Expression)] = []
    if bound.contains(4) {
      choices += [
        (6, .sum(number, constant)), (6, .difference(number, constant)),
        (6, .times(number, tenths: [5, 20, 15][random.below(3)])),
      ]
    }
    if bound.contains(7) {
      choices += [
        (9, .daysLater([14, 1, -30][random.below(3)], day)),
        (9, .monthsLater([1, 12, -1][random.below(3)], day)), (9, .later(day, date)),
        (9, .earlier(day, date)), (6, .days(from: day, to: date)), (9, .today),
      ]
    }
    return random.element(of: choices)
  }

  /// A number, sum, least or greatest; for everybody, or for `?x`.
  private mutating func total() -> FirstOrderTheory.Condition {
    let function = random.element(of: FirstOrderTheory.Total.Function.allCases)!
    let who = random.chance(50) ? 100 : 0
    var conditions: [FirstOrderTheory.Condition]
    var over = 110
    if function == .number, random.chance(60) {
      conditions = [plainSentence(of: 100)]
      over = 100
    } else {
      conditions = [.sentence(numbers(of: who, 110), standard: nil)]
      if random.chance(50) { conditions.append(plainSentence(of: who)) }
      if random.chance(25) {
        conditions.append(
          .order(.variable(110), .onOrAfter, .constant(result.addConstant(.number(1000)))))
      }
    }
    return .total(
      FirstOrderTheory.Total(result: 5, function: function, over: over, conditions: conditions))
  }

  /// A condition about the theory below without a standard, which nothing inside others may name.
  private mutating func plainSentence(of variable: Int) -> FirstOrderTheory.Condition {
    let condition = lowerSentence(of: variable, 120)
    return condition.sentence.map { .sentence($0, standard: nil) } ?? condition
  }

  /// `every ?e such that …: …`.
  private mutating func every() -> FirstOrderTheory.Condition {
    var domain = [plainSentence(of: 100)]
    if random.chance(40) { domain.append(plainSentence(of: 100)) }
    guard case .sentence(let body, let standard) = lowerSentence(of: random.chance(80) ? 100 : 0),
      body.relation != dated
    else { return total() }
    return .every(
      FirstOrderTheory.Every(variable: 100, domain: domain, body: body, standard: standard))
  }

  /// A comparison of bound numbers or dates with each other or with something given.
  private mutating func comparison(of bound: Set<Int>) -> FirstOrderTheory.Condition? {
    let variables = bound.filter { ReferenceSort(ofVariable: $0) != .name }.sorted()
    guard let variable = random.element(of: variables) else { return nil }
    let order = random.element(of: FirstOrderTheory.Order.allCases)!
    let sort = ReferenceSort(ofVariable: variable)
    let others = variables.filter { $0 != variable && ReferenceSort(ofVariable: $0) == sort }
    if let other = random.element(of: others), random.chance(40) {
      return .order(.variable(variable), order, .variable(other))
    }
    switch sort {
    case .number:
      let constant = result.addConstant(.number(500 * random.below(8)))
      return .order(.variable(variable), order, .constant(constant))
    case .date, .name:
      if random.chance(30) { return .order(.variable(variable), order, .today) }
      let constant = result.addConstant(.date(randomDate()))
      return .order(.variable(variable), order, .constant(constant))
    }
  }
}
