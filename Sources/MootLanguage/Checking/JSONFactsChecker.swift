/// Checks the facts of a JSON text against the relations they are about, and reads their values.
struct JSONFactsChecker {
  /// What was found wrong; only the first `mostErrors`, and how many more there were.
  private(set) var diagnostics: [Diagnostic] = []
  /// The rows of all relations, in the order of the text.
  private(set) var rows: [Row] = []
  /// The arguments of all rows, in the order of the relations' holes.
  private(set) var arguments: [Value] = []
  private let document: JSONDocument
  private let bytes: [UInt8]
  private let file: UInt32
  private let program: Program
  private let citations: [String: CitationID]
  private let watch: Watch
  private var errorCount = 0
  private static let mostErrors = 100

  /// A row: its arguments follow those of the row before it.
  struct Row {
    /// What it states.
    let target: FactTableTarget
    /// What it states besides.
    var circumstances = FactTableChecker.Circumstances()
    /// Where it stands.
    let span: SourceSpan
  }

  /// A member of an object.
  private struct Member {
    /// What its key says.
    let name: String
    /// The key.
    let key: Int
    /// The value.
    let value: Int
  }

  /// Creates a checker of the values of a file, for as long as the watch lets it.
  init(
    _ document: JSONDocument, source: SourceFile, file: UInt32, program: Program, watch: Watch
  ) {
    self.document = document
    bytes = source.bytes
    self.file = file
    self.program = program
    self.watch = watch
    citations = Dictionary(
      program.citations.enumerated().map { ($1.key, CitationID(raw: UInt32($0))) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Checks all rows of an object of the text; when it is stopped, that is all it says.
  ///
  /// ```
  /// facts ::= "{" [ key ":" "[" [ row { "," row } ] "]" { "," … } ] "}"
  /// ```
  mutating func check(_ facts: Int) {
    guard document.nodes[facts].kind == .object else {
      return report(.badFactsShape("an object with the keys of relations", at: span(of: facts)))
    }
    for member in distinctMembers(of: facts) { check(member) }
    guard !watch.isStopped else {
      diagnostics = [.readingStopped(at: SourceSpan(file, 0, 0))]
      return
    }
    diagnostics.sort { $0.span.lower < $1.span.lower }
    if errorCount > Self.mostErrors, let last = diagnostics.last {
      diagnostics.append(.moreErrors(errorCount - Self.mostErrors, span: last.span))
    }
  }

  /// Checks the rows of one relation.
  private mutating func check(_ member: Member) {
    guard document.nodes[member.value].kind == .array else {
      return report(.badFactsShape("an array of rows", at: span(of: member.value)))
    }
    let rows = document.children(of: member.value)
    switch program.factTarget(named: member.name, width: rows.first.map(width) ?? 0) {
    case .target(let target):
      for row in rows where watch.goesOn(after: 1) { check(row, target) }
    case .unknown(let key, let nearest):
      report(.unknownFactsKey(key, nearest: nearest, at: span(of: member.key)))
    case .noAction(let prefix, let key):
      report(.modalTable(prefix.rawValue, of: key, span: span(of: member.key)))
    }
  }

  /// The number of values of a row.
  private func width(of row: Int) -> Int {
    switch document.nodes[row].kind {
    case .object: document.members(of: row).count
    case .array: document.children(of: row).count
    case .string, .number, .word: 0
    }
  }

  /// ```
  /// row ::= "[" [ scalar { "," scalar } ] "]" | "{" [ name ":" scalar { "," name ":" scalar } ] "}"
  /// ```
  private mutating func check(_ row: Int, _ target: FactTableTarget) {
    let relation = program[target.relation]
    switch document.nodes[row].kind {
    case .array:
      let values = document.children(of: row)
      guard values.count == relation.holes.count else {
        return report(
          .wrongValueCount(values.count, names: relation.holes.map(\.name), at: span(of: row)))
      }
      for (value, hole) in zip(values, relation.holes) { addArgument(value, hole) }
      rows.append(Row(target: target, span: span(of: row)))
    case .object: checkNamed(row, target, relation)
    case .string, .number, .word:
      report(.badFactsShape("a row, in [ ] or { },", at: span(of: row)))
    }
  }

  /// Checks a row whose values have the names of the holes.
  private mutating func checkNamed(_ row: Int, _ target: FactTableTarget, _ relation: Relation) {
    var values: [Int?] = Array(repeating: nil, count: relation.holes.count)
    var circumstances = FactTableChecker.Circumstances()
    var (from, until): (CalendarDate?, CalendarDate?)
    let names = relation.holes.map(\.name)
    for member in distinctMembers(of: row) {
      if let hole = names.firstIndex(of: member.name) {
        values[hole] = member.value
      } else if member.name == "from" {
        from = date(member)
      } else if member.name == "until" {
        until = date(member)
      } else if member.name == "cites" {
        circumstances.cites = citations(member.value)
      } else {
        let known = names + ["from", "until", "cites"].filter { !names.contains($0) }
        let suggestion = errorCount < Self.mostErrors ? nearest(to: member.name, in: known) : nil
        report(
          .unknownMember(
            member.name, of: relation.key, nearest: suggestion, names: known,
            at: span(of: member.key)))
      }
    }
    for (value, hole) in zip(values, relation.holes) {
      if let value {
        addArgument(value, hole)
      } else {
        report(.missingMember(hole.name, of: relation.key, at: span(of: row)))
      }
    }
    if let from, let until, until.lastDay < from.firstDay {
      report(.periodEndsBeforeItBegins(span: span(of: row)))
    }
    circumstances.period = Period(from: from, until: until)
    rows.append(Row(target: target, circumstances: circumstances, span: span(of: row)))
  }

  /// Adds what a row has for a hole.
  private mutating func addArgument(_ node: Int, _ hole: Relation.Hole) {
    if let value = value(of: node, as: hole.sort) {
      arguments.append(value)
    } else {
      report(.misfitValue(shown(node), of: hole.name, sort: hole.sort, at: span(of: node)))
    }
  }

  /// A value as a sort; dates and numbers may be strings, names must be.
  private func value(of node: Int, as sort: Relation.Sort) -> Value? {
    let isString = document.nodes[node].kind == .string
    guard isString || document.nodes[node].kind == .number else { return nil }
    let text = document.text(of: node, in: bytes)
    switch sort {
    case .entity: return isString && !text.isEmpty ? .entity(text) : nil
    case .number: return Value.number(readingJSON: text).map { .number($0) }
    case .date: return Value.date(reading: text.utf8).map { .date($0) }
    case .any:
      return isString ? .entity(text) : Value.number(readingJSON: text).map { .number($0) }
    }
  }

  /// Reads a date beside the holes.
  private mutating func date(_ member: Member) -> CalendarDate? {
    guard case .date(let date) = value(of: member.value, as: .date) else {
      report(
        .misfitValue(shown(member.value), of: member.name, sort: .date, at: span(of: member.value)))
      return nil
    }
    return date
  }

  /// ```
  /// cites ::= string | "[" [ string { "," string } ] "]"
  /// ```
  private mutating func citations(_ node: Int) -> [CitationID] {
    let isList = document.nodes[node].kind == .array
    var cited: [CitationID] = []
    for item in isList ? document.children(of: node) : [node] where watch.goesOn(after: 1) {
      guard document.nodes[item].kind == .string else {
        report(.badFactsShape("the key of a source", at: span(of: item)))
        continue
      }
      let text = document.text(of: item, in: bytes)
      for part in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == " " }) {
        let key = String(part)
        if let id = citations[key] {
          cited.append(id)
        } else {
          let suggestion = errorCount < Self.mostErrors ? nearest(to: key, in: citations.keys) : nil
          report(.unknownCitedSource(key, nearest: suggestion, span: span(of: item)))
        }
      }
    }
    return cited
  }

  /// The members of an object; complains of keys that come twice, and leaves these out.
  private mutating func distinctMembers(of object: Int) -> [Member] {
    var first: [String: Int] = [:]
    var members: [Member] = []
    for (key, value) in document.members(of: object) where watch.goesOn(after: 1) {
      let name = document.text(of: key, in: bytes)
      if let known = first[name] {
        report(.duplicateMember(name, at: span(of: key), first: span(of: known)))
      } else {
        first[name] = key
        members.append(Member(name: name, key: key, value: value))
      }
    }
    return members
  }

  /// Notes an error, of the first ones all of it.
  private mutating func report(_ diagnostic: Diagnostic) {
    errorCount += 1
    if errorCount <= Self.mostErrors { diagnostics.append(diagnostic) }
  }

  /// A value as it is quoted in a message.
  private func shown(_ node: Int) -> String {
    switch document.nodes[node].kind {
    case .object: "an object"
    case .array: "an array"
    case .string: "\"\(document.text(of: node, in: bytes))\""
    case .number, .word: document.text(of: node, in: bytes)
    }
  }

  /// The place of a value.
  private func span(of node: Int) -> SourceSpan {
    SourceSpan(file, document.nodes[node].lower, document.nodes[node].upper)
  }
}
