/// Something to tell the author of a rule file, with the place it concerns.
public struct Diagnostic: Sendable {
  /// A stable code such as `unknown-sentence`, by which tests, editors and `moot help` know it.
  public let code: String
  /// How bad it is.
  public let severity: Severity
  /// What is wrong, in the author's words: lower case, no full stop.
  public let message: String
  /// The exact place.
  public let span: SourceSpan
  /// Other places that disagree with this one, or where it comes from.
  public let notes: [Note]
  /// The nearest thing that would be right.
  public let help: String?

  /// Creates a diagnostic.
  public init(
    code: String, severity: Severity, message: String, span: SourceSpan, notes: [Note] = [],
    help: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.span = span
    self.notes = notes
    self.help = help
  }

  /// How bad a diagnostic is.
  public enum Severity: String, Sendable {
    /// The program cannot be answered from.
    case error
    /// Legal, but suspicious.
    case warning
  }

  /// A second place, and what it has to do with the first.
  public struct Note: Sendable {
    /// What is to be seen there.
    public let message: String
    /// The place.
    public let span: SourceSpan

    /// Creates a note.
    public init(message: String, span: SourceSpan) {
      self.message = message
      self.span = span
    }
  }
}
