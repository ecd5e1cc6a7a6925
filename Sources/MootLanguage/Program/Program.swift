/// A checked rule base with its facts and questions: what the reasoner works on.
///
/// - Invariant: every id in it resolves; rules are safe; no two templates read the same sentence. Only the
///   checker makes one.
public struct Program: Sendable {
  /// What the file is about.
  public internal(set) var title: String?
  /// The date of its answers, or `nil` where no clock is read.
  public internal(set) var asOf: CalendarDate?
  /// Names, numbers and dates.
  public internal(set) var values: ValueTable
  /// How names are printed for a person, where that is stated.
  public internal(set) var names: [ValueID: String]
  /// Relations and actions, in the order of their declaration.
  public internal(set) var relations: [Relation]
  /// Predicates of the relations and actions, of undercutters and of preferences.
  public internal(set) var predicates: [Predicate]
  /// Rules, contentions and preferences, in source order.
  public internal(set) var rules: [Rule]
  /// Facts, in source order.
  public internal(set) var facts: FactList
  /// What is stated along with facts; the first entry is empty.
  public internal(set) var particulars: ParticularsList
  /// Declared conflicts beyond contraries.
  ///
  /// The checker adds what follows for actions: "must a" and "must not a" themselves, and what is
  /// incompatible with "may a" (or "need not a").
  public internal(set) var incompatibilities: [Incompatibility]
  /// Who argues, tells or decides.
  public internal(set) var speakers: [Speaker]
  /// What is cited.
  public internal(set) var citations: [Citation]
  /// What is not known.
  public internal(set) var unknowns: [Unknown]
  /// What is asked.
  public internal(set) var questions: [Question]
  /// The what-ifs that have a name.
  public internal(set) var scenarios: [NamedScenario]
  /// The `expect` lines.
  public internal(set) var expectations: [Expectation]
  /// The files it was read from; spans point into them.
  public internal(set) var sources: [SourceFile]

  /// The arguments of a fact.
  public func arguments(of fact: Fact) -> FactArguments { facts.arguments(at: fact.index) }

  /// The rule with an id.
  public subscript(id: RuleID) -> Rule { rules[Int(id.raw)] }

  /// The predicate with an id.
  public subscript(id: PredicateID) -> Predicate { predicates[Int(id.raw)] }

  /// The relation with an id.
  public subscript(id: RelationID) -> Relation { relations[Int(id.raw)] }

  /// The speaker with an id.
  public subscript(id: SpeakerID) -> Speaker { speakers[Int(id.raw)] }

  /// The citation with an id.
  public subscript(id: CitationID) -> Citation { citations[Int(id.raw)] }

  /// The value with an id; a question mark for none.
  public subscript(id: ValueID) -> Value { id == .none ? .entity("?") : values[id] }
}

extension Program {
  /// The program with more values: the same ones first, with the same ids.
  public func extended(with values: ValueTable) -> Program {
    var program = self
    program.values = values
    return program
  }

  /// Adds an unconditional preference, as a what-if supposes it; the predicate for it must exist.
  public mutating func addPreference(of preferred: RuleID, over other: RuleID) {
    let (first, second) = preferred < other ? (preferred, other) : (other, preferred)
    let kind = Predicate.Kind.precedence(first: first, second: second)
    guard let index = predicates.firstIndex(where: { $0.kind == kind }) else {
      fatalError("a preference between rules has no predicate")
    }
    let span = SourceSpan(file: 0, lower: 0, upper: 0)
    let conclusion = Sentence(
      predicate: SignedPredicate(PredicateID(raw: UInt32(index)), isPositive: preferred == first),
      terms: predicates[index].keys.map { _ in .any }, span: span)
    rules.append(
      Rule(
        name: "\(self[preferred].name) over \(self[other].name)",
        kind: .preference(preferred: preferred, over: other), title: nil, force: .defeasible,
        variables: [], alternatives: [[]], exceptions: [], conclusions: [conclusion],
        cap: .established, attribution: .none, cites: [], because: nil, period: .always,
        lawOfDay: nil, span: span))
  }
}

extension Program {
  /// Whether it is a theory in the arrow notation of the field, in which nobody is named.
  public var isTheory: Bool {
    guard case .atom? = relations.first?.wording else { return false }
    return true
  }
}
