public import MootLanguage

extension Outcome {
  /// The answers to a question of the program, by its index: one, or one for each instance that is at all
  /// arguable.
  ///
  /// Where a limit leaves some of them out, `stop` says so from then on.
  public mutating func answers(to question: Int, limits: Limits = Limits()) -> [Answer] {
    let asked = program.questions[question]
    return answers(
      to: asked.sentence, variables: asked.variables, question: question, limits: limits)
  }

  /// The answers to a sentence asked directly, whose variables are those given.
  ///
  /// Where a limit leaves some of them out, `stop` says so from then on.
  public mutating func answers(
    to sentence: Sentence, variables: [Variable], limits: Limits = Limits()
  ) -> [Answer] {
    answers(to: sentence, variables: variables, question: nil, limits: limits)
  }

  /// The answers to a sentence; fewer where those to each instance are told in pairs.
  mutating func answers(
    to sentence: Sentence, variables: [Variable], question: Int?, limits: Limits,
    inPairs: Bool = false
  ) -> [Answer] {
    let inquiry = Inquiry(self, limits: limits)
    let answers = inquiry.answers(
      to: sentence, variables: variables, question: question, inPairs: inPairs)
    if let kind = inquiry.reachedLimit {
      stop =
        stop
        ?? Stop(
          kind, inquiry.evaluation, in: .answering(count: answers.count), limits: limits)
    }
    return answers
  }

  /// The instances of a sentence that are argued and lose, so that they are not arguable at all; a few at
  /// most.
  public func lostInstances(of sentence: Sentence, limits: Limits = Limits()) -> [Literal] {
    let inquiry = Inquiry(self, limits: limits)
    let predicate = Int(sentence.predicate.predicate.raw)
    let highest = sentence.terms.flatMap(\.registers).max() ?? -1
    let unbound: [ValueID?] = Array(repeating: nil, count: highest + 1)
    var lost: [Literal] = []
    for row in inquiry.rows(of: predicate, matching: sentence, unbound) {
      let literal = Literal(
        sentence.predicate, tables[predicate].arguments(row).map { ValueID(raw: $0) })
      guard inquiry.standing(of: literal).upper == 0,
        !inquiry.instances(concluding: literal).isEmpty
      else { continue }
      lost.append(literal)
      if lost.count == 5 { break }
    }
    return lost
  }
}

/// Reads the answer to one literal off a finished evaluation.
struct Answering {
  private let inquiry: Inquiry

  /// Prepares to read off an inquiry.
  init(_ inquiry: Inquiry) { self.inquiry = inquiry }

  /// The answer for a literal.
  func answer(_ literal: Literal, question: Int?, bindings: [Answer.Binding]) -> Answer {
    let judgement = inquiry.judgement(of: literal)
    let disputes = Dispute(over: literal, inquiry)
    let prohibition = prohibition(against: literal)
    let isNotForbidden =
      judgement.grade.lower < .prevailing && prohibition.map { $0.upper < 2 } ?? false
    return Answer(
      question: question, literal: literal, bindings: bindings, asOf: inquiry.asOf,
      verdict: judgement.verdict, grade: judgement.grade, contrary: judgement.contrary,
      isNotForbidden: isNotForbidden,
      isProhibitionArguable: isNotForbidden && prohibition?.upper == 1,
      restsOnInconsistency: inquiry.hasInconsistency
        && Slice(of: literal, inquiry).restsOnInconsistency,
      supporting: sides(disputes.supporting), opposing: sides(disputes.opposing))
  }

  /// The standing of "must not a" where the literal is "may a".
  private func prohibition(against literal: Literal) -> Standing? {
    guard !literal.predicate.isPositive,
      case .prohibition = inquiry.program[literal.predicate.predicate].kind
    else { return nil }
    return inquiry.standing(of: literal.contrary)
  }

  /// One entry for each source that fires, strongest first.
  private func sides(_ arguments: [Dispute.Entry]) -> [Answer.Side] {
    var sides: [Answer.Side] = []
    for entry in arguments where entry.instance.grade.upper > 0 {
      let beatenBy = entry.fate == .beaten ? entry.defeats.map(\.winner) : []
      if let index = sides.firstIndex(where: { $0.source == entry.instance.source }) {
        let known = sides[index]
        sides[index] = Answer.Side(
          source: known.source, grade: max(known.grade, entry.grade.upper),
          instances: known.instances + 1,
          beatenBy: known.beatenBy.filter { beatenBy.contains($0) })
      } else {
        sides.append(
          Answer.Side(
            source: entry.instance.source, grade: entry.grade.upper, instances: 1,
            beatenBy: unique(beatenBy)))
      }
    }
    return sides.enumerated().sorted { first, second in
      (second.element.grade, first.offset) < (first.element.grade, second.offset)
    }.map(\.element)
  }

  private func unique(_ rules: [RuleID]) -> [RuleID] {
    var known: [RuleID] = []
    for rule in rules where !known.contains(rule) { known.append(rule) }
    return known
  }
}
