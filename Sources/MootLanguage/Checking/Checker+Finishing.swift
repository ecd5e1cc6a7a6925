extension Checker {
  /// Turns the drafts into rules: resolves what they say about each other, then their comparisons, then
  /// checks that they are safe.
  mutating func finishRules() {
    addConflictsOfActions()
    shareSorts()
    let keys = keysOfMetaPredicates()
    for index in drafts.indices where watch.goesOn(after: Watch.statement) {
      var draft = drafts[index]
      let tree = trees[draft.tree]
      let shared = sharedVariables(of: draft)
      let conclusions = conclusions(of: draft, keys: keys)
      let (alternatives, exceptions) = conditions(
        of: &draft, conclusions: conclusions, shared: shared, tree)
      let statement = tree.statements[draft.statement]
      let rule = Rule(
        name: draft.name, kind: kind(of: draft), title: title(of: statement, tree),
        force: draft.force, variables: draft.scope.finished, alternatives: alternatives,
        exceptions: exceptions, conclusions: conclusions, cap: draft.details.cap,
        attribution: draft.details.attribution, cites: draft.details.cites,
        because: draft.details.because, period: draft.details.period,
        lawOfDay: draft.lawOfDay?.variable, span: statement.span)
      drafts[index] = draft
      reader.program.rules.append(rule)
      if draft.isBroken {
        isBroken = true
      } else {
        var safety = SafetyCheck(rule: rule, draft: draft, shared: shared)
        let diagnostics = safety.diagnostics()
        for (index, diagnostic) in diagnostics.enumerated() {
          let name = safety.unsafe[index].map { rule.variables[Int($0.raw)].name }
          log.report(name.map { spelling(of: $0, in: statement, tree, diagnostic) } ?? diagnostic)
        }
        warnOfSharingNothing(draft, shared: shared)
      }
    }
  }

  /// The premises and exceptions of a draft.
  private mutating func conditions(
    of draft: inout RuleDraft, conclusions: [Sentence], shared: Set<VariableID>, _ tree: SyntaxTree
  ) -> (alternatives: [[Condition]], exceptions: [[Condition]]) {
    if let plain = draft.plainConditions { return plain }
    settleSorts(of: &draft, tree)
    var always = Set(conclusions.prefix(1).flatMap(\.variables))
    if let lawOfDay = draft.lawOfDay { always.insert(lawOfDay.variable) }
    var premised = always
    if !draft.exceptions.isEmpty {
      premised.formUnion(draft.alternatives.joined().flatMap(\.namedOutside))
    }
    var alternatives: [[Condition]] = []
    for drafts in draft.alternatives {
      alternatives.append(conditions(drafts, tree, in: &draft, known: always))
    }
    var exceptions: [[Condition]] = []
    for drafts in draft.exceptions {
      exceptions.append(conditions(drafts, tree, in: &draft, known: premised))
    }
    let uses = VariableUses(always: always, alternatives: alternatives, exceptions: exceptions)
    alternatives = uses.completedAlternatives().map { $0.withBindings(given: shared) }
    if exceptions.isEmpty { return (alternatives, []) }
    let bound = alternatives.map { VariableBindings($0, given: shared).bound }
    let everywhere = bound.dropFirst().reduce(bound.first ?? shared) { $0.intersection($1) }
    exceptions = uses.completedExceptions().map { $0.withBindings(given: everywhere) }
    return (alternatives, exceptions)
  }

  /// What kind of statement a rule was.
  private func kind(of draft: RuleDraft) -> Rule.Kind {
    if case .precedence(let preferred, let over, _) = draft.conclusion {
      return .preference(preferred: preferred, over: over)
    }
    if case .contention = draft.form { return .contention }
    return .rule
  }

  /// The title of a rule, where it has one.
  private func title(of statement: Statement, _ tree: SyntaxTree) -> String? {
    guard case .rule(_, let title?) = statement.form else { return nil }
    return text(title, tree)
  }

  /// Adds that "must a" and "must not a" are incompatible, for every action.
  private mutating func addConflictsOfActions() {
    for (index, predicate) in reader.program.predicates.enumerated() {
      guard case .obligation(let id) = predicate.kind else { continue }
      let relation = reader.program[id]
      let must = PredicateID(raw: UInt32(index))
      let terms = relation.holes.indices.map { Term.variable(VariableID(raw: UInt32($0))) }
      let literals = [must, PredicateID(raw: must.raw + 1)].map {
        Sentence(
          predicate: SignedPredicate($0, isPositive: true), terms: terms, span: relation.span)
      }
      reader.program.incompatibilities.append(
        Incompatibility(
          variables: relation.holes.map { Variable(name: $0.name, sort: $0.sort) },
          first: literals[0], second: literals[1], span: relation.span))
    }
  }

  /// Lets variables of preferences and undercutters have the sorts of the variables they stand for.
  private mutating func shareSorts() {
    // A preference about preferences needs theirs first; a few rounds are enough for what people write.
    for _ in 0..<4 {
      var hasChanged = false
      for index in drafts.indices where !drafts[index].rulesSpokenOf.isEmpty {
        for spokenOf in drafts[index].rulesSpokenOf
        where shareSorts(of: index, with: Int(spokenOf.raw)) {
          hasChanged = true
        }
      }
      if !hasChanged { return }
    }
  }

  /// Settles the sorts of one draft's variables as another's of the same names; tells whether any was new.
  private mutating func shareSorts(of index: Int, with other: Int) -> Bool {
    var hasChanged = false
    for id in drafts[index].scope.variables.indices.map({ VariableID(raw: UInt32($0)) }) {
      let entry = drafts[index].scope[id]
      guard let symbol = entry.symbol, let target = drafts[other].outerIDs[symbol],
        let sort = drafts[other].scope[target].sort, entry.sort != sort, !drafts[index].isBroken
      else { continue }
      if let settled = entry.sort {
        log.report(
          .sortClash(
            entry.name, is: settled, was: sort, at: entry.span,
            first: drafts[other].scope[target].span))
        drafts[index].isBroken = true
      } else {
        hasChanged = true
        // Nothing was settled before, so nothing can clash.
        try? drafts[index].scope.settle(id, as: sort, at: drafts[other].scope[target].span)
      }
    }
    return hasChanged
  }

  /// The kind of predicate that an undercutter or preference concludes.
  private func metaKind(of draft: RuleDraft) -> (kind: Predicate.Kind, isPositive: Bool)? {
    switch draft.conclusion {
    case .applicability(let rule, let applies, _): (.undercut(rule), !applies)
    case .precedence(let preferred, let over, _):
      preferred < over
        ? (.precedence(first: preferred, second: over), true)
        : (.precedence(first: over, second: preferred), false)
    case .literals, nil: nil
    }
  }

  /// The variables of the rules spoken of that share a name with a variable of a draft.
  private func sharedVariables(of draft: RuleDraft) -> Set<VariableID> {
    var shared: Set<VariableID> = []
    for rule in draft.rulesSpokenOf {
      for (symbol, id) in draft.scope.ids where drafts[Int(rule.raw)].outerIDs[symbol] != nil {
        shared.insert(id)
      }
    }
    return shared
  }

  /// The keys of each predicate about rules: what all rules that conclude it share with the rules spoken of.
  private func keysOfMetaPredicates() -> [Predicate.Kind: [Predicate.Key]] {
    var shared: [Predicate.Kind: Set<Predicate.Key>] = [:]
    for draft in drafts {
      guard let (kind, _) = metaKind(of: draft) else { continue }
      for rule in draft.rulesSpokenOf {
        for symbol in draft.scope.ids.keys {
          guard let variable = drafts[Int(rule.raw)].outerIDs[symbol],
            !drafts[Int(rule.raw)].namesOnlyInExceptions(variable)
          else { continue }
          shared[kind, default: []].insert(Predicate.Key(rule: rule, variable: variable))
        }
      }
    }
    return shared.mapValues { keys in
      keys.sorted { ($0.rule.raw, $0.variable.raw) < ($1.rule.raw, $1.variable.raw) }
    }
  }

  /// The literals a draft concludes.
  private mutating func conclusions(
    of draft: RuleDraft, keys: [Predicate.Kind: [Predicate.Key]]
  ) -> [Sentence] {
    if case .literals(let literals) = draft.conclusion { return literals }
    guard let (kind, isPositive) = metaKind(of: draft) else { return [] }
    let keys = keys[kind] ?? []
    let predicate = reader.metaPredicate(kind, keys: keys)
    let terms = keys.map { key in
      let symbol = drafts[Int(key.rule.raw)].scope[key.variable].symbol
      return symbol.flatMap { draft.scope.ids[$0] }.map { Term.variable($0) } ?? .any
    }
    let span: SourceSpan
    switch draft.conclusion {
    case .applicability(_, _, let place), .precedence(_, _, let place): span = place
    case .literals, nil: span = draft.nameSpan
    }
    return [
      Sentence(
        predicate: SignedPredicate(predicate, isPositive: isPositive), terms: terms, span: span)
    ]
  }

  /// Warns of an undercutter or preference with conditions of its own kind only.
  private mutating func warnOfSharingNothing(_ draft: RuleDraft, shared: Set<VariableID>) {
    let targets = draft.rulesSpokenOf.map { drafts[Int($0.raw)] }
    guard shared.isEmpty, !draft.scope.ids.isEmpty,
      targets.contains(where: { !$0.outerIDs.isEmpty })
    else { return }
    log.report(.sharesNoVariable(draft.name, with: targets.map(\.name), at: draft.nameSpan))
  }
}
