public import MootLanguage

/// Diagnostics as JSON (`moot.diagnostics/1`).
public func json(
  of diagnostics: [Diagnostic], in sources: [SourceFile], receipt: Receipt
) -> String {
  jsonText(
    DiagnosticsDocument(
      diagnostics: diagnostics.map { DiagnosticDocument($0, in: sources) },
      errors: diagnostics.count { $0.severity == .error },
      warnings: diagnostics.count { $0.severity == .warning }, receipt: receipt))
}

/// Diagnostics as commands for GitHub's log.
public func githubText(of diagnostics: [Diagnostic], in sources: [SourceFile]) -> String {
  diagnostics.reduce(into: "") { text, diagnostic in
    let help = diagnostic.help.map { "\nhelp: " + $0 } ?? ""
    text += githubCommand(
      diagnostic.severity.rawValue, source: sources[Int(diagnostic.span.file)],
      span: diagnostic.span, title: diagnostic.code, message: diagnostic.message + help)
  }
}

/// A command that marks a place of a file in GitHub's log.
func githubCommand(
  _ command: String, source: SourceFile, span: SourceSpan, title: String, message: String
) -> String {
  let start = source.position(at: Int(span.lower))
  let end = source.position(at: Int(span.upper))
  let column = start.line == end.line ? ",endColumn=\(end.column)" : ""
  let properties =
    "file=\(escapedProperty(source.name)),line=\(start.line),endLine=\(end.line),"
    + "col=\(start.column)\(column),title=\(escapedProperty(title))"
  return "::\(command) \(properties)::\(escapedData(message))\n"
}

private func escapedData(_ text: String) -> String {
  text.unicodeScalars.reduce(into: "") { escaped, scalar in
    switch scalar {
    case "%": escaped += "%25"
    case "\r": escaped += "%0D"
    case "\n": escaped += "%0A"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
}

private func escapedProperty(_ text: String) -> String {
  escapedData(text).unicodeScalars.reduce(into: "") { escaped, scalar in
    switch scalar {
    case ":": escaped += "%3A"
    case ",": escaped += "%2C"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
}

/// All diagnostics with the receipt.
private struct DiagnosticsDocument: Encodable {
  let schema = "moot.diagnostics/1"
  let diagnostics: [DiagnosticDocument]
  let errors: Int
  let warnings: Int
  let receipt: Receipt
}

/// One diagnostic in JSON.
private struct DiagnosticDocument: Encodable {
  let code: String
  let severity: String
  let message: String
  let place: PlaceDocument
  let notes: [NoteDocument]
  let help: String?

  init(_ diagnostic: Diagnostic, in sources: [SourceFile]) {
    code = diagnostic.code
    severity = diagnostic.severity.rawValue
    message = diagnostic.message
    place = PlaceDocument(diagnostic.span, in: sources)
    notes = diagnostic.notes.map {
      NoteDocument(message: $0.message, place: PlaceDocument($0.span, in: sources))
    }
    help = diagnostic.help
  }
}

/// A second place in JSON.
private struct NoteDocument: Encodable {
  let message: String
  let place: PlaceDocument
}

/// A stretch of a file in JSON; lines and columns count from 1, the end is behind the last character.
private struct PlaceDocument: Encodable {
  let file: String
  let line: Int
  let column: Int
  let endLine: Int
  let endColumn: Int

  init(_ span: SourceSpan, in sources: [SourceFile]) {
    let source = sources[Int(span.file)]
    let start = source.position(at: Int(span.lower))
    let end = source.position(at: Int(span.upper))
    file = source.name
    line = start.line
    column = start.column
    endLine = end.line
    endColumn = end.column
  }
}
