import MootLanguage

/// How far the facts of a case reach, and what questions can depend on, by classes of conflict.
struct CaseReach {
  /// For each class, whether facts of the case can change it.
  private(set) var isReached: [Bool]
  /// For each class, whether a question can depend on it.
  private(set) var isNeeded: [Bool]

  /// Follows some signed predicates (`Theory.index(of:)`) forwards, and questions backwards.
  init(of stated: Set<Int>, asking questions: [CaseQuestion], in theory: Theory) {
    let classes = theory.classes
    isReached = Array(repeating: false, count: classes.predicates.count)
    isNeeded = isReached
    let read = ClassDependencies(
      theory.program, rules: classes.rules, classOf: classes.classOf, undercuts: theory.undercuts,
      ranks: theory.ranks
    ).all
    var readers: [[Int]] = Array(repeating: [], count: read.count)
    for (reader, all) in read.enumerated() {
      for one in all { readers[one].append(reader) }
    }
    var pending = stated.map { classes.classOf[$0 / 2] }
    while let next = pending.popLast() {
      guard !isReached[next] else { continue }
      isReached[next] = true
      pending += readers[next]
      // What is said about rules is decided only as far as instances ask: anew for each case.
      for rule in classes.rules[next] {
        if let undercut = theory.undercuts[rule] { pending.append(classes.classOf[undercut]) }
        pending += theory.ranks[rule].map { classes.classOf[$0.predicate] }
      }
    }
    pending = questions.map { classes.classOf[Int($0.sentence.predicate.predicate.raw)] }
    while let next = pending.popLast() {
      guard !isNeeded[next] else { continue }
      isNeeded[next] = true
      pending += read[next]
    }
  }
}

extension ClassGraph {
  /// The same order with some classes only.
  ///
  /// Classes of one component depend on one another, and so are all wanted or none.
  func limited(to isWanted: (Int) -> Bool) -> ClassGraph {
    limited(toComponents: { component in component.classes.contains(where: isWanted) })
  }
}

extension Theory {
  /// The same theory with other facts, and other components to be evaluated.
  init(_ theory: Theory, _ program: Program, _ factStates: [FactState], _ classes: ClassGraph) {
    self.init(
      program: program, asOf: theory.asOf, ruleStates: theory.ruleStates, assumed: theory.assumed,
      setAside: theory.setAside, factStates: factStates, undercuts: theory.undercuts,
      ranks: theory.ranks,
      keyVariables: theory.keyVariables, conflicts: theory.conflicts, classes: classes)
  }
}
