import MootLanguage

@testable import MootReasoning
@testable import MootReference

/// A question about a random theory, some of whose sentences are unknown, with everything that may be changed.
struct FlipCase {
  let scenario: Scenario
  let literal: Literal
  /// What is told where flips differ.
  let text: String

  /// Makes a case from a seed; `nil` where the theory has an error or asks nothing.
  init?(_ kind: TheoryKind, seed: UInt64) {
    let theory = TheoryGenerator.theory(kind, seed: seed)
    let plain = TheoryDocument(theory: theory, notation: .moot).text
    guard let known = Self.program(plain) else { return nil }
    var random = SeededGenerator(seed: seed &* 31)
    let unknowns = (0..<2).compactMap { _ in Self.literal(of: known, &random) }
    let text =
      plain
      + unknowns.map { "unknown \(known.text(of: $0.predicate, arguments: $0.arguments))\n" }
      .joined()
    guard let program = Self.program(text), let asked = Self.literal(of: program, &random) else {
      return nil
    }
    let outcome = evaluate(Scenario(program))
    guard outcome.preferenceCycles.isEmpty else { return nil }
    scenario = Scenario(program)
    literal =
      random.chance(80)
      ? random.element(of: outcome.conclusions().map(\.literal)) ?? asked : asked
    self.text =
      "seed \(seed): \(program.text(of: literal.predicate, arguments: literal.arguments))\n\(text)"
  }

  /// Some sentences that may be so or not, those of facts among them.
  func variedSentences(_ count: Int, _ random: inout SeededGenerator) -> [Sentence] {
    let program = scenario.program
    var literals = program.facts.map { Literal($0.predicate, Array(program.arguments(of: $0))) }
    for _ in 0..<count {
      if let literal = Self.literal(of: program, &random) { literals.append(literal) }
    }
    var varied: [Literal] = []
    for literal in random.shuffled(literals) where !varied.contains(literal) {
      varied.append(literal)
    }
    return varied.prefix(count).map {
      program.sentence(saying: $0.predicate, arguments: $0.arguments)
    }
  }

  /// Every change of one thing: unknowns supposed, facts retracted, rules dropped, rules ranked.
  var everyChange: (stated: [Change], preferences: [Change]) {
    let program = scenario.program
    var changes = scenario.openFacts().filter(\.changingValue).map(\.change)
    changes += program.facts.filter { !$0.isImplied }.map {
      .retract(program.sentence(saying: $0.predicate, arguments: program.arguments(of: $0)))
    }
    let rules = program.rules.indices.map { RuleID(raw: UInt32($0)) }
    changes += rules.map { .without($0) }
    var preferences: [Change] = []
    for preferred in rules {
      for over in rules where preferred != over && isOpen(preferred, over) {
        preferences.append(.prefer(preferred, over: over))
      }
    }
    return (changes, preferences)
  }

  /// The pairs among every change that withdraw a preference and add its opposite, by index.
  var reversals: [Set<Int>] {
    let (stated, preferences) = everyChange
    var pairs: [Set<Int>] = []
    for (place, change) in stated.enumerated() {
      guard case .without(let rule) = change,
        case .preference(let preferred, let over) = scenario.program[rule].kind
      else { continue }
      for (other, opposite) in preferences.enumerated() {
        if case .prefer(over, over: preferred) = opposite {
          pairs.append([place, stated.count + other])
        }
      }
    }
    return pairs
  }

  /// Whether neither the rules' force nor a preference decides between them.
  private func isOpen(_ preferred: RuleID, _ over: RuleID) -> Bool {
    let program = scenario.program
    let forces = [program[preferred].force, program[over].force]
    guard forces.count(where: { $0 == .presumption }) != 1,
      !forces.allSatisfy({ $0 == .defeater })
    else { return false }
    return !program.rules.contains { rule in
      rule.kind == .preference(preferred: preferred, over: over) && rule.exceptions.isEmpty
        && rule.alternatives.contains { $0.isEmpty } && rule.cap == .established
    }
  }

  private static func program(_ text: String) -> Program? {
    let source = SourceFile(name: "theory.moot", bytes: Array(text.utf8))
    return loadProgram(roots: [source], including: { _ in .notFound }).program
  }

  /// Some literal of an ordinary predicate over the names of a program.
  private static func literal(of program: Program, _ random: inout SeededGenerator) -> Literal? {
    let predicates = program.predicates.indices.filter { program.predicates[$0].relation != nil }
    guard let index = random.element(of: predicates) else { return nil }
    let arity = program.predicates[index].arity
    guard arity == 0 || program.values.count > 0 else { return nil }
    let signed = SignedPredicate(
      PredicateID(raw: UInt32(index)), isPositive: random.chance(65))
    let values = (0..<arity).map { _ in
      ValueID(raw: UInt32(random.below(program.values.count)))
    }
    return Literal(signed, values)
  }
}
