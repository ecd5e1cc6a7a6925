/// The labels of `.dfl` files and what they name.
struct DFLLabels {
  private var names = NameTable()
  private var rules: [RuleID?] = []
  private var spans: [SourceSpan] = []

  /// What a label can name.
  enum Meaning {
    case rule(RuleID)
    case fact
  }

  /// Gives a label to a rule, or to a fact when `rule` is `nil`; returns the first place of a label that is
  /// taken.
  mutating func declare(
    _ range: Range<Int>, in bytes: [UInt8], as rule: RuleID?, span: SourceSpan
  ) -> SourceSpan? {
    let number = names.intern(bytes, in: range)
    guard number == rules.count else { return spans[number] }
    rules.append(rule)
    spans.append(span)
    return nil
  }

  /// What a label names, if anything.
  func meaning(of range: Range<Int>, in bytes: [UInt8]) -> Meaning? {
    guard let number = names.number(of: bytes, in: range) else { return nil }
    return rules[number].map { .rule($0) } ?? .fact
  }

  /// All labels, as suggestions for one that is mistyped.
  var all: some Sequence<String> { (0..<names.count).lazy.map { names[$0] } }
}
