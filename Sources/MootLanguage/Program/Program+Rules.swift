extension Program {
  /// The rules alone, to be tried on supposed facts: the program without its facts, questions and tests.
  ///
  /// Contentions stay, for they are rules; ids stay what they are.
  public var withoutFacts: Program {
    var program = self
    program.facts = FactList()
    program.particulars = ParticularsList(first: particulars[0])
    program.unknowns = []
    program.questions = []
    program.scenarios = []
    program.expectations = []
    return program
  }

  /// The first line of a rule: where a message about the whole rule points.
  public func firstLine(of rule: Rule) -> SourceSpan { firstLine(of: rule.span) }
}
