/// What is legal in a program but suspicious, in source order.
///
/// To be called when all facts are in, those from other files too. Where a watch stops it, some are missing.
public func warnings(for program: Program, watch: Watch = Watch()) -> [Diagnostic] {
  var check = SuspicionCheck(program, watch)
  check.findAssumptions()
  check.findUncitedSources()
  check.findIdlePreferences()
  check.findIdleConditions()
  check.findNearNames()
  check.findLookAlikes()
  check.findWordlessContraries()
  return check.log.inSourceOrder
}

extension SuspicionCheck {
  /// Finds rules that nobody argues and nothing supports: one warning a file where they are many.
  ///
  /// Arrow notation has no words for who argues or what is cited.
  mutating func findAssumptions() {
    guard !program.isTheory else { return }
    var files: [(file: UInt32, rules: [Rule])] = []
    for rule in program.rules where rule.isAssumption {
      if let place = files.firstIndex(where: { $0.file == rule.span.file }) {
        files[place].rules.append(rule)
      } else {
        files.append((rule.span.file, [rule]))
      }
    }
    for rules in files.map(\.rules) {
      if rules.count > Self.mostAssumptions {
        let others = rules.dropFirst().map { program.firstLine(of: $0.span) }
        log.report(
          .assumptions(rules[0].name, others: others, at: program.firstLine(of: rules[0].span)))
      } else {
        for rule in rules {
          log.report(.assumption(rule.name, at: program.firstLine(of: rule.span)))
        }
      }
    }
  }

  /// How many assumptions of a file are reported one by one.
  private static let mostAssumptions = 3

  /// Finds sources that nothing cites; in a program without facts those given elsewhere may cite them.
  mutating func findUncitedSources() {
    guard !program.facts.isEmpty else { return }
    var isCited = Array(repeating: false, count: program.citations.count)
    for id in program.rules.lazy.flatMap(\.cites) { isCited[Int(id.raw)] = true }
    for id in program.particulars.lazy.flatMap(\.cites) { isCited[Int(id.raw)] = true }
    for (index, citation) in program.citations.enumerated() where !isCited[index] {
      log.report(.sourceNotCited(citation.key, at: citation.span))
    }
  }

  /// Finds preferences between rules that never conflict.
  mutating func findIdlePreferences() {
    let conflicts = ConflictIndex(program)
    for rule in program.rules where watch.goesOn(after: Watch.statement) {
      guard case .preference(let preferred, let over) = rule.kind else { continue }
      let (first, second) = (program[preferred], program[over])
      if !conflicts.canConflict(first, second) {
        log.report(
          .idlePreference(first.name, over: second.name, at: program.firstLine(of: rule.span)))
      }
    }
  }

  /// Finds negated sentences of relations that give no words for the contrary, once a relation.
  mutating func findWordlessContraries() {
    var isReported: Set<PredicateID> = []
    func examine(_ sentences: some Sequence<Sentence>) {
      for sentence in sentences where !sentence.predicate.isPositive {
        guard case .plain(let id) = program[sentence.predicate.predicate].kind,
          case .state(_, nil) = program[id].wording,
          isReported.insert(sentence.predicate.predicate).inserted
        else { continue }
        log.report(.wordlessContrary(at: sentence.span, relation: program[id].span))
      }
    }
    for rule in program.rules {
      examine(rule.conclusions.prefix(rule.force == .defeater ? 0 : 1))
      for condition in (rule.alternatives + rule.exceptions).joined() {
        examine(condition.sentences)
      }
    }
    examine(program.questions.map(\.sentence))
    examine(program.unknowns.map(\.sentence))
  }
}
