@testable import MootReference

extension ShapeProgram {
  /// The program that a seed names.
  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for year in 2001...2004 {
      for month in [2, 7, 11] {
        for day in [1, 9, 25, random.chance(30) ? 0 : 17] {
          dates.append(ShapeDate(year: year, month: month, day: day))
        }
      }
    }
    let big = random.below(5)
    for number in 0..<5 {
      drawGiven("b\(number)", isBig: number == big && random.chance(50), &random)
    }
    for number in 0..<3 {
      let arity = 1 + random.index(weights: [2, 4, 2])
      relations.append(
        Relation(
          name: "d\(number)", sorts: Array(repeating: .name, count: arity),
          isAction: random.chance(25)))
      for _ in 0..<(1 + random.index(weights: [3, 2, 1])) { drawRule(relations.count - 1, &random) }
    }
  }

  /// The number of names that are drawn from.
  private static let names = 600

  private mutating func drawGiven(_ name: String, isBig: Bool, _ random: inout SeededGenerator) {
    let arity = 1 + random.index(weights: [2, 4, 3])
    let sorts: [Sort] = (0..<arity).map { place in
      place == 0 ? .name : [.name, .name, .number, .date][random.below(4)]
    }
    var relation = Relation(name: name, sorts: sorts)
    let size = isBig ? 10_000 : random.element(of: [4, 80, 500, 1500, 2600])!
    let isUniform = random.chance(60)
    let grade = UInt8(random.chance(60) ? 4 : 1 + random.below(3))
    let isDense = random.chance(30)
    for _ in 0..<size {
      let row = sorts.map { sort in
        switch sort {
        case .name: random.below(isDense && !isBig ? 60 : Self.names)
        case .number: random.below(80)
        case .date: random.below(dates.count)
        }
      }
      let own = isUniform ? grade : UInt8(1 + random.below(4))
      relation.given[row] = max(relation.given[row] ?? 0, own)
      relation.stated.append((row, own))
    }
    relations.append(relation)
  }

  private mutating func drawRule(_ head: Int, _ random: inout SeededGenerator) {
    let alternatives = (0..<(random.chance(25) ? 2 : 1)).map { _ in drawAlternative(head, &random) }
    let sorts = alternatives.map { sortsOfVariables($0) }
    let common = sorts[0].keys.filter { variable in
      sorts.allSatisfy { $0[variable] == sorts[0][variable] }
    }.sorted()
    let names = common.filter { sorts[0][$0] == .name }
    guard !names.isEmpty else { return drawRule(head, &random) }
    let terms = relations[head].sorts.map { _ in
      random.chance(12)
        ? Term.value(random.below(Self.names)) : .variable(names[random.below(names.count)])
    }
    var rule = Rule(
      head: Premise(relation: head, terms: terms), alternatives: alternatives,
      highest: [4, 4, 3, 3, 2, 1][random.below(6)], seed: random.next())
    let days = common.filter { sorts[0][$0] == .date }
    if let day = random.element(of: days), random.chance(50) {
      let full = dates.indices.filter { dates[$0].first == dates[$0].last }
      rule.law = (day, full[random.below(4)], full[full.count - 1 - random.below(full.count / 2)])
    }
    for _ in 0..<random.index(weights: [6, 3, 1]) {
      rule.exceptions.append(drawException(head, common, sorts[0], &random))
    }
    rules.append(rule)
  }

  /// Premises that hang together, unless one of them is small.
  private func drawAlternative(_ head: Int, _ random: inout SeededGenerator) -> Alternative {
    var alternative = Alternative()
    var sorts: [Int: Sort] = [:]
    for number in 0..<(1 + random.index(weights: [3, 4, 3, 1])) {
      var relation = random.below(head)
      if relations[relation].given.count > 5000, random.chance(40) { relation = 0 }
      let isFree =
        number == 1 && relation < 5 && relations[relation].given.count * size(alternative) < 60_000
      var terms = relations[relation].sorts.map { sort -> Term in
        let known = sorts.keys.filter { sorts[$0] == sort }.sorted()
        if let variable = random.element(of: known), random.chance(isFree ? 10 : 45) {
          return .variable(variable)
        }
        if random.chance(8) { return .anyone }
        if random.chance(5) { return .value(random.below(sort == .name ? Self.names : 30)) }
        return .variable(-1)
      }
      let isConnected = terms.contains { if case .variable(0...) = $0 { true } else { false } }
      let names = sorts.keys.filter { sorts[$0] == .name }.sorted()
      if number > 0, !isConnected, !isFree, let name = random.element(of: names) {
        terms[0] = .variable(name)
      }
      for (place, term) in terms.enumerated() where term == .variable(-1) {
        let isRepeated = random.chance(6) && place > 0 && relations[relation].sorts[place] == .name
        if isRepeated, case .variable(0...) = terms[0] {
          terms[place] = terms[0]
        } else {
          let sort = relations[relation].sorts[place]
          let variable = sorts.count + Self.offset(sort)
          terms[place] = .variable(variable)
          sorts[variable] = sort
        }
      }
      let standard = random.chance(15) ? UInt8(1 + random.below(3)) : 0
      alternative.premises.append(Premise(relation: relation, terms: terms, standard: standard))
    }
    for _ in 0..<random.index(weights: [3, 3, 1]) {
      if let comparing = drawComparison(sorts, &random) {
        alternative.comparisons.append(comparing)
      }
    }
    return alternative
  }

  /// What is added to the numbers of variables of a sort, so that none is of two.
  private static func offset(_ sort: Sort) -> Int {
    switch sort {
    case .name: 0
    case .number: 100
    case .date: 200
    }
  }

  /// How many bindings the first premise has at most.
  private func size(_ alternative: Alternative) -> Int {
    alternative.premises.reduce(1) { bindings, premise in
      premise.relation < 5 ? bindings * relations[premise.relation].given.count : 1_000_000
    }
  }

  private func drawComparison(_ sorts: [Int: Sort], _ random: inout SeededGenerator) -> Comparing? {
    guard let left = random.element(of: sorts.keys.sorted()), let sort = sorts[left] else {
      return nil
    }
    let others = sorts.keys.filter { sorts[$0] == sort && $0 != left }.sorted()
    let value = random.below(sort == .name ? Self.names : sort == .number ? 80 : dates.count)
    let right = random.element(of: others).map { Term.variable($0) } ?? .value(value)
    let relations: [Relative] = sort == .name ? [.notEqual, .notEqual, .equal] : Relative.allCases
    let relation = relations[random.below(relations.count)]
    guard sort != .date || relation != .equal && relation != .notEqual else { return nil }
    return random.chance(50)
      ? Comparing(left: .variable(left), relation: relation, right: right, sort: sort)
      : Comparing(left: right, relation: relation, right: .variable(left), sort: sort)
  }

  /// An exception of one or two sentences about the variables of all alternatives and some of its own.
  private func drawException(
    _ head: Int, _ common: [Int], _ sorts: [Int: Sort], _ random: inout SeededGenerator
  ) -> Alternative {
    var exception = Alternative()
    var own: [Int: Sort] = [:]
    for _ in 0..<(random.chance(35) ? 2 : 1) {
      let relation = random.below(head)
      var isConnected = false
      let terms = relations[relation].sorts.map { sort -> Term in
        let known = common.filter { sorts[$0] == sort }
        if let variable = random.element(of: known), random.chance(isConnected ? 50 : 90) {
          isConnected = true
          return .variable(variable)
        }
        if random.chance(40) { return .anyone }
        let mine = own.keys.filter { own[$0] == sort }.sorted()
        if let variable = random.element(of: mine), random.chance(30) { return .variable(variable) }
        let variable = 50 + own.count + Self.offset(sort)
        own[variable] = sort
        return .variable(variable)
      }
      let standard = random.chance(20) ? UInt8(1 + random.below(3)) : 0
      exception.premises.append(Premise(relation: relation, terms: terms, standard: standard))
    }
    return exception
  }

  /// The sorts of the variables that premises bind.
  private func sortsOfVariables(_ alternative: Alternative) -> [Int: Sort] {
    var sorts: [Int: Sort] = [:]
    for premise in alternative.premises {
      for (term, sort) in zip(premise.terms, relations[premise.relation].sorts) {
        if case .variable(let number) = term { sorts[number] = sort }
      }
    }
    return sorts
  }
}
