import MootLanguage

/// Builds an explanation: sections for what the answer rests on, each with both sides' arguments.
struct Explainer {
  /// How many facts that do not count are told of one conclusion at most.
  private static let mostDormant = 20
  let inquiry: Inquiry
  let limits: Limits
  /// The literals that have sections, in order; the first is what was asked.
  private(set) var order: [Literal] = []
  private(set) var numbers: [Literal: Int] = [:]
  private(set) var depths: [Int] = []
  private var omitted: Set<Literal> = []
  /// The lines told so far.
  var lines = 0
  /// The limit that left something out, if one did.
  private var reachedLimit: Limits.Kind?
  /// For the sections on premises that fail, those whose literals they fail.
  var missParents: [Int: Int] = [:]
  /// For each section, the sections it refers to.
  private var references: [[Int]] = []

  /// Prepares to explain with a finished evaluation.
  init(_ inquiry: Inquiry, limits: Limits) {
    self.inquiry = inquiry
    self.limits = limits
  }

  /// The explanation of an answer.
  mutating func explanation(of answer: Answer) -> Explanation {
    order = [answer.literal]
    numbers = [answer.literal: 0]
    depths = [0]
    var sections: [Explanation.Section] = []
    while sections.count < order.count {
      references.append([])
      sections.append(section(sections.count))
    }
    return Explanation(
      answer: answer, sections: sections, turnsOn: turningPoints(sections),
      circles: circles(sections), omittedSections: omitted.count,
      reachedLimit: inquiry.reachedLimit ?? reachedLimit, lines: lines)
  }

  /// Whether there is room for more lines, and time to find them.
  private mutating func goesOn() -> Bool {
    guard lines < limits.explanation else {
      reachedLimit = reachedLimit ?? .explanation
      return false
    }
    return inquiry.goesOn()
  }

  private mutating func section(_ number: Int) -> Explanation.Section {
    let literal = order[number]
    let judgement = inquiry.judgement(of: literal)
    lines += 2
    guard goesOn() || number == 0 else { return untold(literal, number, judgement) }
    let dispute = Dispute(over: literal, inquiry)
    let (supporting, isSupportCut) = arguments(dispute.supporting, in: number)
    let (opposing, isOppositionCut) = arguments(dispute.opposing, in: number)
    let isShown = dispute.supporting.contains { $0.instance.grade.upper > 0 }
    return Explanation.Section(
      label: number == 0 ? nil : Self.label(number - 1), literal: literal,
      verdict: judgement.verdict, grade: judgement.grade, contrary: judgement.contrary,
      supporting: supporting, opposing: opposing,
      missed: isShown ? [] : Misses(of: literal, inquiry).all.map { miss($0, in: number) },
      dormant: isShown ? [] : inquiry.dormantFacts(stating: literal, atMost: Self.mostDormant),
      isCut: isSupportCut || isOppositionCut || inquiry.reachedLimit != nil)
  }

  /// A section that says no more than what comes of its literal.
  private func untold(
    _ literal: Literal, _ number: Int, _ judgement: Judgement
  ) -> Explanation.Section {
    Explanation.Section(
      label: Self.label(number - 1), literal: literal, verdict: judgement.verdict,
      grade: judgement.grade, contrary: judgement.contrary, supporting: [], opposing: [],
      missed: [], dormant: [], isCut: true)
  }

  /// The letters of a section by its number: A to Z, then AA and so on.
  private static func label(_ index: Int) -> String {
    var label = ""
    var rest = index + 1
    while rest > 0 {
      label.insert(Character(Unicode.Scalar(UInt8(65 + (rest - 1) % 26))), at: label.startIndex)
      rest = (rest - 1) / 26
    }
    return label
  }

  /// The arguments of one side, winners first, and whether some are left out; instances alike in rule and fate
  /// are told once.
  private mutating func arguments(
    _ entries: [Dispute.Entry], in section: Int
  ) -> (told: [Argument], isCut: Bool) {
    var groups: [(entry: Dispute.Entry, count: Int)] = []
    var places: [Likeness: Int] = [:]
    for entry in entries {
      let likeness = Likeness(
        source: entry.instance.source, fate: entry.fate, conclusion: entry.conclusion)
      if let known = places[likeness], entry.instance.source != .assumed {
        groups[known].count += 1
      } else {
        places[likeness] = groups.count
        groups.append((entry, 1))
      }
    }
    let ranked = groups.enumerated().sorted { first, second in
      let (left, right) = (first.element.entry, second.element.entry)
      return (left.fate.rank, right.grade.upper, first.offset)
        < (right.fate.rank, left.grade.upper, second.offset)
    }
    var told: [Argument] = []
    for (_, group) in ranked {
      guard told.isEmpty || goesOn() else { return (told, true) }
      told.append(argument(group.entry, count: group.count, in: section))
    }
    return (told, false)
  }

  /// What arguments that are told once have in common.
  private struct Likeness: Hashable {
    let source: Argument.Source
    let fate: Dispute.Fate
    let conclusion: Literal
  }

  private mutating func argument(_ entry: Dispute.Entry, count: Int, in section: Int) -> Argument {
    let instance = entry.instance
    let conditions = Conditions(instance, inquiry)
    lines += 2 + conditions.premises.count
    lines += conditions.exceptions.reduce(0) { $0 + $1.members.count }
    let premises = conditions.premises.map { premise($0, asException: false, in: section) }
    var exceptions = conditions.exceptions.map { exception in
      Argument.Exception(
        members: exception.members.map { premise($0, asException: true, in: section) },
        isUndercutter: exception.isUndercutter, allows: exception.allows)
    }
    exceptions = exceptions.filter { !$0.isUndercutter } + exceptions.filter(\.isUndercutter)
    return Argument(
      source: instance.source, conclusion: entry.conclusion, grade: entry.grade,
      fate: fate(entry, in: section),
      openPreferences: entry.openPreferences.map { openPreference($0, in: section) },
      premises: premises, exceptions: exceptions,
      furtherInstances: count - 1)
  }

  private mutating func fate(_ entry: Dispute.Entry, in section: Int) -> Argument.Fate {
    switch entry.fate {
    case .wins: return .wins
    case .unresolved: return .unresolved
    case .tooWeak: return .tooWeak
    case .onlyArguable: return .onlyArguable
    case .overruled: return .overruled
    case .excluded: return .excluded
    case .undecided: return .undecided
    case .beaten:
      var defeats: [Argument.Defeat] = []
      for defeat in entry.defeats {
        let told = self.defeat(defeat, in: section)
        if !defeats.contains(where: { $0.winner == told.winner }) { defeats.append(told) }
      }
      return .beaten(defeats)
    }
  }

  private mutating func openPreference(_ victory: Dispute.Victory, in section: Int)
    -> Argument.OpenPreference
  {
    let judgement = inquiry.judgement(of: victory.precedence)
    return Argument.OpenPreference(
      loser: victory.loser, grade: judgement.grade, verdict: judgement.verdict,
      section: refer(to: victory.precedence, from: section))
  }

  private mutating func defeat(_ defeat: Dispute.Defeat, in section: Int) -> Argument.Defeat {
    guard let precedence = defeat.precedence else {
      return Argument.Defeat(winner: defeat.winner, preferences: [], section: nil)
    }
    let dispute = Dispute(over: precedence, inquiry)
    let preferences = dispute.supporting.compactMap { entry -> RuleID? in
      guard entry.fate == .wins, case .rule(let rule) = entry.instance.source else { return nil }
      return rule
    }
    let isPlain =
      dispute.opposing.allSatisfy { $0.instance.grade.upper == 0 }
      && dispute.supporting.allSatisfy { Conditions($0.instance, inquiry).isPlain }
    return Argument.Defeat(
      winner: defeat.winner, preferences: preferences,
      section: isPlain ? nil : refer(to: precedence, from: section))
  }

  private mutating func premise(
    _ condition: Conditions.Condition, asException: Bool, in section: Int
  ) -> Argument.Premise {
    switch condition {
    case .comparison(let words, let isOpen):
      return Argument.Premise(
        content: .comparison(words), standard: nil, basis: isOpen ? .leftOpenByDates : .computed)
    case .failedComparison(let words):
      return Argument.Premise(content: .comparison(words), standard: nil, basis: .notShown)
    case .pattern(let words, let standard):
      return Argument.Premise(content: .pattern(words), standard: standard, basis: .notShown)
    case .gathered(let words, let parts):
      let premises = parts.map { part in
        Argument.Premise(
          content: .literal(part), standard: nil,
          basis: basis(of: part, asException: asException, in: section))
      }
      return Argument.Premise(
        content: .comparison(words), standard: nil, basis: .gathered(premises))
    case .past(let words, let fact):
      return Argument.Premise(
        content: .comparison(words), standard: nil,
        basis: fact.map { .fact($0, butSee: []) } ?? .assumed)
    case .literal(let literal, let standard):
      return Argument.Premise(
        content: .literal(literal), standard: standard,
        basis: basis(of: literal, asException: asException, in: section))
    }
  }

  private mutating func basis(of literal: Literal, asException: Bool, in section: Int)
    -> Argument.Basis
  {
    let standing = inquiry.standing(of: literal)
    if standing.upper == 0 {
      return asException ? absence(of: literal, standing, in: section) : .notShown
    }
    let judgement = inquiry.judgement(of: literal)
    let instances = inquiry.instances(concluding: literal)
    let opponents = inquiry.opposed(to: literal).flatMap { inquiry.instances(concluding: $0) }
    if judgement.verdict != .inconsistent {
      switch instances.first?.source {
      case .fact(let fact): return .fact(fact, butSee: opponents.map(\.source))
      case .assumed: return .assumed
      case .rule, nil: break
      }
    }
    if instances.count == 1, opponents.isEmpty, case .rule(let rule) = instances[0].source,
      Conditions(instances[0], inquiry).isPlain
    {
      return .uncontested(rule, standing.interval)
    }
    return .conclusion(
      standing.interval, judgement.verdict, section: refer(to: literal, from: section))
  }

  /// What is known of an exception's member that nothing supports: shown not, or not shown.
  private mutating func absence(of literal: Literal, _ standing: Standing, in section: Int)
    -> Argument.Basis
  {
    if standing.isLeftOpenByDates { return .leftOpenByDates }
    let judgement = inquiry.judgement(of: literal)
    let contrary = literal.contrary
    if inquiry.standing(of: contrary).lower >= 1 {
      let instances = inquiry.instances(concluding: contrary).filter { $0.grade.lower > 0 }
      let isPlain = instances.allSatisfy { Conditions($0, inquiry).isPlain }
      return .shownNot(
        judgement.contrary, by: instances.map(\.source),
        section: isPlain ? nil : refer(to: contrary, from: section))
    }
    let hasArguments = !inquiry.instances(concluding: literal).isEmpty
    guard hasArguments else { return .notShown }
    return .conclusion(
      standing.interval, judgement.verdict, section: refer(to: literal, from: section))
  }

  /// The number of the section on a literal, which is added to those to be told; `nil` beyond the limits.
  mutating func refer(to literal: Literal, from section: Int) -> Int? {
    if let known = numbers[literal] ?? sectionOnContrary(of: literal) {
      references[section].append(known)
      return known
    }
    // A section takes five lines: a gap, its heading, a side, an argument and what that rests on.
    let waiting = 5 * (order.count - section)
    guard depths[section] < limits.depth, lines + waiting < limits.explanation else {
      omitted.insert(literal)
      reachedLimit = reachedLimit ?? (depths[section] < limits.depth ? .explanation : .depth)
      return nil
    }
    numbers[literal] = order.count
    references[section].append(order.count)
    order.append(literal)
    depths.append(depths[section] + 1)
    return order.count - 1
  }

  /// The number of the section on the contrary, where that tells both sides of the same dispute.
  private func sectionOnContrary(of literal: Literal) -> Int? {
    guard let known = numbers[literal.contrary],
      inquiry.evaluation.incompatible(with: literal).isEmpty,
      inquiry.evaluation.incompatible(with: literal.contrary).isEmpty
    else { return nil }
    return known
  }

  private func turningPoints(_ sections: [Explanation.Section]) -> [Explanation.TurningPoint] {
    var preferences: [RuleID] = []
    for argument in sections.flatMap({ $0.supporting + $0.opposing }) {
      guard case .beaten(let defeats) = argument.fate else { continue }
      for preference in defeats.flatMap(\.preferences) where !preferences.contains(preference) {
        preferences.append(preference)
      }
    }
    return preferences.sorted().map { .preference($0) }
      + openSections(sections).map { .section($0) }
  }

  /// The open disputes that the answer rests on, at once or through what prevails.
  private func openSections(_ sections: [Explanation.Section]) -> [Int] {
    var open: Set<Int> = []
    var seen: Set<Int> = [0]
    var pending = [0]
    while let number = pending.popLast() {
      for next in references[number] where seen.insert(next).inserted {
        switch sections[next].verdict {
        case .contested, .arguable, .circular, .inconsistent: open.insert(next)
        case .prevailing, .unsupported: pending.append(next)
        case .established, .clear, .refuted: break
        }
      }
    }
    return open.sorted()
  }

  private func circles(_ sections: [Explanation.Section]) -> [[Int]] {
    let successors = sections.indices.map { number in
      sections[number].grade.isDecided
        ? []
        : references[number].filter { !sections[$0].grade.isDecided }
    }
    return stronglyConnectedComponents(successors).filter { ring in
      ring.count > 1 || successors[ring[0]].contains(ring[0])
    }.sorted { $0[0] < $1[0] }
  }
}

extension Dispute.Fate {
  /// The place in the order of telling.
  var rank: Int {
    switch self {
    case .wins: 0
    case .unresolved: 1
    case .undecided: 2
    case .tooWeak, .onlyArguable: 3
    case .beaten: 4
    case .overruled: 5
    case .excluded: 6
    }
  }
}

extension Outcome {
  /// The reasons for an answer.
  public func explanation(of answer: Answer, limits: Limits = Limits()) -> Explanation {
    Inquiry(self, limits: limits).explanation(of: answer)
  }

  /// The reasons for answers one after another, as many as the limits on memory, time and lines leave room for; at
  /// least one.
  public func explanations(of answers: [Answer], limits: Limits = Limits()) -> [Explanation] {
    let (inquiry, limits) = (Inquiry(self, limits: limits), limits.forTelling)
    var explanations: [Explanation] = []
    var lines = 0
    for answer in answers {
      guard explanations.isEmpty || limits.reached == nil && lines < limits.explanation else {
        break
      }
      let explanation = inquiry.explanation(of: answer)
      lines += explanation.lines
      explanations.append(explanation)
    }
    return explanations
  }
}
