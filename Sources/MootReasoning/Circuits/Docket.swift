public import MootLanguage

/// Questions kept answered while changes are made and taken back one by one.
///
/// What the questions can depend on is instantiated once; after a change only what it reaches is decided
/// again, and every answer is exactly what evaluating afresh would give. A change that reaches into an
/// aggregate, an `every` or a past state instantiates anew instead, once for each combination of such
/// changes.
public struct Docket {
  /// What may be changed or not.
  public let changes: [Change]
  /// What is asked.
  public let questions: [Literal]
  private let scenario: Scenario
  private let limits: Limits
  /// The changes that cannot be instantiated for all choices, ascending.
  private let entangled: [Int]
  /// For each change, whether it is one of them.
  private let isEntangled: [Bool]
  private var isMade: [Bool]
  /// The instantiations made so far, but for the current one, by which of the entangled changes are made.
  private var parts: [[Bool]: AnsweringCircuit] = [:]
  private var current: AnsweringCircuit

  /// Instantiates what some literals can depend on, with none of the changes made.
  ///
  /// - Parameters:
  ///   - changes: anything but `.asOf`; made after those of `scenario`.
  ///   - questions: the literals asked.
  /// - Throws: `VerdictFunctionLimit` when the instantiation reaches a limit.
  public init(
    _ questions: [Literal], in scenario: Scenario, open changes: [Change],
    limits: Limits = Limits()
  ) throws(VerdictFunctionLimit) {
    self.changes = changes
    self.questions = questions
    self.scenario = scenario
    self.limits = limits
    isMade = Array(repeating: false, count: changes.count)
    let predicates = Set(questions.map { Int($0.predicate.predicate.raw) }).sorted()
    let opening = Opening(scenario, open: changes, askedOf: predicates)
    entangled = opening.entangled
    let known = Set(opening.entangled)
    isEntangled = changes.indices.map { known.contains($0) }
    current = try AnsweringCircuit(
      questions, in: scenario, changes, entangled: entangled, isMade: isMade, limits: limits,
      opening: entangled.isEmpty ? opening : nil)
  }

  /// Whether a change is made.
  public func isMade(_ change: Int) -> Bool { isMade[change] }

  /// Makes a change, or takes it back.
  ///
  /// - Throws: `VerdictFunctionLimit` when an instantiation that it asks for reaches a limit; the change is
  ///   not made then.
  public mutating func set(_ change: Int, isMade made: Bool) throws(VerdictFunctionLimit) {
    guard isMade[change] != made else { return }
    if isEntangled[change] { try move(to: change, isMade: made) }
    current.set(change, isMade: made)
    isMade[change] = made
  }

  /// Goes over to the instantiation with an entangled change made or not.
  private mutating func move(to change: Int, isMade made: Bool) throws(VerdictFunctionLimit) {
    var choice = isMade
    choice[change] = made
    let key = entangled.map { isMade[$0] }
    let next = entangled.map { choice[$0] }
    var other: AnsweringCircuit
    if let known = parts.removeValue(forKey: next) {
      other = known
    } else {
      other = try AnsweringCircuit(
        questions, in: scenario, changes, entangled: entangled, isMade: choice, limits: limits)
    }
    other.catchUp(with: choice)
    parts[key] = current
    current = other
  }

  /// The grade of a question, by its index, as the changes stand.
  public mutating func grade(of question: Int) throws(VerdictFunctionLimit) -> GradeInterval {
    // The literal itself is far away in memory, and seldom needed.
    if let standing = try current.standing(of: question) { return standing.interval }
    return current.settledStanding(of: questions[question]).interval
  }

  /// What comes of a question, by its index, as the changes stand.
  ///
  /// Preferences that go round in a circle are found where no open change reaches; elsewhere ask
  /// `VerdictFunction`, or evaluate afresh.
  public mutating func finding(of question: Int) throws(VerdictFunctionLimit) -> Finding {
    if let finding = try current.finding(of: question) { return finding }
    return current.settledFinding(of: questions[question])
  }
}
