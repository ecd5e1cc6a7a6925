import MootLanguage
import MootReasoning

/// The evaluations of a rule base that a command needs: one for each date that is asked for.
struct Evaluation {
  /// The rule base.
  let program: Program
  /// What the user asked for.
  let arguments: Arguments
  /// What is supposed.
  let changes: [Change]
  /// What is going to be asked; `nil` for everything.
  private let asked: [Asked]?
  /// The outcomes so far, by date; the date of the files is `nil`.
  private var outcomes: [CalendarDate?: Outcome] = [:]

  /// Creates evaluations of a rule base, none of them made yet.
  ///
  /// - Parameter asked: what is going to be asked of them, and nothing else; `nil` for everything.
  init(
    of program: Program, _ arguments: Arguments, changes: [Change] = [],
    asking asked: [Asked]? = nil
  ) {
    self.program = program
    self.asked = asked
    self.changes = changes
    self.arguments = arguments
  }

  /// The outcome at the date of a question, or at the one the user named.
  mutating func outcome(for question: Question? = nil) throws(CommandFailure) -> Outcome {
    let date = date(of: question)
    if let outcome = outcomes[date] { return outcome }
    let scenario = Scenario(program, changes: (date.map { [.asOf($0)] } ?? []) + changes)
    let sentences = asked?.flatMap { $0.sentences(in: program) }
    let outcome =
      sentences.map { evaluate(scenario, asking: $0, limits: arguments.limits) }
      ?? evaluate(scenario, limits: arguments.limits)
    try outcome.requireOrderedPreferences()
    outcomes[date] = outcome
    return outcome
  }

  /// The date that a question is answered at; `nil` for that of the files.
  private func date(of question: Question?) -> CalendarDate? { arguments.asOf ?? question?.asOf }

  /// The answers to what is asked, with the outcome they are from, which says so where answering stopped.
  mutating func answers(
    to asked: Asked
  ) throws(CommandFailure) -> (outcome: Outcome, question: Question?, answers: [Answer]) {
    switch asked {
    case .everything:
      preconditionFailure("all questions are answered one by one")
    case .question(let index):
      let question = program.questions[index]
      var outcome = try outcome(for: question)
      let answers = outcome.answers(to: index, limits: arguments.limits)
      outcomes[date(of: question)] = outcome
      return (outcome, question, answers)
    case .sentence(let sentence, let variables):
      var outcome = try outcome()
      let answers = outcome.answers(
        to: sentence, variables: variables, limits: arguments.limits)
      outcomes[date(of: nil)] = outcome
      return (outcome, nil, answers)
    }
  }

  /// The outcome that a report speaks of: one that a limit stopped, if there is any.
  mutating func reportedOutcome() throws(CommandFailure) -> Outcome {
    if let stopped = outcomes.values.first(where: { $0.reachedLimit != nil }) { return stopped }
    return try outcome()
  }
}

extension Outcome {
  /// Fails where preferences certainly go round in a circle.
  func requireOrderedPreferences() throws(CommandFailure) {
    guard !preferenceCycles.isEmpty else { return }
    let lines = preferenceCycles.map { cycle in
      let steps = cycle.indices.map { place in
        let next = cycle[(place + 1) % cycle.count]
        return "\(program[cycle[place]].name) prevails over \(program[next].name)"
      }
      return "moot: preferences go round in a circle: \(steps.joined(separator: ", ").shown)\n"
    }
    throw CommandFailure(.badInput, messages: lines.joined())
  }

  /// How a command ends that printed what this outcome found.
  var exitCode: ExitCode { reachedLimit == nil ? .answered : .limit }
}
