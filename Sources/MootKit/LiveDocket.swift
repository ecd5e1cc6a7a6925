public import MootLanguage
public import MootReasoning

/// Questions kept answered while single changes are made and taken back, in the words they were given in.
///
/// Made by `RuleBase.docket(asking:open:supposing:)`. In a hot loop use the numbers of changes and questions,
/// which are their places in the lists given; looking up words takes longer than the answer.
///
/// ```swift
/// docket.set(0, isMade: true)
/// docket.verdict(0)
/// ```
public struct LiveDocket {
  /// What is asked, as it was given.
  public let questions: [String]
  /// What can be made and taken back, as it was given.
  public let changes: [String]
  private var docket: Docket
  /// The numbers of the changes, by their words.
  private let numbers: [String: Int]

  init(_ docket: Docket, questions: [String], changes: [String]) {
    self.docket = docket
    self.questions = questions
    self.changes = changes
    numbers = Dictionary(
      changes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a change is made, by the words it was given in.
  ///
  /// ```swift
  /// docket["retract Arbat is closed"] = true
  /// ```
  ///
  /// Words that were not among the changes are a mistake of the program, which ends there, as it does when a
  /// limit is reached; `set(_:isMade:)` throws then.
  public subscript(change: String) -> Bool {
    get { isMade(number(of: change)) }
    set {
      do throws(RuleBaseError) {
        try set(number(of: change), isMade: newValue)
      } catch {
        preconditionFailure("\(error)")
      }
    }
  }

  /// The place of a change among those given; it must be one of them.
  public func number(of change: String) -> Int {
    guard let number = numbers[change] else {
      preconditionFailure("\"\(change)\" is none of the docket's changes")
    }
    return number
  }

  /// Whether a change is made.
  public func isMade(_ change: Int) -> Bool { docket.isMade(change) }

  /// Makes a change, or takes it back.
  ///
  /// - Throws: `RuleBaseError.limit` when something had to be instantiated for it and was too large; the
  ///   change is not made then. Changes that no aggregate, `every` or past state reads never throw.
  public mutating func set(_ change: Int, isMade: Bool) throws(RuleBaseError) {
    do throws(VerdictFunctionLimit) {
      try docket.set(change, isMade: isMade)
    } catch {
      throw .limit(error.kind)
    }
  }

  /// Makes a change that is not made, and takes back one that is.
  public mutating func toggle(_ change: Int) throws(RuleBaseError) {
    try set(change, isMade: !docket.isMade(change))
  }

  /// What comes of a question, by its place, as the changes stand.
  ///
  /// ```swift
  /// let finding = try docket.finding(0)
  /// ```
  ///
  /// - Throws: `RuleBaseError.limit` when the answer takes more than `RuleBase.limits`.
  public mutating func finding(_ question: Int) throws(RuleBaseError) -> Finding {
    do throws(VerdictFunctionLimit) {
      return try docket.finding(of: question)
    } catch {
      throw .limit(error.kind)
    }
  }

  /// The verdict on a question, by its place; `nil` where preferences go round in a circle.
  public mutating func verdict(_ question: Int) throws(RuleBaseError) -> Verdict? {
    switch try finding(question) {
    case .verdict(let verdict): verdict
    case .preferenceCycle: nil
    }
  }

  /// How well supported what a question asks is, by its place.
  public mutating func grade(_ question: Int) throws(RuleBaseError) -> GradeInterval {
    do throws(VerdictFunctionLimit) {
      return try docket.grade(of: question)
    } catch {
      throw .limit(error.kind)
    }
  }
}
