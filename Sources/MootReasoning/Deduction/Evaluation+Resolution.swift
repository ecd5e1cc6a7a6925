import MootLanguage

extension Evaluation {
  /// Resolves every literal of `predicates` (of the atoms in `rows`, or of all) from the firings in `store`.
  func resolve(_ predicates: [Int], rows: Range<Int>?, _ store: inout FiringStore)
    throws(LimitReached)
  {
    store.arrange { tables[$0].count }
    try demandPreferences(predicates, rows, store)
    let keys = store.keys
    let watch = clashWatch()
    let clash = Clash(rules: theory.program.rules, watch: watch) { first, second in
      self.precedence(first, second, keys)
    }
    for predicate in predicates {
      for row in rows ?? 0..<tables[predicate].count {
        for isPositive in [true, false] {
          let supporters = self.supporters(predicate, isPositive, row, store)
          guard !supporters.isEmpty else { continue }
          try budget.spend(1)
          let attackers = self.attackers(predicate, isPositive, row, store)
          let standing = clash.standing(for: supporters, against: attackers)
          try requireUnstopped(watch)
          tables[predicate].setStanding(standing, row, isPositive: isPositive)
        }
      }
    }
    for predicate in predicates { reportCycles(predicate, rows, store, clash) }
    try requireUnstopped(watch)
  }

  /// A watch over the pairs of one clash, of which there can be many: by time and memory.
  func clashWatch() -> Watch {
    Watch { [self] in
      do throws(LimitReached) {
        try budget.lookAtClock()
        try budget.lookAtMemory()
        return true
      } catch {
        return false
      }
    }
  }

  /// Throws the limit that stopped a clash, after which what came of it means nothing.
  func requireUnstopped(_ watch: Watch) throws(LimitReached) {
    guard watch.isStopped else { return }
    try budget.lookAtClock()
    try budget.lookAtMemory()
    throw LimitReached(kind: .time)
  }

  /// The firings for a literal, with itself as a fact.
  private func supporters(
    _ predicate: Int, _ isPositive: Bool, _ row: Int, _ store: FiringStore
  ) -> [Firing] {
    var firings = Array(store.firings(predicate, isPositive: isPositive, row: row))
    if tables[predicate].isStated(row, isPositive: isPositive) { firings.append(.stated) }
    return firings
  }

  /// The firings for the literals that conflict with a literal.
  private func attackers(
    _ predicate: Int, _ isPositive: Bool, _ row: Int, _ store: FiringStore
  ) -> [Firing] {
    var firings = supporters(predicate, !isPositive, row, store)
    for other in incompatible(predicate, isPositive, row) {
      firings += supporters(other.predicate, other.isPositive, other.row, store)
    }
    return firings
  }

  /// The atoms declared incompatible with a literal, by predicate, polarity and row.
  func incompatible(_ predicate: Int, _ isPositive: Bool, _ row: Int)
    -> [(predicate: Int, isPositive: Bool, row: Int)]
  {
    guard !theory.conflicts[predicate * 2 + (isPositive ? 0 : 1)].isEmpty else { return [] }
    let signed = SignedPredicate(PredicateID(raw: UInt32(predicate)), isPositive: isPositive)
    return incompatible(
      with: Literal(signed, tables[predicate].arguments(row).map { ValueID(raw: $0) }))
  }

  /// The atoms declared incompatible with a literal, whether or not it has an atom itself.
  func incompatible(with literal: Literal) -> [(predicate: Int, isPositive: Bool, row: Int)] {
    var found: [(predicate: Int, isPositive: Bool, row: Int)] = []
    var known: Set<[Int]> = []
    let conflicts = theory.conflicts[Theory.index(of: literal.predicate)]
    let weakened = theory.program.weakened(literal.predicate)
    for conflict in conflicts {
      let count = theory.program.incompatibilities[conflict.incompatibility].variables.count
      var bindings: [ValueID?] = Array(repeating: nil, count: count)
      guard conflict.near.bind(literal.arguments, &bindings) else { continue }
      let other = Int(conflict.far.predicate.predicate.raw)
      for row in rows(of: other, matching: conflict.far, bindings) {
        if theory.program.weakened(conflict.far.predicate) == weakened,
          tables[other].arguments(row) == literal.arguments.map(\.raw)
        {
          continue
        }
        let isPositive = conflict.far.predicate.isPositive
        // One conflict finds no row twice.
        if conflicts.count == 1 || known.insert([other, isPositive ? 0 : 1, row]).inserted {
          found.append((other, isPositive, row))
        }
      }
    }
    return found
  }

  /// The rows of a table that are instances of a pattern under some bindings.
  func rows(of predicate: Int, matching pattern: Sentence, _ bindings: [ValueID?]) -> [Int] {
    var columns: [Int] = []
    var key: [UInt32] = []
    for (column, term) in pattern.terms.enumerated() {
      switch term {
      case .any: continue
      case .value(let value):
        columns.append(column)
        key.append(value.raw)
      case .variable(let variable):
        guard let value = bindings[Int(variable.raw)] else { continue }
        columns.append(column)
        key.append(value.raw)
      }
    }
    var rows: [Int] = []
    if columns.isEmpty {
      rows = Array(0..<tables[predicate].count)
    } else {
      let index = tables[predicate].index(on: columns)
      var row = tables[predicate].first(key, index: index)
      while row != ColumnIndex.none {
        rows.append(Int(row))
        row = tables[predicate].next(after: row, index: index)
      }
      rows.sort()
    }
    return rows.filter { row in
      var extended = bindings
      return pattern.bind(tables[predicate].arguments(row).map { ValueID(raw: $0) }, &extended)
    }
  }

  /// As how many candidates of a join two firings that may be ranked count.
  static var costOfPair: Int { 4 }

  /// Asks for the preferences between all firings that clash, so that they are decided in one go.
  private func demandPreferences(_ predicates: [Int], _ rows: Range<Int>?, _ store: FiringStore)
    throws(LimitReached)
  {
    var demanded: Set<Int> = []
    for predicate in predicates {
      for row in rows ?? 0..<tables[predicate].count {
        for isPositive in [true, false] {
          let ranked = store.firings(predicate, isPositive: isPositive, row: row).filter {
            !theory.ranks[Int($0.rule)].isEmpty
          }
          guard !ranked.isEmpty else { continue }
          let attackers = self.attackers(predicate, isPositive, row, store)
          for first in ranked {
            try budget.work(attackers.count * Self.costOfPair)
            for second in attackers where second.rule != Firing.fact {
              guard let rank = rank(first, second) else { continue }
              _ = tables[rank.predicate].insert(precedenceTuple(rank, first, second, store.keys))
              demanded.insert(rank.predicate)
            }
          }
        }
      }
    }
    for predicate in demanded.sorted() { try decideDemands(of: predicate) }
  }

  /// The preference that may rank two rules.
  func rank(_ first: Firing, _ second: Firing) -> Theory.Rank? {
    let ranks = theory.ranks[Int(first.rule)]
    var low = 0
    var high = ranks.count
    while low < high {
      let middle = (low + high) / 2
      if ranks[middle].other < Int(second.rule) { low = middle + 1 } else { high = middle }
    }
    guard low < ranks.count, ranks[low].other == Int(second.rule) else { return nil }
    return ranks[low]
  }

  /// The arguments of the preference atom that speaks of two instances.
  func precedenceTuple(
    _ rank: Theory.Rank, _ first: Firing, _ second: Firing, _ keys: [UInt32]
  ) -> [UInt32] {
    keyTuple(rank.predicate) { key in
      let firing = Int(key.rule.raw) == Int(first.rule) ? first : second
      let place = theory.keyVariables[Int(firing.rule)].firstIndex(of: Int(key.variable.raw)) ?? 0
      return keys[Int(firing.key) + place]
    }
  }

  /// The standing of "the first prevails over the second" for two instances, as decided.
  func precedence(_ first: Firing, _ second: Firing, _ keys: [UInt32]) -> Standing {
    guard let rank = rank(first, second) else { return .none }
    let tuple = precedenceTuple(rank, first, second, keys)
    guard let row = tables[rank.predicate].row(of: tuple) else { return .none }
    return tables[rank.predicate].standing(row, isPositive: rank.isPositive)
  }

  /// Reports the preferences that certainly go round wherever two conflicting literals both prevail without
  /// both being established (section 2, theorems).
  private func reportCycles(
    _ predicate: Int, _ rows: Range<Int>?, _ store: FiringStore, _ clash: Clash
  ) {
    for row in rows ?? 0..<tables[predicate].count {
      for isPositive in [true, false] {
        let standing = tables[predicate].standing(row, isPositive: isPositive)
        guard standing.lower >= 2 else { continue }
        let opposed =
          [(predicate: predicate, isPositive: !isPositive, row: row)]
          + incompatible(predicate, isPositive, row)
        let isIncoherent = opposed.contains { other in
          let opposite = tables[other.predicate].standing(other.row, isPositive: other.isPositive)
          return opposite.lower >= 2 && min(opposite.lower, standing.lower) < 4
        }
        guard isIncoherent else { continue }
        let firings =
          supporters(predicate, isPositive, row, store)
          + attackers(predicate, isPositive, row, store)
        report(cycleAmong: firings, clash)
      }
    }
  }

  /// Notes the cycle of preferences among some clashing instances.
  func report(cycleAmong firings: [Firing], _ clash: Clash) {
    let clashing = firings.filter { $0.rule != Firing.fact }
    var successors: [[Int]] = []
    for first in clashing {
      guard clash.watch?.goesOn(after: clashing.count) ?? true else { return }
      successors.append(
        clashing.indices.filter { clash.prevails(first, clashing[$0]).lower >= 2 })
    }
    guard let ring = stronglyConnectedComponents(successors).first(where: { $0.count > 1 }) else {
      return
    }
    let rules = Array(Set(ring.map { Int(clashing[$0].rule) })).sorted()
    if !preferenceCycles.contains(rules) { preferenceCycles.append(rules) }
  }
}
