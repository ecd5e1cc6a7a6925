/// Collects diagnostics, up to a number nobody reads beyond.
struct DiagnosticLog {
  /// The diagnostics so far.
  private(set) var entries: [Diagnostic] = []
  /// How many more there were.
  private(set) var suppressed = 0

  /// How many diagnostics are kept.
  static let limit = 1000

  /// Whether further diagnostics are only counted.
  var isFull: Bool { entries.count >= Self.limit }

  /// Whether any diagnostic is an error.
  var hasError: Bool { entries.contains { $0.severity == .error } }

  /// Adds a diagnostic, unless it follows from one that was reported elsewhere.
  mutating func report(_ diagnostic: Diagnostic) {
    if diagnostic.isConsequence { return }
    if isFull { suppressed += 1 } else { entries.append(diagnostic) }
  }

  /// Adds diagnostics.
  mutating func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { report(diagnostic) }
  }

  /// The log with a last diagnostic, which is kept even where no other would be.
  func closed(with diagnostic: Diagnostic) -> DiagnosticLog {
    var log = self
    log.entries.append(diagnostic)
    log.suppressed = 0
    return log
  }

  /// The diagnostics in the order of the sources.
  var inSourceOrder: [Diagnostic] {
    entries.enumerated().sorted { left, right in
      let (a, b) = (left.element.span, right.element.span)
      return (a.file, a.lower, a.upper, left.offset) < (b.file, b.lower, b.upper, right.offset)
    }.map(\.element)
  }
}
