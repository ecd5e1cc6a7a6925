public import MootLanguage

/// Two outcomes of one rule base held beside each other: without what is supposed, and with it.
public struct Contrast: Sendable {
  /// The outcome without what is supposed.
  public private(set) var before: Outcome
  /// The outcome with it; its program knows all values of both.
  public private(set) var after: Outcome
  /// What an evaluation and an explanation may use up.
  public let limits: Limits

  /// Evaluates a rule base without some changes and with them.
  ///
  /// - Parameters:
  ///   - given: What is supposed in both outcomes; of it, the changes may take assumptions back.
  ///   - date: The date of a question that has one of its own; a date among the changes goes before it.
  ///   - sentences: What is going to be asked of both outcomes, so that no more is evaluated than that, and what
  ///     the changes reach; `nil` for everything.
  public init(
    of program: Program, given: [Change] = [], changes: [Change], asOf date: CalendarDate? = nil,
    asking sentences: [Sentence]? = nil, limits: Limits = Limits()
  ) {
    self.limits = limits
    let dated = date.map { [Change.asOf($0)] } ?? []
    let kept = given.filter { known in !changes.contains { $0.takesBack(known) } }
    let earlier = Scenario(program, changes: dated + given)
    let theory = Theory(earlier)
    let slice = sentences.flatMap { sentences in
      TheorySlice(
        of: program, for: sentences, theory,
        and: Theory(Scenario(program, changes: dated + kept + changes)),
        differingBy: changes + given.filter { known in changes.contains { $0.takesBack(known) } })
    }
    before = evaluate(earlier, theory, slice, limits: limits)
    let later = Scenario(
      program.extended(with: before.program.values), changes: dated + kept + changes)
    after = evaluate(later, Theory(later), slice, limits: limits)
  }

  /// The program that has words for all of both outcomes.
  public var program: Program { after.program }

  /// The literals whose grade changes, undercutters and preferences left out, in the order of predicates and of
  /// what they are about: those of the outcome without the changes first.
  ///
  /// - Parameter most: how many are listed at most; the others are counted.
  public func differences(atMost most: Int = .max) -> (listed: [Difference], omitted: Int) {
    var lists: [[Difference]] = [[], []]
    var omitted = 0
    func note(_ difference: @autoclosure () -> Difference, in list: Int) {
      if lists[0].count + lists[1].count < most {
        lists[list].append(difference())
      } else {
        omitted += 1
      }
    }
    var tables = after.tables
    before.visitConclusions { predicate, arguments, grade in
      let other = tables.grade(predicate, arguments)
      if other != grade {
        note(Difference(predicate, arguments, before: grade, after: other), in: 0)
      }
      return true
    }
    tables = before.tables
    after.visitConclusions { predicate, arguments, grade in
      if tables.grade(predicate, arguments) == .none {
        note(Difference(predicate, arguments, before: .none, after: grade), in: 1)
      }
      return true
    }
    let inquiry = Inquiry(after, limits: limits)
    let listed = lists.flatMap { $0.sorted { inquiry.precedes($0.literal, $1.literal) } }
    return (listed, omitted)
  }

  /// The answers to a sentence in both outcomes, one pair for each instance that is at all arguable in one of
  /// them.
  ///
  /// Where a limit leaves some of them out, the outcomes say so from then on.
  ///
  /// - Parameter question: The index of the question that asks it, where one does.
  public mutating func answers(
    to sentence: Sentence, variables: [Variable], question: Int?
  ) -> [AnswerPair] {
    let earlier = before.answers(
      to: sentence, variables: variables, question: question, limits: limits, inPairs: true)
    let later = after.answers(
      to: sentence, variables: variables, question: question, limits: limits, inPairs: true)
    let (before, after, limits) = (before, after, limits)
    lazy var inquiryBefore = Inquiry(before, limits: limits)
    lazy var inquiryAfter = Inquiry(after, limits: limits)
    let places = Dictionary(
      zip(later.map(\.literal), later.indices), uniquingKeysWith: { first, _ in first })
    let known = Set(earlier.map(\.literal))
    let pairs = earlier.map { answer in
      AnswerPair(
        before: answer,
        after: places[answer.literal].map { later[$0] }
          ?? after.answer(unlisted: answer, inquiryAfter))
    }
    return pairs
      + later.filter { !known.contains($0.literal) }.map { answer in
        AnswerPair(before: before.answer(unlisted: answer, inquiryBefore), after: answer)
      }
  }
}

extension Difference {
  fileprivate init(
    _ predicate: SignedPredicate, _ arguments: [UInt32], before: GradeInterval,
    after: GradeInterval
  ) {
    literal = Literal(predicate, arguments.map { ValueID(raw: $0) })
    (self.before, self.after) = (before, after)
  }
}

extension [Table] {
  /// The grade of a literal; an index is made with the first one asked for.
  fileprivate mutating func grade(
    _ predicate: SignedPredicate, _ arguments: [UInt32]
  ) -> GradeInterval {
    let table = Int(predicate.predicate.raw)
    guard table < count, let row = self[table].row(of: arguments) else { return .none }
    return self[table].standing(row, isPositive: predicate.isPositive).interval
  }
}

/// A literal whose grade changes.
public struct Difference: Sendable {
  /// The literal.
  public let literal: Literal
  /// Its grade without what is supposed.
  public let before: GradeInterval
  /// Its grade with it.
  public let after: GradeInterval
}

/// The answers to one question, or to one instance of it, without what is supposed and with it.
public struct AnswerPair: Sendable {
  /// The answer without what is supposed.
  public let before: Answer
  /// The answer with it.
  public let after: Answer

  /// Whether another verdict comes out, or the same one by another grade.
  public var isChanged: Bool {
    before.verdict != after.verdict || before.grade != after.grade
      || before.contrary != after.contrary || before.isNotForbidden != after.isNotForbidden
      || before.restsOnInconsistency != after.restsOnInconsistency
  }
}

extension Outcome {
  /// The answer to an instance that is arguable in another outcome, and in this one not.
  fileprivate func answer(unlisted other: Answer, _ inquiry: @autoclosure () -> Inquiry) -> Answer {
    guard other.literal.isKnown(to: program) else {
      return Answer(
        question: other.question, literal: other.literal, bindings: other.bindings, asOf: asOf,
        verdict: .unsupported, grade: .none, contrary: .none, isNotForbidden: false,
        isProhibitionArguable: false, restsOnInconsistency: false, supporting: [], opposing: [])
    }
    let inquiry = inquiry()
    inquiry.begin()
    return inquiry.answer(to: other.literal, question: other.question, bindings: other.bindings)
  }
}

extension Literal {
  /// Whether a program has all its values.
  func isKnown(to program: Program) -> Bool {
    arguments.allSatisfy { $0 == .none || Int($0.raw) < program.values.count }
  }
}
