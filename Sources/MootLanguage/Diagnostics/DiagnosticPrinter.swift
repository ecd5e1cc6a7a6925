/// Puts diagnostics into text for a person: the place, the message, the source line with the stretch
/// underlined, the notes, the help.
///
/// ```
/// rules.moot:7:6: error: no relation reads "Kvasov was aquitted" [unknown-sentence]
///   7 | fact Kvasov was aquitted
///     |      ^^^^^^^^^^^^^^^^^^^
///   help: did you mean "?person was acquitted"?
/// ```
public struct DiagnosticPrinter {
  private let sources: [SourceFile]
  private let style: Style
  private var finders: [PositionFinder?]

  /// How the text is decorated.
  public enum Style: Sendable {
    /// Characters only.
    case plain
    /// Colours, for terminals that know the ANSI sequences.
    case ansi
  }

  /// Creates a printer for diagnostics whose spans point into `sources`.
  public init(sources: [SourceFile], style: Style) {
    self.sources = sources
    self.style = style
    finders = Array(repeating: nil, count: sources.count)
  }

  /// The text of a diagnostic; it ends with a line feed.
  ///
  /// Control characters in the message and in the source are shown escaped.
  public mutating func text(of diagnostic: Diagnostic) -> String {
    let color: Color
    switch diagnostic.severity {
    case .error: color = .red
    case .warning: color = .yellow
    }
    var text = headline(
      diagnostic.severity.rawValue, color, diagnostic.message, code: diagnostic.code,
      span: diagnostic.span)
    text += excerpt(of: diagnostic.span, color)
    for note in diagnostic.notes {
      text += headline("note", .cyan, note.message, code: nil, span: note.span)
      text += excerpt(of: note.span, .cyan)
    }
    if let help = diagnostic.help {
      text += "  \(styled("help:", .cyan)) \(help.withControlsEscaped)\n"
    }
    return text
  }

  /// The colours of the ANSI style, by their sequences.
  private enum Color: String {
    case bold = "1"
    case red = "1;31"
    case yellow = "1;33"
    case cyan = "1;36"
    case faint = "2"
  }

  private mutating func headline(
    _ kind: String, _ color: Color, _ message: String, code: String?, span: SourceSpan
  ) -> String {
    var text = ""
    if let source = source(of: span) {
      let place = position(of: span)
      text += styled(
        "\(source.name.withControlsEscaped):\(place.line):\(place.column): ", .bold)
    }
    text += styled("\(kind):", color) + " " + styled(message.withControlsEscaped, .bold)
    if let code { text += styled(" [\(code)]", .faint) }
    return text + "\n"
  }

  private mutating func excerpt(of span: SourceSpan, _ color: Color) -> String {
    guard let source = source(of: span), !source.bytes.isEmpty else { return "" }
    let finder = finder(of: span.file)
    finders[Int(span.file)] = finder
    let table = finder.lines
    let line = table.line(at: min(Int(span.lower), source.bytes.count))
    let excerpt = SourceExcerpt(
      of: source.bytes, line: source.bytes(ofLine: line, lines: table), span: span)
    let number = String(line)
    let margin = String(repeating: " ", count: number.count)
    return "  \(styled("\(number) |", .faint)) \(excerpt.text)\n"
      + "  \(styled("\(margin) |", .faint)) "
      + String(repeating: " ", count: excerpt.indent)
      + styled(String(repeating: "^", count: excerpt.width), color) + "\n"
  }

  private func styled(_ text: String, _ color: Color) -> String {
    switch style {
    case .plain: text
    case .ansi: "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m"
    }
  }

  private func source(of span: SourceSpan) -> SourceFile? {
    Int(span.file) < sources.count ? sources[Int(span.file)] : nil
  }

  private mutating func position(of span: SourceSpan) -> SourcePosition {
    var finder = finder(of: span.file)
    defer { finders[Int(span.file)] = finder }
    return finder.position(at: Int(span.lower))
  }

  private func finder(of file: UInt32) -> PositionFinder {
    finders[Int(file)] ?? PositionFinder(of: sources[Int(file)])
  }
}
