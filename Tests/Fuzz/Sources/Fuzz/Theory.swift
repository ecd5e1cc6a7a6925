import MootKit

@testable import MootLanguage

/// Theories in arrow notation: what is read can be written, what is written is read, and concludes the same; and
/// from there the way of every rule base.
func examineTheory(_ bytes: [UInt8]) {
  let source = SourceFile(name: "fuzz.dfl", bytes: bytes)
  let (program, diagnostics) = loadTheory([source])
  examine(diagnostics, in: [source])
  guard let program else {
    return claim(!diagnostics.isEmpty, "a theory is refused without a word")
  }
  examineArrows(of: program)
  var draws = Draws(from: bytes)
  examineAnswers(String(decoding: bytes, as: UTF8.self), named: "fuzz.dfl", &draws)
}

/// Claims that a program which can be written in arrow notation concludes the same when it is read again, and is
/// written the same.
///
/// A theory can always be written.
func examineArrows(of program: Program) {
  let (text, refused) = program.theoryText()
  let isTheory = if case .atom = program.relations.first?.wording { true } else { false }
  let errors = refused.filter { $0.severity == .error }
  guard errors.isEmpty else {
    return claim(!isTheory, "a theory cannot be written: \(errors.map(\.message))")
  }
  let copy = SourceFile(name: "fuzz.dfl", bytes: Array(text.utf8))
  let (reread, mistakes) = loadTheory([copy])
  guard let reread else {
    fatalError("claim: what is written cannot be read: \(mistakes.map(\.message))\n\(text)")
  }
  if isTheory {
    claim(reread.theoryText().text, equals: text, "writing twice is not writing once")
  }
  guard let conclusions = grades(of: program), let others = grades(of: reread) else { return }
  claim(others, equals: conclusions, "another theory is written:\n\(text)")
}
