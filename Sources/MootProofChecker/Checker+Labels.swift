import MootLanguage

extension Checker {
  /// What the labels of a literal are held against.
  private struct Case {
    /// What the instances for it come to together, and these, defeaters apart.
    let support: Bounds
    var supporters: [Firings.Firing] = []
    /// The literals that conflict with it, and the instances for these.
    var opposed: [Literal] = []
    var attackers: [Firings.Firing] = []
    /// From where on it is out one level higher, or in.
    let own: Places
    let firings: Firings
  }

  /// Holds the labels of a literal against the instances for it and for what conflicts with it.
  mutating func require(_ literal: Literal, _ firings: Firings) throws(Rejection) {
    let label = tables[literal.table].labels[literal.side][literal.row]
    let support = firings.support(placeOf[literal.table], literal)
    let isUnlisted = label == tables[literal.table].unlisted[literal.side]
    if label == factLabel || isUnlisted && support == nil { return }
    var question = Case(
      support: support ?? Bounds(upTo: 0, notAbove: 0), own: places(of: literal), firings: firings)
    if firings.isDisputed {
      question.supporters = firings.firings(placeOf[literal.table], literal).filter {
        $0.force != .defeater
      }
      question.opposed = opposed(to: literal)
      question.attackers = question.opposed.flatMap { firings.firings(placeOf[$0.table], $0) }
    }
    for level in [3, 2, 1, 0] {
      let isRight: Bool
      let condition: Verification.Condition
      switch (labelSets[Int(label)].labels[level], reading) {
      case (.holds(let stage, let rank), .certain):
        isRight = holds(question, level, UInt64(stage) << 32 | UInt64(rank))
        condition = .support
      case (.fails(let stage), .certain):
        isRight = fails(question, level, UInt64(stage) << 32)
        condition = .defeat
      case (.undecided(let rank), .possible):
        isRight = holds(question, level, UInt64(rank))
        condition = .possibility
      case (.undecided, .closed):
        isRight = !holds(question, level, Bounds.never - 1)
        condition = .openness
      default: continue
      }
      verification.labelCount += 1
      guard isRight else { throw rejection(condition, literal, level: level) }
    }
  }

  /// The condition for "in" at a place (section 6); levels count from 0.
  private mutating func holds(_ question: Case, _ level: Int, _ place: UInt64) -> Bool {
    if level < 3, question.own.less[level == 0 ? 1 : 3] <= place { return true }
    guard question.support.live[level] <= place else { return false }
    guard level < 3, question.firings.isDisputed else { return true }
    guard question.firings.unlistedOut <= place,
      question.opposed.allSatisfy({ places(of: $0).out[3] <= place })
    else { return false }
    let live = question.supporters.filter { $0.bounds.live[level] <= place }
    let attackers = question.attackers.filter { $0.bounds.silent[2 - level] > place }
    if level == 0 {
      return live.contains { supporter in
        attackers.allSatisfy { precedence($0, over: supporter).out[2] <= place }
      }
    }
    return attackers.allSatisfy { attacker in
      live.contains { precedence($0, over: attacker).less[level] <= place }
    }
  }

  /// The condition for "out" at a place.
  private mutating func fails(_ question: Case, _ level: Int, _ place: UInt64) -> Bool {
    guard level == 3 || question.own.out[level == 0 ? 1 : 3] <= place else { return false }
    if question.support.dead[level] <= place { return true }
    guard level < 3, question.firings.isDisputed else { return false }
    if question.opposed.contains(where: { places(of: $0).before[3] <= place }) { return true }
    let supporters = question.supporters.filter { $0.bounds.dead[level] > place }
    let hitting = question.attackers.filter { $0.bounds.hitting[2 - level] <= place }
    if level == 0 {
      return supporters.allSatisfy { supporter in
        hitting.contains { precedence($0, over: supporter).before[2] <= place }
      }
    }
    return hitting.contains { attacker in
      supporters.allSatisfy { precedence($0, over: attacker).out[level] <= place }
    }
  }

  /// From where on the first of two instances prevails over the second, and from where on it does not.
  private mutating func precedence(
    _ first: Firings.Firing, over second: Firings.Firing
  ) -> Places {
    if second.force == .presumption, first.force != .presumption { return .always }
    guard first.rule >= 0, second.rule >= 0,
      let literal = speech.precedence(first.rule, over: second.rule)
    else { return .never }
    let found = spokenLiteral(
      literal.predicate, literal.side,
      of: [(first.rule, first.keys), (second.rule, second.keys)])
    return places(of: found)
  }

  /// The literals that conflict with a literal, as far as they have rows; others are unlisted and have no instance.
  private mutating func opposed(to literal: Literal) -> [Literal] {
    var found = [Literal(table: literal.table, row: literal.row, side: 1 - literal.side)]
    let near = literal.predicate
    for conflict in conflicts[near.index]
    where bind(conflict.near, to: literal.row, Set(conflict.near.variables)) {
      let far = conflict.far
      let isSame = program.weakest(near) == program.weakest(conflict.predicate)
      tables[far.table].catchUp(index: far.index)
      var row = first(of: far)
      while row != RowIndex.none {
        let other = Literal(table: far.table, row: Int(row), side: far.side)
        if bind(far, other.row), !found.contains(other),
          !isSame
            || tables[far.table].arguments(other.row)
              != tables[literal.table].arguments(literal.row)
        {
          found.append(other)
        }
        row = tables[far.table].next(after: row, index: far.index)
      }
    }
    return found
  }
}

extension Program {
  /// What a duty implies, and all else as it is: no literal conflicts with itself, nor a duty with what it implies.
  fileprivate func weakest(_ predicate: SignedPredicate) -> SignedPredicate {
    implied(by: predicate) ?? predicate
  }
}
