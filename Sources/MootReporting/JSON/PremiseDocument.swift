import MootLanguage
import MootReasoning

/// A premise or a member of an exception in JSON: `sentence` or `comparison`, and what it rests on.
struct PremiseDocument: Encodable {
  let sentence: String?
  let comparison: String?
  let standard: String?
  let basis: BasisDocument

  /// Creates the document of a condition.
  init(_ premise: Argument.Premise, in program: Program) {
    switch premise.content {
    case .literal(let literal):
      sentence = program.sentence(literal)
      comparison = nil
    case .comparison(let words):
      sentence = nil
      comparison = words
    case .pattern(let words):
      sentence = words
      comparison = nil
    }
    standard = premise.standard?.name
    basis = BasisDocument(premise.basis, in: program)
  }
}

/// What a condition rests on, in JSON; `kind` says which of the other fields are there.
struct BasisDocument: Encodable {
  let kind: String
  var sources: [SourceDocument]?
  var period: PeriodDocument?
  var butSee: [SourceDocument]?
  var grade: GradeDocument?
  var verdict: String?
  var section: Int?
  var parts: [PremiseDocument]?

  /// Creates the document of a basis.
  init(_ basis: Argument.Basis, in program: Program) {
    switch basis {
    case .fact(let index, let contraries):
      kind = "fact"
      sources = [SourceDocument(.fact(index), in: program)]
      let stated = program.particulars(ofFact: index).period
      period = stated == .always ? nil : PeriodDocument(stated)
      if !contraries.isEmpty { butSee = contraries.map { SourceDocument($0, in: program) } }
    case .assumed:
      kind = "assumed"
    case .conclusion(let interval, let conclusion, let index):
      kind = "conclusion"
      grade = GradeDocument(interval)
      verdict = conclusion.rawValue
      section = index
    case .uncontested(let rule, let interval):
      kind = "uncontested"
      sources = [SourceDocument(.rule(rule), in: program)]
      grade = GradeDocument(interval)
    case .computed:
      kind = "computed"
    case .gathered(let premises):
      kind = "gathered"
      parts = premises.map { PremiseDocument($0, in: program) }
    case .notShown:
      kind = "notShown"
    case .shownNot(let interval, let reasons, let index):
      kind = "shownNot"
      grade = GradeDocument(interval)
      sources = reasons.map { SourceDocument($0, in: program) }
      section = index
    case .leftOpenByDates:
      kind = "leftOpenByDates"
    }
  }
}
