/// A line of a `.dfl` file: a fact, a rule or a ranking of rules.
///
/// Its parts stand in flat arrays, so that one value serves for all lines without new memory.
struct DFLStatement {
  /// What it states.
  var form = Form.fact
  /// The label before the colon.
  var label: DFLToken?
  /// What stands before the arrow.
  var body: [Condition] = []
  /// What is concluded; of a fact, all that is stated.
  var heads: [Literal] = []
  /// The arguments of all literals, as words, quoted names, variables or `?`.
  var terms: [DFLToken] = []
  /// The labels of a ranking, the strongest first.
  var ranking: [DFLToken] = []
  /// The offset of its first byte.
  var lower: UInt32 = 0
  /// The offset after its last byte.
  var upper: UInt32 = 0

  /// What a line can be.
  enum Form {
    case fact
    case rule(Rule.Force)
    case ranking
  }

  /// A predicate or its contrary with its arguments.
  struct Literal {
    /// Whether it is the contrary.
    let isNegated: Bool
    /// The name of the predicate: a word or quoted name.
    let name: DFLToken
    /// The indices of the arguments in `terms`.
    let terms: Range<Int>
    /// The offset of its first byte.
    let lower: UInt32
    /// The offset after its last byte.
    let upper: UInt32
  }

  /// What a body is made of.
  enum Condition {
    case premise(Literal)
    /// `not p`
    case exception(Literal)
    /// Two terms compared.
    case comparison(DFLToken, Comparison.Relation, DFLToken)
  }

  /// Empties it for the next line.
  mutating func clear() {
    label = nil
    body.removeAll(keepingCapacity: true)
    heads.removeAll(keepingCapacity: true)
    terms.removeAll(keepingCapacity: true)
    ranking.removeAll(keepingCapacity: true)
  }
}
