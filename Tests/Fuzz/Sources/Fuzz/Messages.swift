import Foundation
import MootReporting

@testable import MootLanguage

/// Claims that diagnostics point into their files, and puts one of them into words, which none may fail at.
///
/// Which one is drawn from the last file.
func examine(_ diagnostics: [Diagnostic], in sources: [SourceFile]) {
  for diagnostic in diagnostics {
    for span in [diagnostic.span] + diagnostic.notes.map(\.span) {
      claim(Int(span.file) < sources.count, "\(diagnostic.code) is in no file")
      claim(span.lower <= span.upper, "\(diagnostic.code) ends before it begins")
      let size = sources[Int(span.file)].bytes.count
      claim(Int(span.upper) <= size, "\(diagnostic.code) ends behind its file")
    }
  }
  guard !diagnostics.isEmpty else { return }
  var draws = Draws(from: sources.last?.bytes ?? [])
  var printer = DiagnosticPrinter(sources: sources, style: .plain)
  examine(printed: printer.text(of: diagnostics[draws.below(diagnostics.count)]))
}

/// Puts diagnostics into the forms that other programs read, and claims that these say what the text says.
func examineDocuments(of diagnostics: [Diagnostic], in sources: [SourceFile]) {
  let document = json(
    of: diagnostics, in: sources, receipt: Receipt(asOf: nil, of: sources))
  guard let copy = try? JSONDecoder().decode(DiagnosticsCopy.self, from: Data(document.utf8)) else {
    fatalError("claim: no JSON: \(document)")
  }
  claim(copy.errors + copy.warnings, equals: diagnostics.count, "other diagnostics in JSON")
  claim(copy.diagnostics.count, equals: diagnostics.count, "other diagnostics in JSON")
  var printer = DiagnosticPrinter(sources: sources, style: .plain)
  for (copy, diagnostic) in zip(copy.diagnostics, diagnostics) {
    let text = printer.text(of: diagnostic)
    claim(text.utf8.starts(with: copy.headline.utf8), "\(copy.headline) is in text\n\(text)")
  }
  let lines = githubText(of: diagnostics, in: sources).split(separator: "\n")
  claim(lines.count, equals: diagnostics.count, "a command for a log goes over its line")
}

/// Diagnostics as they are read from JSON.
private struct DiagnosticsCopy: Decodable {
  let diagnostics: [Entry]
  let errors: Int
  let warnings: Int

  /// One diagnostic.
  struct Entry: Decodable {
    let code: String
    let severity: String
    let message: String
    let place: Place

    /// The line it begins with in text.
    var headline: String {
      "\(place.file.withControlsEscaped):\(place.line):\(place.column): "
        + "\(severity): \(message.withControlsEscaped) [\(code)]\n"
    }
  }

  /// Where it is.
  struct Place: Decodable {
    let file: String
    let line: Int
    let column: Int
  }
}

/// A text for a terminal has no characters that do something to it, or turn the direction of writing.
func examine(printed text: String) {
  let isHarmless = text.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) }
  guard !isHarmless else { return }
  for scalar in text.unicodeScalars where scalar != "\n" {
    claim(!scalar.isControl, "a control is printed: \(text.debugDescription)")
  }
}
