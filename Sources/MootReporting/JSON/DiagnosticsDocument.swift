public import MootLanguage

/// Diagnostics as JSON (`moot.diagnostics/1`).
public func json(
  of diagnostics: [Diagnostic], in sources: [SourceFile], receipt: Receipt
) -> String {
  var places = PlaceFinder(in: sources)
  return jsonText(
    DiagnosticsDocument(
      diagnostics: diagnostics.map { DiagnosticDocument($0, &places) },
      errors: diagnostics.count { $0.severity == .error },
      warnings: diagnostics.count { $0.severity == .warning }, receipt: receipt))
}

/// Diagnostics as commands for GitHub's log.
public func githubText(of diagnostics: [Diagnostic], in sources: [SourceFile]) -> String {
  var places = PlaceFinder(in: sources)
  return diagnostics.reduce(into: "") { text, diagnostic in
    let help = diagnostic.help.map { "\nhelp: " + $0 } ?? ""
    text += githubCommand(
      diagnostic.severity.rawValue, at: places.place(of: diagnostic.span), title: diagnostic.code,
      message: diagnostic.message + help)
  }
}

/// A command that marks a place of a file in GitHub's log.
func githubCommand(
  _ command: String, at place: PlaceDocument, title: String, message: String
) -> String {
  let column = place.line == place.endLine ? ",endColumn=\(place.endColumn)" : ""
  let properties =
    "file=\(escapedProperty(place.file)),line=\(place.line),endLine=\(place.endLine),"
    + "col=\(place.column)\(column),title=\(escapedProperty(title))"
  return "::\(command) \(properties)::\(escapedData(message))\n"
}

private func escapedData(_ text: String) -> String {
  text.replacingScalars { $0 == "%" ? "%25" : nil }.escapingControls { scalar in
    switch scalar {
    case "\r": "%0D"
    case "\n": "%0A"
    default: String(scalar).withControlsEscaped
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

  init(_ diagnostic: Diagnostic, _ places: inout PlaceFinder) {
    code = diagnostic.code
    severity = diagnostic.severity.rawValue
    message = diagnostic.message
    place = places.place(of: diagnostic.span)
    notes = diagnostic.notes.map {
      NoteDocument(message: $0.message, place: places.place(of: $0.span))
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
struct PlaceDocument: Encodable {
  /// The name of the file.
  let file: String
  /// The line it begins in.
  let line: Int
  /// The column it begins in.
  let column: Int
  /// The line it ends in.
  let endLine: Int
  /// The column behind its end.
  let endColumn: Int
}

/// Finds places in files, one after another.
struct PlaceFinder {
  private let sources: [SourceFile]
  private var finders: [PositionFinder?]

  /// Prepares to find places in files.
  init(in sources: [SourceFile]) {
    self.sources = sources
    finders = Array(repeating: nil, count: sources.count)
  }

  /// Where a span is.
  mutating func place(of span: SourceSpan) -> PlaceDocument {
    let source = sources[Int(span.file)]
    var finder = finders[Int(span.file)] ?? PositionFinder(of: source)
    let start = finder.position(at: Int(span.lower))
    let end = finder.position(at: Int(span.upper))
    finders[Int(span.file)] = finder
    return PlaceDocument(
      file: source.name, line: start.line, column: start.column, endLine: end.line,
      endColumn: end.column)
  }
}
