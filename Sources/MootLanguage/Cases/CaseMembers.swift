/// The members of a case in JSON, read as far as that takes no program.
struct CaseMembers {
  /// What the case calls itself.
  private(set) var name: CaseReading.Name?
  /// The date of its answers.
  private(set) var asOf: CalendarDate?
  /// Its facts.
  private(set) var facts: Facts?
  /// What it supposes.
  private(set) var changes: [Line] = []
  /// What is wrong.
  private(set) var diagnostics: [Diagnostic] = []
  private let document: JSONDocument
  private let source: SourceFile
  private let file: UInt32
  private static let names = ["id", "facts", "suppose", "asOf"]

  /// Facts, in one of two notations.
  enum Facts {
    /// By the keys of relations: an object of a text.
    case rows(Int, JSONDocument, SourceFile, file: UInt32)
    /// As sentences.
    case sentences([Line])
  }

  /// A sentence or change with its place.
  struct Line {
    /// Its words.
    let text: String
    /// Where it stands.
    let span: SourceSpan
  }

  /// Creates a reader of the members of a text.
  init(_ document: JSONDocument, source: SourceFile, file: UInt32) {
    self.document = document
    self.source = source
    self.file = file
  }

  /// Reads all members.
  ///
  /// ```
  /// case  ::= "{" [ member { "," member } ] "}"
  /// member ::= "id" ":" ( string | number ) | "facts" ":" ( facts | lines )
  ///          | "suppose" ":" lines | "asOf" ":" string
  /// lines ::= "[" [ string { "," string } ] "]"
  /// ```
  mutating func read() {
    guard document.nodes[0].kind == .object else {
      return report(.badCaseShape("a case, in { },", at: span(of: 0)))
    }
    var first: [String: Int] = [:]
    for (key, value) in document.members(of: 0) {
      let name = document.text(of: key, in: source.bytes)
      if let known = first[name] {
        report(.duplicateMember(name, at: span(of: key), first: span(of: known)))
      }
      first[name] = key
      read(name, key, value)
    }
  }

  private mutating func read(_ member: String, _ key: Int, _ value: Int) {
    switch member {
    case "id": name = readName(value)
    case "asOf": asOf = readDate(value)
    case "suppose": changes = readLines(value)
    case "facts":
      facts =
        document.nodes[value].kind == .array
        ? .sentences(readLines(value)) : .rows(value, document, source, file: file)
    default:
      report(
        .unknownCaseMember(member, nearest: nearest(to: member, in: Self.names), at: span(of: key)))
    }
  }

  private mutating func readName(_ node: Int) -> CaseReading.Name? {
    let text = document.text(of: node, in: source.bytes)
    switch document.nodes[node].kind {
    case .string: return .text(text)
    case .number:
      // It is written out again as it is, and what is beyond a double cannot be read by most.
      if Double(text)?.isFinite == true { return .number(text) }
      report(.badCaseShape("a text or a number of usual size", at: span(of: node)))
      return nil
    case .word where text == "null": return nil
    case .word, .array, .object:
      report(.badCaseShape("a text or a number", at: span(of: node)))
      return nil
    }
  }

  private mutating func readDate(_ node: Int) -> CalendarDate? {
    let text = document.text(of: node, in: source.bytes)
    switch document.nodes[node].kind {
    case .string, .number:
      if let date = Value.date(reading: text.utf8) { return date }
    case .word where text == "null": return nil
    case .word, .array, .object: break
    }
    report(.badCaseDate(at: span(of: node)))
    return nil
  }

  private mutating func readLines(_ node: Int) -> [Line] {
    guard document.nodes[node].kind == .array else {
      report(.badCaseShape("a list of sentences", at: span(of: node)))
      return []
    }
    var lines: [Line] = []
    for item in document.children(of: node) {
      guard document.nodes[item].kind == .string else {
        report(.badCaseShape("a sentence in quotation marks", at: span(of: item)))
        continue
      }
      lines.append(
        Line(text: document.text(of: item, in: source.bytes), span: span(of: item)))
    }
    return lines
  }

  private mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  private func span(of node: Int) -> SourceSpan {
    SourceSpan(file, document.nodes[node].lower, document.nodes[node].upper)
  }
}
