import MootKit

@testable import MootLanguage

/// Theories in arrow notation: what is read can be written, what is written is read, and concludes the same; or
/// it goes the way of every rule base.
func examineTheory(_ bytes: [UInt8]) {
  let source = SourceFile(name: "fuzz.dfl", bytes: bytes)
  let (program, diagnostics) = loadTheory([source])
  examine(diagnostics, in: [source])
  guard let program else {
    return claim(!diagnostics.isEmpty, "a theory is refused without a word")
  }
  var draws = Draws(from: bytes)
  if draws.below(2) == 0 {
    examineArrows(of: program)
  } else {
    examineAnswers(of: RuleBase(program), &draws)
  }
}

/// Claims that a program which can be written in arrow notation concludes the same when it is read again, and is
/// written the same.
///
/// A theory can always be written.
func examineArrows(of program: Program) {
  let (text, refused) = program.theoryText()
  let errors = refused.filter { $0.severity == .error }
  guard errors.isEmpty else {
    return claim(!program.isTheory, "a theory cannot be written: \(errors.map(\.message))")
  }
  let copy = SourceFile(name: "fuzz.dfl", bytes: Array(text.utf8))
  let (reread, mistakes) = loadTheory([copy])
  guard let reread else {
    fatalError("claim: what is written cannot be read: \(mistakes.map(\.message))\n\(text)")
  }
  if program.isTheory {
    claim(reread.theoryText().text, equals: text, "writing twice is not writing once")
  }
  guard let conclusions = grades(of: program), let others = grades(of: reread) else { return }
  claim(others, equals: conclusions, "another theory is written:\n\(text)")
}
