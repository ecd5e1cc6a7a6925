/// Resolves the preferences of `.dfl` files, and refuses those that go round in a circle.
struct DFLRanking {
  /// What was found wrong.
  private(set) var diagnostics: [Diagnostic] = []
  /// One predicate for each two rules of which one is preferred.
  private(set) var predicates: [Predicate] = []
  /// What is preferred, in source order.
  private(set) var preferences: [Preference] = []
  private let rules: [Rule]
  private let firstPredicate: Int
  /// The labels that may still be compared with mistyped ones, so that many of these cost no more than few.
  private var comparisonsLeft = 4_000_000
  private var predicateOfPair: [UInt64: PredicateID] = [:]

  /// Two neighbours in a ranking, as written.
  struct Pair {
    /// The label of the preferred rule.
    let stronger: DFLToken
    /// The label of the other.
    let weaker: DFLToken
    /// The index of the file.
    let file: UInt32

    /// The whole preference.
    var span: SourceSpan { SourceSpan(file, stronger.lower, weaker.upper) }
  }

  /// A preference between two rules.
  struct Preference {
    /// The preferred rule.
    let stronger: RuleID
    /// The other.
    let weaker: RuleID
    /// What a fact for it says.
    let predicate: SignedPredicate
    /// Where it is written.
    let span: SourceSpan
  }

  /// Creates a ranking of rules; its predicates come after `firstPredicate` others.
  init(rules: [Rule], firstPredicate: Int) {
    self.rules = rules
    self.firstPredicate = firstPredicate
  }

  /// Resolves the preferences of all files.
  mutating func check(_ pairs: [Pair], labels: DFLLabels, sources: [SourceFile]) {
    for pair in pairs {
      let bytes = sources[Int(pair.file)].bytes
      let stronger = rule(pair.stronger, of: pair, in: bytes, labels: labels)
      let weaker = rule(pair.weaker, of: pair, in: bytes, labels: labels)
      guard let stronger, let weaker else { continue }
      guard stronger != weaker else {
        diagnostics.append(.selfPreference(rules[Int(stronger.raw)].name, span: pair.span))
        continue
      }
      preferences.append(
        Preference(
          stronger: stronger, weaker: weaker, predicate: predicate(stronger, over: weaker),
          span: pair.span))
    }
    for circle in circles() {
      let names = circle.rules.map { rules[Int($0.raw)].name }
      diagnostics.append(.preferenceCircle(names, length: circle.length, span: circle.span))
    }
  }

  private mutating func rule(
    _ label: DFLToken, of pair: Pair, in bytes: [UInt8], labels: DFLLabels
  ) -> RuleID? {
    let span = SourceSpan(pair.file, label.lower, label.upper)
    switch labels.meaning(of: label.range, in: bytes) {
    case .rule(let rule): return rule
    case .fact:
      diagnostics.append(.rankedFact(text(of: label, in: bytes), span: span))
    case .unreadable: break
    case nil:
      let name = text(of: label, in: bytes)
      comparisonsLeft -= labels.count
      let suggestion = comparisonsLeft < 0 ? nil : nearest(to: name, in: labels.all)
      diagnostics.append(.unknownLabel(name, nearest: suggestion, span: span))
    }
    return nil
  }

  private func text(of label: DFLToken, in bytes: [UInt8]) -> String {
    String(decoding: bytes[label.range], as: UTF8.self)
  }

  private mutating func predicate(_ stronger: RuleID, over weaker: RuleID) -> SignedPredicate {
    let first = min(stronger, weaker)
    let second = max(stronger, weaker)
    let pair = UInt64(first.raw) << 32 | UInt64(second.raw)
    let known = predicateOfPair[pair]
    let id = known ?? PredicateID(raw: UInt32(firstPredicate + predicates.count))
    if known == nil {
      predicateOfPair[pair] = id
      predicates.append(Predicate(kind: .precedence(first: first, second: second), arity: 0))
    }
    return SignedPredicate(id, isPositive: stronger == first)
  }
}
