import MootReporting

@testable import MootLanguage

/// Puts diagnostics into words in every form, which none may fail at; each points into its file.
func examine(_ diagnostics: [Diagnostic], in sources: [SourceFile]) {
  var printer = DiagnosticPrinter(sources: sources, style: .plain)
  for diagnostic in diagnostics.prefix(3) {
    for span in [diagnostic.span] + diagnostic.notes.map(\.span) {
      claim(Int(span.file) < sources.count, "\(diagnostic.code) is in no file")
      claim(span.lower <= span.upper, "\(diagnostic.code) ends before it begins")
      let size = sources[Int(span.file)].bytes.count
      claim(Int(span.upper) <= size, "\(diagnostic.code) ends behind its file")
    }
    examine(printed: printer.text(of: diagnostic))
  }
}

/// Puts diagnostics into the forms that other programs read.
func examineDocuments(of diagnostics: [Diagnostic], in sources: [SourceFile]) {
  let document = json(
    of: diagnostics, in: sources, receipt: Receipt(asOf: nil, of: sources))
  claim(isJSON(Array(document.utf8)), "no JSON: \(document)")
  let lines = githubText(of: diagnostics, in: sources).split(separator: "\n")
  claim(lines.count, equals: diagnostics.count, "a command for a log goes over its line")
}

/// A text for a terminal has no characters that do something to it, or turn the direction of writing.
func examine(printed text: String) {
  let isHarmless = text.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) }
  guard !isHarmless else { return }
  for scalar in text.unicodeScalars where scalar != "\n" {
    claim(!scalar.isControl, "a control is printed: \(text.debugDescription)")
  }
}
