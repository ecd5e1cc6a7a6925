extension Checker {
  /// Refuses certain cycles: preferences that go round in a circle, and presumptions preferred to what
  /// prevails over them (section 5 of the semantics).
  mutating func checkPreferences() {
    guard !isBroken else { return }
    let certain = certainPreferences()
    guard !certain.isEmpty else { return }
    refuseCycles(among: certain)
    let conflicts = ConflictIndex(reader.program)
    for (id, preferred, over) in certain where watch.goesOn(after: Watch.statement) {
      let (first, second) = (reader.program[preferred], reader.program[over])
      guard first.force == .presumption, second.force != .presumption,
        conflicts.canConflict(first, second)
      else { continue }
      log.report(
        .presumptionPreferred(
          first.name, over: second.name, at: drafts[Int(id.raw)].nameSpan,
          presumed: drafts[Int(preferred.raw)].nameSpan))
    }
  }

  /// The unconditional preferences that nothing opposes.
  private func certainPreferences() -> [(id: RuleID, preferred: RuleID, over: RuleID)] {
    var opposed: Set<Predicate.Kind> = []
    var directions: [Predicate.Kind: Bool] = [:]
    for draft in drafts {
      switch draft.conclusion {
      case .applicability(let rule, false, _): opposed.insert(.undercut(rule))
      case .precedence(let preferred, let over, _):
        let kind = Predicate.Kind.precedence(
          first: min(preferred, over), second: max(preferred, over))
        if let other = directions[kind], other != (preferred < over) { opposed.insert(kind) }
        directions[kind] = preferred < over
      case .applicability, .literals, nil: break
      }
    }
    var certain: [(id: RuleID, preferred: RuleID, over: RuleID)] = []
    for (index, draft) in drafts.enumerated() {
      let id = RuleID(raw: UInt32(index))
      guard case .precedence(let preferred, let over, _) = draft.conclusion,
        draft.alternatives.allSatisfy(\.isEmpty), draft.exceptions.isEmpty,
        !opposed.contains(.undercut(id)),
        !opposed.contains(.precedence(first: min(preferred, over), second: max(preferred, over)))
      else { continue }
      certain.append((id, preferred, over))
    }
    return certain
  }

  /// Reports the circles among preferences: searches from rule to rule, keeping the way that led there.
  private mutating func refuseCycles(
    among preferences: [(id: RuleID, preferred: RuleID, over: RuleID)]
  ) {
    var next: [RuleID: [(over: RuleID, id: RuleID)]] = [:]
    for (id, preferred, over) in preferences { next[preferred, default: []].append((over, id)) }
    var isDone: Set<RuleID> = []
    for (_, start, _) in preferences where !isDone.contains(start) {
      var path: [(rule: RuleID, by: RuleID?, tried: Int)] = [(start, nil, 0)]
      var place: [RuleID: Int] = [start: 0]
      while let (rule, _, tried) = path.last {
        guard let (over, id) = next[rule].flatMap({ tried < $0.count ? $0[tried] : nil }) else {
          isDone.insert(rule)
          place[rule] = nil
          path.removeLast()
          continue
        }
        path[path.count - 1].tried += 1
        guard watch.goesOn(after: 1) else { return }
        if let start = place[over] {
          guard watch.goesOn(after: path.count - start) else { return }
          reportCycle(path[start...].map(\.rule), by: path[(start + 1)...].compactMap(\.by) + [id])
        } else if !isDone.contains(over) {
          place[over] = path.count
          path.append((over, id, 0))
        }
      }
    }
  }

  /// Reports a circle at its last preference.
  private mutating func reportCycle(_ rules: [RuleID], by preferences: [RuleID]) {
    let ordered = preferences.sorted()
    guard let last = ordered.last else { return }
    log.report(
      .preferenceCycle(
        rules.map { drafts[Int($0.raw)].name }, at: drafts[Int(last.raw)].nameSpan,
        others: ordered.dropLast().map { drafts[Int($0.raw)].nameSpan }))
  }
}
