extension SentenceReader {
  /// Reads one change; a preference gets the predicate it needs.
  mutating func change(_ range: TokenRange, of tree: SyntaxTree) throws(Diagnostic) -> Change {
    var parser = Parser(reading: range, of: tree, with: lexicon)
    var scope = Scope()
    switch try parser.change() {
    case .assume(let words):
      return .assume(
        try sentence(words, of: tree, in: &scope, admitting: .values("an assumption")))
    case .retract(let words):
      return .retract(try sentence(words, of: tree, in: &scope, admitting: .all))
    case .without(let name):
      return .without(try rule(name, of: tree))
    case .prefer(let preferred, let over):
      let (first, second) = (try rule(preferred, of: tree), try rule(over, of: tree))
      if first == second {
        throw .selfPreference(lexicon.text(of: tree[over].symbol), at: tree.span(of: over))
      }
      _ = metaPredicate(.precedence(first: min(first, second), second: max(first, second)))
      return .prefer(first, over: second)
    case .asOf(let date):
      guard let day = Value.date(reading: lexicon.bytes(of: tree[date].symbol)) else {
        throw .badDate(lexicon.text(of: tree[date].symbol), at: tree.span(of: date))
      }
      return .asOf(day)
    case .onArguments(let name):
      return .onArguments(of: try speaker(name, of: tree))
    }
  }

  /// Reads changes that are joined by `and`, a word that sentences may have too: as few changes as read.
  ///
  ///     changes = change, { "and", change }
  mutating func changes(_ range: TokenRange, of tree: SyntaxTree) throws(Diagnostic) -> [Change] {
    let joints = range.indices.filter { index in
      let token = tree.tokens[index]
      return token.kind == .word && lexicon.keyword(of: token.symbol) == .and
        && index > Int(range.lower) && index < Int(range.upper) - 1
    }
    if joints.isEmpty { return [try change(range, of: tree)] }
    if let changes = fewestChanges(range, joints: joints, of: tree) { return changes }
    let starts = [range.lower] + joints.map { UInt32($0) + 1 }
    let ends = joints.map { UInt32($0) } + [range.upper]
    let pieces = zip(starts, ends).map { TokenRange(lower: $0, upper: $1) }
    guard pieces.contains(where: { attempt($0, of: tree) != nil }) else {
      return [try change(range, of: tree)]
    }
    return try pieces.map { piece throws(Diagnostic) in try change(piece, of: tree) }
  }

  /// The way to read the words before a joint: the last change, and where it begins.
  private struct Division {
    /// The number of changes.
    let count: Int
    /// The last change.
    let change: Change
    /// The joint before the last change, counted from 1; 0 for none.
    let start: Int
  }

  /// The smallest number of changes that some words can be read as.
  private mutating func fewestChanges(
    _ range: TokenRange, joints: [Int], of tree: SyntaxTree
  ) -> [Change]? {
    // With very many joints, only those nearest to a joint are tried as its other end.
    let reach = joints.count > 24 ? 2 : joints.count + 1
    let ends = joints.map { UInt32($0) } + [range.upper]
    var best: [Division?] = []
    for (index, end) in ends.enumerated() {
      var found: Division?
      for start in max(0, index + 1 - reach)...index {
        let earlier = start == 0 ? 0 : best[start - 1]?.count
        guard let earlier, found.map({ earlier + 1 < $0.count }) ?? true else { continue }
        let lower = start == 0 ? range.lower : ends[start - 1] + 1
        guard lower < end else { continue }
        if let change = attempt(TokenRange(lower: lower, upper: end), of: tree) {
          found = Division(count: earlier + 1, change: change, start: start)
        }
      }
      best.append(found)
    }
    var changes: [Change] = []
    var place = ends.count
    while place > 0 {
      guard let division = best[place - 1] else { return nil }
      changes.append(division.change)
      place = division.start
    }
    return changes.reversed()
  }

  /// The change that some words are, if they are one.
  private mutating func attempt(_ range: TokenRange, of tree: SyntaxTree) -> Change? {
    guard !range.isEmpty else { return nil }
    let budget = suggestionBudget
    suggestionBudget = 0
    defer { suggestionBudget = budget }
    return try? change(range, of: tree)
  }

  /// The rule, contention or preference with a name.
  private mutating func rule(
    _ name: TokenIndex, of tree: SyntaxTree
  ) throws(Diagnostic) -> RuleID {
    let text = lexicon.text(of: tree[name].symbol)
    if let id = rule(named: text) { return id }
    let near =
      suggestionBudget > 0
      ? nearestName(to: text, among: program.rules.lazy.map(\.name)) : nil
    throw .unknownName("rule", text, nearest: near, at: tree.span(of: name))
  }

  /// The speaker with a name.
  private func speaker(_ name: TokenIndex, of tree: SyntaxTree) throws(Diagnostic) -> SpeakerID {
    let text = lexicon.text(of: tree[name].symbol)
    if let index = program.speakers.firstIndex(where: { $0.name == text }) {
      return SpeakerID(raw: UInt32(index))
    }
    let near = nearestName(to: text, among: program.speakers.map(\.name))
    throw .unknownName("speaker", text, nearest: near, at: tree.span(of: name))
  }
}
