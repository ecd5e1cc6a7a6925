/// The labels of `.dfl` files and what they name.
struct DFLLabels {
  private var names = NameTable()
  private var meanings: [Meaning] = []
  private var spans: [SourceSpan] = []

  /// What a label can name.
  enum Meaning {
    case rule(RuleID)
    case fact
    /// Of a line that could not be read.
    case unreadable
  }

  /// Gives a meaning to a label; returns the first place of a label that is taken.
  mutating func declare(
    _ range: Range<Int>, in bytes: [UInt8], as meaning: Meaning, span: SourceSpan
  ) -> SourceSpan? {
    let number = names.intern(bytes, in: range)
    guard number == meanings.count else { return spans[number] }
    meanings.append(meaning)
    spans.append(span)
    return nil
  }

  /// What a label names, if anything.
  func meaning(of range: Range<Int>, in bytes: [UInt8]) -> Meaning? {
    names.number(of: bytes, in: range).map { meanings[$0] }
  }

  /// The number of labels.
  var count: Int { names.count }

  /// All labels, as suggestions for one that is mistyped.
  var all: some Sequence<String> { (0..<names.count).lazy.map { names[$0] } }
}
