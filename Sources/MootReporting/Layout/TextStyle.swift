/// How stress is shown in plain text.
public struct TextStyle: Sendable {
  /// What begins and ends strong text.
  let strong: Mark
  /// What begins and ends faint text.
  let faint: Mark

  /// What is written around a stretch of text.
  struct Mark: Sendable {
    /// Before it.
    let start: String
    /// After it.
    let end: String
  }

  /// Whether it uses the escape sequences of terminals.
  public var isColored: Bool { !strong.start.isEmpty }

  /// No stress: for files, pipes and terminals that know none.
  public static let plain = TextStyle(
    strong: Mark(start: "", end: ""), faint: Mark(start: "", end: ""))

  /// The escape sequences of terminals.
  public static let ansi = TextStyle(
    strong: Mark(start: "\u{1B}[1m", end: "\u{1B}[22m"),
    faint: Mark(start: "\u{1B}[2m", end: "\u{1B}[22m"))

  /// A text with its stress, if it has any.
  func applied(to text: String, _ emphasis: Report.Emphasis) -> String {
    switch emphasis {
    case .none: text
    case .strong: strong.start + text + strong.end
    case .faint: faint.start + text + faint.end
    }
  }
}
