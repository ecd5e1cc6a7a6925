public import MootLanguage

/// What is wrong with some texts, with the texts.
public struct Messages: Sendable, CustomStringConvertible {
  /// One entry for each thing that is wrong or suspicious, in the order of the texts.
  public let diagnostics: [Diagnostic]
  /// The texts.
  public let sources: [SourceFile]

  /// Puts diagnostics and the texts they point into together.
  init(_ diagnostics: [Diagnostic], _ sources: [SourceFile]) {
    self.diagnostics = diagnostics
    self.sources = sources
  }

  /// The messages as `moot` prints them: each with the line it is about, an empty line between two.
  public var description: String {
    var printer = DiagnosticPrinter(sources: sources, style: .plain)
    return diagnostics.map { printer.text(of: $0) }.joined(separator: "\n")
  }
}
