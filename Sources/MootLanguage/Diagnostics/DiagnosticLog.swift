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
    if isFull { suppressed += 1 } else { entries.append(diagnostic.abridged) }
  }

  /// Adds diagnostics.
  mutating func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { report(diagnostic) }
  }

  /// The log without some diagnostics.
  func excusing(_ isExcused: (Diagnostic) -> Bool) -> DiagnosticLog {
    var log = self
    log.entries.removeAll(where: isExcused)
    return log
  }

  /// The log with a last diagnostic, which is kept even where no other would be.
  func closed(with diagnostic: Diagnostic) -> DiagnosticLog {
    var log = self
    log.entries.append(diagnostic)
    log.suppressed = 0
    return log
  }

  /// The diagnostics in the order of the sources.
  var inSourceOrder: [Diagnostic] { MootLanguage.inSourceOrder(entries) }
}

/// Diagnostics in the order of the sources; those of one place in the order they come.
public func inSourceOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  diagnostics.enumerated().sorted { left, right in
    let (a, b) = (left.element.span, right.element.span)
    return (a.file, a.lower, a.upper, left.offset) < (b.file, b.lower, b.upper, right.offset)
  }.map(\.element)
}

extension Diagnostic {
  /// The diagnostic with a message somebody can read, even where it quotes a text of a megabyte.
  fileprivate var abridged: Diagnostic {
    guard message.utf8.count > 400 || (help?.utf8.count ?? 0) > 400 else { return self }
    return Diagnostic(
      code: code, severity: severity, message: Self.abridged(message), span: span, notes: notes,
      help: help.map(Self.abridged))
  }

  /// A text without its middle.
  private static func abridged(_ text: String) -> String {
    guard text.utf8.count > 400 else { return text }
    let (start, end) = (text.unicodeScalars.prefix(160), text.unicodeScalars.suffix(60))
    return "\(String(start)) … \(String(end))"
  }
}
