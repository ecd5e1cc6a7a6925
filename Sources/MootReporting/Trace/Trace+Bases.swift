import MootLanguage
import MootReasoning

/// What premises and exceptions say, and what they rest on.
extension Trace {
  /// A condition in words, with the standard of proof it names.
  func words(of premise: Argument.Premise) -> String {
    let standard = premise.standard?.standard ?? ""
    switch premise.content {
    case .literal(let literal): return standard + program.reading(literal)
    case .comparison(let words), .pattern(let words): return standard + words
    }
  }

  /// What a condition rests on, in words.
  mutating func note(of premise: Argument.Premise) -> String {
    switch premise.basis {
    case .fact(let index, let butSee):
      return note(ofFact: index, butSee: butSee, isCiting: true)
    case .assumed:
      return "supposed here"
    case .conclusion(_, let verdict, let section):
      return verdict.adjective + reference(to: section)
    case .uncontested(let id, let grade):
      let rule = program[id]
      let voice = program.voice(of: rule)
      let name = "\(grade.name): \(rule.name)" + (voice.isEmpty ? "" : " (\(voice))")
      return spaced(name, cite(rule.cites))
    case .gathered(let premises):
      return premises.isEmpty ? "there is none" : ""
    case .computed:
      return ""
    case .notShown:
      return "not shown"
    case .shownNot(let grade, let sources, let section):
      let contrary = premise.content.contraryInWords(in: program).map { ": " + $0 } ?? ""
      let reasons = sources.map { source in
        let voice = program.voice(of: source)
        let name = program.name(of: source) + (voice.isEmpty ? "" : ", " + voice)
        return spaced("(\(name))", cite(program.cites(of: source)))
      }
      let lead = grade.lower >= .prevailing ? "shown not" : "denied"
      let words = ([lead + contrary] + reasons).joined(separator: " ")
      return "\(words), \(grade.name)" + reference(to: section)
    case .leftOpenByDates:
      return "left open by the dates"
    }
  }

  /// A stated fact in words: its dates, through whom it reaches us, and what is said to the contrary.
  mutating func note(ofFact index: Int, butSee: [Argument.Source], isCiting: Bool) -> String {
    let particulars = program.particulars(ofFact: index)
    var words = spaced("fact", particulars.period.inWords)
    let voice = program.voice(of: particulars.attribution)
    if !voice.isEmpty { words += ", " + voice }
    if isCiting { words = spaced(words, cite(particulars.cites)) }
    let contraries = butSee.map { source in
      let cites = cite(program.cites(of: source))
      let voice = program.voice(of: source)
      guard cites.isEmpty || !voice.isEmpty else { return cites }
      return spaced(
        program.name(of: source) + (voice.isEmpty ? "" : " (\(voice))"), cites)
    }
    if !contraries.isEmpty { words += "; but see " + listed(contraries) }
    return words
  }

  /// The letter of a section.
  func label(of section: Int) -> String {
    explanation.sections[section].label ?? "what is asked"
  }

  /// The keys of what is cited, in brackets; they go into the list of sources.
  mutating func cite(_ cites: [CitationID]) -> String {
    cited.formUnion(cites)
    return program.brackets(cites)
  }

  private func reference(to section: Int?) -> String {
    guard let section else { return "" }
    return ": see " + label(of: section)
  }

  private func spaced(_ left: String, _ right: String) -> String {
    left.isEmpty || right.isEmpty ? left + right : left + " " + right
  }
}

extension Argument.Content {
  /// The contrary of a sentence, where that has words of its own.
  fileprivate func contraryInWords(in program: Program) -> String? {
    guard case .literal(let literal) = self else { return nil }
    if case .plain(let relation) = program[literal.predicate.predicate].kind,
      literal.predicate.isPositive
    {
      guard case .state(_, .some) = program[relation].wording else { return nil }
    }
    return program.reading(literal.contrary)
  }
}
