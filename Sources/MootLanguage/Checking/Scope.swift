/// The variables of a rule or question while it is read.
struct Scope {
  /// The variables in the order of their first use.
  private(set) var variables: [Entry] = []
  /// The variables that have a name.
  private(set) var ids: [Symbol: VariableID] = [:]
  /// The named variables that occur elsewhere than inside an aggregate or `every`.
  private(set) var outerIDs: [Symbol: VariableID] = [:]
  /// Whether what is read stands inside an aggregate or `every`.
  var isInside = false

  /// A variable while its rule is read.
  struct Entry {
    /// The name without the question mark; empty for a lone `?`.
    let name: String
    /// The name's symbol, with its question mark; `nil` for a lone `?`.
    let symbol: Symbol?
    /// What it ranges over, where that is known.
    var sort: Relation.Sort?
    /// Where it was first used, or where its sort became known.
    var span: SourceSpan
  }

  /// The variable with an id.
  subscript(id: VariableID) -> Entry { variables[Int(id.raw)] }

  /// The variable of a token, which is added if it is new.
  mutating func variable(_ token: Token, in lexicon: Lexicon, at span: SourceSpan) -> VariableID {
    let isNamed = token.kind == .variable
    if isNamed, let id = ids[token.symbol] {
      if !isInside { outerIDs[token.symbol] = id }
      return id
    }
    let id = VariableID(raw: UInt32(variables.count))
    let name = isNamed ? lexicon.text(of: token.symbol).withoutFirstScalar : ""
    variables.append(
      Entry(name: name, symbol: isNamed ? token.symbol : nil, sort: nil, span: span))
    if isNamed { ids[token.symbol] = id }
    if isNamed, !isInside { outerIDs[token.symbol] = id }
    return id
  }

  /// Adds a variable without a name, for a value in between.
  mutating func addHidden(_ sort: Relation.Sort, at span: SourceSpan) -> VariableID {
    variables.append(Entry(name: "", symbol: nil, sort: sort, span: span))
    return VariableID(raw: UInt32(variables.count - 1))
  }

  /// Settles what a variable ranges over; complains when that was settled otherwise.
  mutating func settle(
    _ id: VariableID, as sort: Relation.Sort, at span: SourceSpan
  ) throws(Diagnostic) {
    let entry = self[id]
    switch entry.sort {
    case nil:
      variables[Int(id.raw)].sort = sort
      variables[Int(id.raw)].span = span
    case .some(let settled) where settled == sort || settled == .any || sort == .any:
      return
    case .some(let settled):
      throw .sortClash(
        entry.name, is: sort, was: settled, at: span, first: entry.span)
    }
  }

  /// The variables of the finished rule or question.
  var finished: [Variable] {
    variables.map { Variable(name: $0.name, sort: $0.sort ?? .entity) }
  }
}

extension Relation.Sort {
  /// What one thing of the sort is called.
  var noun: String {
    switch self {
    case .entity: "a name"
    case .number: "a number"
    case .date: "a date"
    case .any: "anything"
    }
  }
}
