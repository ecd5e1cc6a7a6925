@testable import MootReference

/// A theory that speaks of many copies of a small one at once: every sentence has a hole more, for the copy,
/// which is the same variable all through a rule.
///
/// What a copy concludes is what the small theory concludes from the same facts.
struct CopiedTheory {
  /// The small theory.
  let base: FirstOrderTheory
  /// The same with the hole for the copy, and one relation more: that something is a copy.
  private(set) var lifted: FirstOrderTheory
  /// The facts of each kind of copy.
  private(set) var variants: [[Stated]]
  /// For each relation, the place of the copy.
  private let places: [Int]

  /// A fact of a variant.
  struct Stated {
    let sentence: FirstOrderTheory.Sentence
    /// Whether the precision of dates leaves open that it is so.
    let isOpen: Bool
  }

  /// The variable for the copy.
  private static let copy = FirstOrderTheory.Term.variable(9)

  /// Draws variants of a theory, and where the hole for the copy is; dates leave facts open only where that
  /// is `open` percent.
  init(_ base: FirstOrderTheory, open: Int, _ random: inout SeededGenerator) {
    self.base = base
    places = base.relations.map { random.below($0.arity + 1) }
    lifted = base
    variants = []
    lift(&random)
    let used = Set(base.sentences.map(\.relation)).sorted()
    for number in 0..<(3 + random.below(4)) {
      var facts = base.facts.filter { _ in number == 0 || random.chance(70) }
      for _ in 0..<(number == 0 || used.isEmpty ? 0 : random.below(6)) {
        let relation = random.element(of: used)!
        let terms = (0..<base.relations[relation].arity).map { _ in
          FirstOrderTheory.Term.constant(random.below(base.constants.count))
        }
        let sentence = FirstOrderTheory.Sentence(
          relation: relation, isContrary: random.chance(25), terms: terms)
        if !facts.contains(sentence.contrary) { facts.append(sentence) }
      }
      variants.append(
        facts.map { Stated(sentence: $0, isOpen: number > 0 && random.chance(open)) })
    }
  }

  /// The number of the relation that says that something is a copy.
  private var copyRelation: Int { base.relations.count }

  /// The small theory with the facts of a variant.
  func alone(_ variant: Int) -> FirstOrderTheory {
    var theory = base
    theory.facts = variants[variant].map(\.sentence)
    return theory
  }

  /// Keeps some variants only.
  mutating func keep(_ isKept: (Int) -> Bool) {
    variants = variants.indices.filter(isKept).map { variants[$0] }
  }

  /// The name of a sentence of the small theory as it is in a copy.
  func name(_ sentence: FirstOrderTheory.Sentence, in copy: String) -> String {
    var named = lifted
    named.constants = base.constants + [copy]
    return named.mootNotation(stated(sentence, in: base.constants.count))
  }

  /// The sentence that says that something is a copy.
  func copyName(_ copy: String) -> String { "\(lifted.relations[copyRelation].key)(\(copy))" }

  /// The theory with its rules and copies of some names, each of the variant given with it.
  ///
  /// - Parameter inTables: whether the facts stand in tables, as far as they have no dates.
  func theory(of copies: [(name: String, variant: Int)], inTables: Bool, seed: UInt64) -> BulkTheory
  {
    var random = SeededGenerator(seed: seed)
    var named = lifted
    named.constants = base.constants + copies.map(\.name)
    named.facts = []
    var theory = BulkTheory(text: "as of 2007-06-15\n" + named.declarations + named.mootRules)
    theory.text += "relation ?x is noted\n  as noted\n"
    let facts = copies.indices.flatMap { number -> [Stated] in
      let constant = base.constants.count + number
      let copy = FirstOrderTheory.Sentence(relation: copyRelation, terms: [.constant(constant)])
      return [Stated(sentence: copy, isOpen: false)]
        + variants[copies[number].variant].map {
          Stated(sentence: stated($0.sentence, in: constant), isOpen: $0.isOpen)
        }
    }
    let isSparse = random.chance(40)
    for (number, fact) in random.shuffled(facts).enumerated() {
      let repetitions = random.chance(5) ? 2 : 1
      for _ in 0..<repetitions { add(fact, of: named, inTables: inTables, to: &theory) }
      guard isSparse else { continue }
      for other in 0..<random.below(6) { theory.text += "fact n\(number)-\(other) is noted\n" }
    }
    return theory
  }

  private func add(
    _ fact: Stated, of named: FirstOrderTheory, inTables: Bool, to theory: inout BulkTheory
  ) {
    guard inTables, !fact.isOpen else {
      theory.text += "fact \(named.text(fact.sentence))\n" + (fact.isOpen ? "  from 2007\n" : "")
      return
    }
    let name = named.mootNotation(fact.sentence)
    let parts = name.split(separator: "(")
    theory.addRow(
      String(parts[0]),
      parts[1].dropLast().split(separator: ",").map(String.init))
  }

  /// A ground sentence with the copy in its place.
  private func stated(_ sentence: FirstOrderTheory.Sentence, in constant: Int)
    -> FirstOrderTheory.Sentence
  {
    var longer = sentence
    longer.terms.insert(.constant(constant), at: places[sentence.relation])
    return longer
  }

  /// Gives every sentence the hole for the copy.
  private mutating func lift(_ random: inout SeededGenerator) {
    lifted.relations = base.relations.map { relation in
      FirstOrderTheory.Relation(
        number: relation.number, arity: relation.arity + 1, isAction: relation.isAction,
        hasContraryWords: relation.hasContraryWords)
    }
    lifted.relations.append(FirstOrderTheory.Relation(number: copyRelation, arity: 1))
    lifted.incompatibilities = base.incompatibilities.map {
      FirstOrderTheory.Incompatibility(first: lifted($0.first), second: lifted($0.second))
    }
    for index in lifted.rules.indices {
      let rule = base.rules[index]
      lifted.rules[index].alternatives = rule.alternatives.map { conditions in
        let isBound = conditions.contains { $0.sentence != nil } && rule.subjects.isEmpty
        guard !isBound || random.chance(30) else { return conditions.map(lifted) }
        let copy = FirstOrderTheory.Sentence(relation: copyRelation, terms: [Self.copy])
        return random.shuffled(conditions.map(lifted) + [.sentence(copy, standard: nil)])
      }
      lifted.rules[index].exceptions = rule.exceptions.map { $0.map(lifted) }
      if case .sentence(let head) = rule.conclusion {
        lifted.rules[index].conclusion = .sentence(lifted(head))
      }
    }
  }

  private func lifted(_ sentence: FirstOrderTheory.Sentence) -> FirstOrderTheory.Sentence {
    var longer = sentence
    longer.terms.insert(Self.copy, at: places[sentence.relation])
    return longer
  }

  private func lifted(_ condition: FirstOrderTheory.Condition) -> FirstOrderTheory.Condition {
    switch condition {
    case .sentence(let sentence, let standard): .sentence(lifted(sentence), standard: standard)
    case .comparison, .order, .calculation, .every, .total, .past: condition
    }
  }
}
