import MootLanguage

/// The rules that could conclude a literal, active or not, found by the literal.
///
/// Rules that name a value in their conclusion are found by the first one they name, so that of thousands of rules
/// about one thing each only those about the literal's things are looked at.
struct ConcludingRules: Sendable {
  /// A rule, and which of its conclusions it is.
  typealias Entry = (rule: Int, conclusion: Int)

  /// For each signed predicate, by `Theory.index(of:)`, the rules that could conclude it.
  private var groups: [Int: Group] = [:]

  /// The rules with one signed predicate.
  fileprivate struct Group: Sendable {
    /// Those that name no value.
    var general: [Entry] = []
    /// Those that name one, by the place of the first and by the value.
    var particular: [Int: [ValueID: [Entry]]] = [:]
  }

  /// Files all rules of a program.
  init(of program: Program) {
    for (index, rule) in program.rules.enumerated() {
      for (position, conclusion) in rule.conclusions.enumerated() {
        groups[Theory.index(of: conclusion.predicate), default: Group()]
          .file((index, position), conclusion.terms)
      }
    }
  }

  /// The rules that could conclude a literal, in source order, and some that cannot.
  func concluding(_ literal: Literal) -> [Entry] {
    guard let group = groups[Theory.index(of: literal.predicate)] else { return [] }
    guard !group.particular.isEmpty else { return group.general }
    var found = group.general
    for (place, rules) in group.particular { found += rules[literal.arguments[place]] ?? [] }
    return found.sorted { ($0.rule, $0.conclusion) < ($1.rule, $1.conclusion) }
  }
}

extension ConcludingRules.Group {
  /// Adds a rule by the terms of its conclusion.
  mutating func file(_ entry: ConcludingRules.Entry, _ terms: [Term]) {
    for (place, term) in terms.enumerated() {
      guard case .value(let value) = term else { continue }
      particular[place, default: [:]][value, default: []].append(entry)
      return
    }
    general.append(entry)
  }
}
