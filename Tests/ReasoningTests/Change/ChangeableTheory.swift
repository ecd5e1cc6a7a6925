import MootLanguage
import MootReasoning

@testable import MootReference

/// A random theory with some changes that may be made or not, and literals to ask about.
struct ChangeableTheory {
  /// The text of the theory.
  let text: String
  /// The theory, with the values and preferences its changes bring.
  private(set) var program: Program
  /// What may be changed or not.
  private(set) var changes: [Change] = []
  /// The changes in words.
  private(set) var wordings: [String] = []
  /// What is asked.
  private(set) var questions: [Literal] = []

  /// Makes a theory with at most so many changes; `nil` where the checker refuses it.
  init?(seed: UInt64, atMost count: Int, of kinds: [Kind] = Kind.allCases) {
    var random = SeededGenerator(seed: seed &* 7 &+ 3)
    let theory = TheoryGenerator.theory(seed % 4 == 0 ? .firstOrder : .ground, seed: seed)
    text = theory.mootText
    let source = SourceFile(name: "theory.moot", bytes: Array(text.utf8))
    guard let program = loadProgram(roots: [source], including: { _ in .notFound }).program else {
      return nil
    }
    self.program = program
    let outcome = evaluate(Scenario(program))
    let literals = outcome.conclusions().map(\.literal).filter {
      program[$0.predicate.predicate].relation != nil
    }
    guard !literals.isEmpty else { return nil }
    for _ in 0..<1 + random.below(count) {
      guard let kind = random.element(of: kinds) else { continue }
      add(kind, literals, &random)
    }
    for _ in 0..<3 {
      guard let literal = random.element(of: literals) else { continue }
      questions.append(random.chance(30) ? literal.contrary : literal)
    }
  }

  /// The kinds of changes.
  enum Kind: CaseIterable {
    case assume, retract, without, prefer
  }

  private mutating func add(_ kind: Kind, _ literals: [Literal], _ random: inout SeededGenerator) {
    let text: String
    switch kind {
    case .assume:
      guard var literal = random.element(of: literals) else { return }
      if random.chance(50) { literal = literal.contrary }
      text = program.text(of: literal.predicate, arguments: literal.arguments)
    case .retract:
      guard let fact = random.element(of: program.facts.filter { !$0.isImplied }) else { return }
      text = "retract " + program.text(of: fact.predicate, arguments: program.arguments(of: fact))
    case .without:
      guard let rule = random.element(of: program.rules) else { return }
      text = "without \(rule.name)"
    case .prefer:
      let rules = program.rules.filter { $0.kind == .rule }
      guard let first = random.element(of: rules), let second = random.element(of: rules),
        first.name != second.name
      else { return }
      text = "prefer \(first.name) over \(second.name)"
    }
    guard !wordings.contains(text), let change = program.change(reading: text).change else {
      return
    }
    changes.append(change)
    wordings.append(text)
  }

  /// Every choice among the changes.
  var choices: [[Bool]] {
    (0..<1 << changes.count).map { bits in changes.indices.map { bits >> $0 & 1 == 1 } }
  }

  /// What comes of a theory with the changes of a choice, by evaluating it afresh.
  func outcome(_ choice: [Bool]) -> Outcome {
    evaluate(Scenario(program, changes: zip(changes, choice).filter(\.1).map(\.0)))
  }
}
