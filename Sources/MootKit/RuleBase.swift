public import MootLanguage
public import MootReasoning

/// Rules and facts, read and checked: what a program that embeds Moot holds on to.
///
/// ```swift
/// let rules = try RuleBase(
///   """
///   relation ?shop is closed
///   action ?shop trade(s)
///   rule closed-shops-do-not-trade
///     if ?shop is closed
///     then ?shop must not trade
///   """)
/// ```
///
/// A value: copies share what they have in common, and facts added to one are not in the other.
public struct RuleBase: Sendable {
  /// The checked program, with its facts.
  public internal(set) var program: Program
  /// What is legal but suspicious, in the order of the texts.
  public internal(set) var warnings: [Diagnostic]
  /// What every answer, and every table that is added, may use up at most.
  public var limits: Limits
  /// Whether sentences are typed in the arrow notation of the field.
  let isTheory: Bool

  /// Reads one text.
  ///
  /// - Parameters:
  ///   - name: what messages call the text, and where the paths of its `use` lines start from; a name that
  ///     ends in `.dfl` makes it a theory in arrow notation.
  ///   - limits: what the reading may use up at most, and every answer after it.
  ///   - including: gives the text of a file that the text uses, by its path, or `nil` if there is none.
  /// - Throws: `RuleBaseError.unread` with all that is wrong with the text; `.limit`.
  public init(
    _ text: String, named name: String = "rules.moot", limits: Limits = Limits(),
    including: (_ path: String) -> String? = { _ in nil }
  ) throws(RuleBaseError) {
    try self.init([(name, text)], limits: limits, including: including)
  }

  /// Reads several texts that belong together.
  ///
  /// - Parameters:
  ///   - texts: each with its name; either all end in `.dfl` or none does.
  ///   - limits: what the reading may use up at most, and every answer after it.
  ///   - including: gives the text of a file that the texts use, by its path, or `nil` if there is none.
  /// - Throws: `RuleBaseError.unread` with all that is wrong with the texts; `.limit`.
  public init(
    _ texts: [(name: String, text: String)], limits: Limits = Limits(),
    including: (_ path: String) -> String? = { _ in nil }
  ) throws(RuleBaseError) {
    self.limits = limits
    let limits = limits.begun
    let watch = Watch { limits.reached == nil }
    let sources = texts.map { SourceFile(name: $0.name, bytes: Array($0.text.utf8)) }
    isTheory = sources.contains { $0.name.hasSuffix(".dfl") }
    if isTheory {
      if let other = sources.first(where: { !$0.name.hasSuffix(".dfl") }) {
        throw .mixedNotations(other.name)
      }
      let (program, diagnostics) = loadTheory(sources, watch: watch)
      if watch.isStopped { throw .limit(limits.reached ?? .time) }
      guard let program else { throw .unread(Messages(diagnostics, sources)) }
      self.program = program
      warnings = diagnostics
    } else {
      let loaded = loadProgram(roots: sources, watch: watch) { path in
        including(path).map { .file(SourceFile(name: path, bytes: Array($0.utf8))) } ?? .notFound
      }
      if watch.isStopped { throw .limit(limits.reached ?? .time) }
      guard let program = loaded.program else {
        throw .unread(Messages(loaded.diagnostics, loaded.sources))
      }
      self.program = program
      warnings = loaded.diagnostics
    }
  }

  /// Adds the facts of a table or a JSON document; when anything is wrong with it, nothing is added.
  ///
  /// ```swift
  /// try rules.appendFacts("shop\nArbat", named: "closed.csv")
  /// ```
  ///
  /// - Parameters:
  ///   - text: comma- or tab-separated rows, or JSON.
  ///   - name: the relation's key and the notation: `.csv` and `.tsv` begin with a line of hole names,
  ///     `.facts` is tab-separated without one, `.json` names the relations itself.
  /// - Throws: `RuleBaseError.unread` with all that is wrong with the text; `.limit`.
  public mutating func appendFacts(_ text: String, named name: String) throws(RuleBaseError) {
    try appendFacts(SourceFile(name: name, bytes: Array(text.utf8)))
  }

  /// Adds the facts of a table or a JSON document, given as bytes.
  public mutating func appendFacts(_ file: SourceFile) throws(RuleBaseError) {
    let limits = limits.begun
    let watch = Watch { limits.reached == nil }
    let diagnostics =
      file.name.hasSuffix(".json")
      ? program.appendFacts(fromJSON: file, watch: watch)
      : program.appendFacts(from: FactTable(reading: file), file: file, watch: watch)
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      let sources = program.sources
      program.withdrawLastSource()
      if watch.isStopped { throw .limit(limits.reached ?? .time) }
      throw .unread(Messages(diagnostics, sources))
    }
    warnings += diagnostics
  }
}
