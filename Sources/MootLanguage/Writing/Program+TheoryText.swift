extension Program {
  /// The program as a `.dfl` theory, the arrow notation of the field; reading it again concludes the same.
  ///
  /// What the notation cannot say is left out and listed in `refused`, in source order: as an error where
  /// conclusions depend on it, as a warning where it only asks or supposes something. What is said about
  /// rules and facts in words is kept in comments. "must a" is written `must:a`, "must not a" `must-not:a`,
  /// and "need not a" and "may a" as their contraries; an alternative set of premises, and what a rule for a
  /// duty is also a rule for, get rules of their own, with all preferences of theirs. A date is a quoted
  /// constant. Linear in the program, but for preferences among rules with many alternatives.
  public func theoryText() -> (text: String, refused: [Diagnostic]) {
    var writer = TheoryWriter(self)
    writer.write()
    return (writer.lines.map { $0 + "\n" }.joined(), writer.refused)
  }
}
