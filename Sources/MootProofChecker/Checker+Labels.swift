import MootLanguage

extension Checker {
  /// Holds the labels of a literal against the instances for it and for what conflicts with it.
  mutating func require(_ literal: Literal, _ firings: Firings) throws(Rejection) {
    let label = tables[literal.table].labels[literal.side][literal.row]
    let isUnlisted = label == tables[literal.table].unlisted[literal.side]
    if label == factLabel || isUnlisted && firings.hasNone(placeOf[literal.table], literal) {
      return
    }
    for level in [3, 2, 1, 0] {
      let isRight: Bool
      let condition: Verification.Condition
      switch (labelSets[Int(label)].labels[level], reading) {
      case (.holds(let stage, let rank), .certain):
        isRight = holds(literal, level, UInt64(stage) << 32 | UInt64(rank), firings)
        condition = .support
      case (.fails(let stage), .certain):
        isRight = fails(literal, level, UInt64(stage) << 32, firings)
        condition = .defeat
      case (.undecided(let rank), .possible):
        isRight = holds(literal, level, UInt64(rank), firings)
        condition = .possibility
      case (.undecided, .closed):
        isRight = !holds(literal, level, Bounds.never - 1, firings)
        condition = .openness
      default: continue
      }
      verification.labelCount += 1
      guard isRight else { throw rejection(condition, literal, level: level) }
    }
  }

  /// The condition for "in" at a place (section 6); levels count from 0.
  private mutating func holds(_ literal: Literal, _ level: Int, _ place: UInt64, _ firings: Firings)
    -> Bool
  {
    let summary = firings.summary(placeOf[literal.table], literal)
    if level == 3 { return summary.live[3] <= place }
    if places(of: literal).less[level == 0 ? 1 : 3] <= place { return true }
    guard summary.live[level] <= place else { return false }
    guard firings.isDisputed else { return true }
    let opposed = self.opposed(to: literal)
    guard firings.unlistedOut <= place, opposed.allSatisfy({ places(of: $0).out[3] <= place })
    else { return false }
    let live = self.firings(literal, firings).filter {
      $0.force != .defeater && $0.bounds.live[level] <= place
    }
    let attackers = opposed.flatMap { self.firings($0, firings) }
      .filter { $0.bounds.silent[2 - level] > place }
    if level == 0 {
      return live.contains { supporter in
        attackers.allSatisfy { precedence($0, over: supporter, firings).out[2] <= place }
      }
    }
    return attackers.allSatisfy { attacker in
      live.contains { precedence($0, over: attacker, firings).less[level] <= place }
    }
  }

  /// The condition for "out" at a place.
  private mutating func fails(_ literal: Literal, _ level: Int, _ place: UInt64, _ firings: Firings)
    -> Bool
  {
    let summary = firings.summary(placeOf[literal.table], literal)
    if level == 3 { return summary.dead[3] <= place }
    guard places(of: literal).out[level == 0 ? 1 : 3] <= place else { return false }
    if summary.dead[level] <= place { return true }
    guard firings.isDisputed else { return false }
    let opposed = self.opposed(to: literal)
    if opposed.contains(where: { places(of: $0).before[3] <= place }) { return true }
    let supporters = self.firings(literal, firings).filter {
      $0.force != .defeater && $0.bounds.dead[level] > place
    }
    let hitting = opposed.flatMap { self.firings($0, firings) }.filter {
      $0.bounds.hitting[2 - level] <= place
    }
    if level == 0 {
      return supporters.allSatisfy { supporter in
        hitting.contains { precedence($0, over: supporter, firings).before[2] <= place }
      }
    }
    return hitting.contains { attacker in
      supporters.allSatisfy { precedence($0, over: attacker, firings).out[level] <= place }
    }
  }

  private func firings(_ literal: Literal, _ firings: Firings) -> [Firings.Firing] {
    firings.firings(placeOf[literal.table], literal)
  }

  /// From where on the first of two instances prevails over the second, and from where on it does not.
  private mutating func precedence(
    _ first: Firings.Firing, over second: Firings.Firing, _ firings: Firings
  ) -> Places {
    if second.force == .presumption, first.force != .presumption { return Places(holding: true) }
    guard first.rule >= 0, second.rule >= 0,
      let literal = speech.precedence(first.rule, over: second.rule)
    else { return Places(holding: false) }
    let (variables, keys) = (speech.variables, firings.keys)
    let found = spokenLiteral(literal.predicate, literal.side) { key in
      let firing = Int(key.rule.raw) == first.rule ? first : second
      let place = variables[firing.rule].firstIndex(of: Int(key.variable.raw)) ?? 0
      return keys[firing.keys + place]
    }
    return places(of: found)
  }

  /// The literals that conflict with a literal, as far as they have rows; others are unlisted and have no instance.
  private mutating func opposed(to literal: Literal) -> [Literal] {
    var found = [Literal(table: literal.table, row: literal.row, side: 1 - literal.side)]
    let near = SignedPredicate(
      PredicateID(raw: UInt32(literal.table)), isPositive: literal.side == 0)
    guard !conflicts[near.index].isEmpty else { return found }
    let arguments = tables[literal.table].arguments(literal.row)
    for conflict in conflicts[near.index] {
      var bindings: [Int: UInt32] = [:]
      guard Self.unify(conflict.near, arguments, &bindings) else { continue }
      let isSame = program.weakest(near) == program.weakest(conflict.far.predicate)
      let table = Int(conflict.far.predicate.predicate.raw)
      let side = conflict.far.predicate.isPositive ? 0 : 1
      for row in rows(of: conflict.far, bindings) {
        let other = tables[table].arguments(row)
        var extended = bindings
        guard Self.unify(conflict.far, other, &extended), !isSame || other != arguments else {
          continue
        }
        let isKnown = found.contains { $0.table == table && $0.row == row && $0.side == side }
        if !isKnown { found.append(Literal(table: table, row: row, side: side)) }
      }
    }
    return found
  }

  /// The rows that may be an instance of a sentence under some bindings.
  private mutating func rows(of sentence: Sentence, _ bindings: [Int: UInt32]) -> [Int] {
    var (columns, hash): ([Int], UInt64) = ([], 0)
    for (column, term) in sentence.terms.enumerated() {
      var known: UInt32?
      if case .value(let value) = term { known = value.raw }
      if case .variable(let variable) = term { known = bindings[Int(variable.raw)] }
      guard let known else { continue }
      columns.append(column)
      hash = RowIndex.hash(known, hash)
    }
    return tables[Int(sentence.predicate.predicate.raw)].rows(columns, hash)
  }

  /// Matches arguments against the terms of a sentence under bindings, which it extends.
  private static func unify(
    _ sentence: Sentence, _ arguments: [UInt32], _ bindings: inout [Int: UInt32]
  ) -> Bool {
    for (term, argument) in zip(sentence.terms, arguments) {
      switch term {
      case .any: break
      case .value(let value): if value.raw != argument { return false }
      case .variable(let variable):
        guard bindings[Int(variable.raw), default: argument] == argument else { return false }
        bindings[Int(variable.raw)] = argument
      }
    }
    return true
  }
}

extension Places {
  /// Something that always or never holds.
  init(holding isSo: Bool) {
    self.init(
      Certificate.LabelSet(
        Array(repeating: isSo ? .holds(stage: 0, rank: 0) : .fails(stage: 0), count: 4)), .closed)
  }
}

extension Program {
  /// What a duty implies, and all else as it is: no literal conflicts with itself, nor a duty with what it implies.
  fileprivate func weakest(_ predicate: SignedPredicate) -> SignedPredicate {
    implied(by: predicate) ?? predicate
  }
}
