import Foundation
import MootKit

@testable import MootLanguage
@testable import MootReasoning
@testable import MootReporting

extension Asking {
  /// Claims that the changes which flip a verdict can be typed as they are told, and lead to the verdict that is
  /// told for them; and that they are told in JSON as well.
  func examineFlips(of question: String, _ draws: inout Draws) throws(RuleBaseError) {
    let flips = try rules.flips(of: question, atMost: 1 + draws.below(2))
    tell(flips, &draws)
    let program = flips.value.outcome.program
    guard !program.isAtom(flips.answer.literal.predicate), !flips.value.all.isEmpty else { return }
    let place = draws.below(flips.value.all.count)
    let flip = flips.value.all[place]
    var changes = flip.changes.map { $0.change.typed(in: program) }
    if draws.below(4) == 0 {
      claim(typedFlips(inJSON: flips.json)[place], equals: changes, "other changes in JSON")
    }
    if let date = flips.value.outcome.asOf { changes.insert("as of \(date.text)", at: 0) }
    let sentence = program.text(
      of: flips.answer.literal.predicate, arguments: flips.answer.literal.arguments)
    let answer = try rules.answer(to: sentence, supposing: changes)
    guard answer.value.isComplete else { return }
    claim(
      answer.value.verdict ?? .unsupported, equals: flip.answer.verdict,
      "\(changes) lead to another verdict on \"\(sentence)\"")
  }

  /// Claims that the table of a question has a row for how the files stand, that this row has the verdict of the
  /// question, and that its spreadsheet has as many cells in each row.
  func examineTable(of question: String, _ draws: inout Draws) throws(RuleBaseError) {
    let reply = try rules.table(of: question)
    tell(reply, &draws)
    let open = try rules.openQuestion(question)
    guard let table = reply.value else { return }
    guard draws.below(3) > 0 else { return examineInterview(open) }
    let present = open.facts.map { !$0.changingValue }
    let rows = table.rows.filter { $0.covers(present) }
    claim(!rows.isEmpty, "no row is how the files stand")
    for row in rows { claim(row.finding.name, equals: open.presentFinding.name, "another finding") }
    let csv = Tabulation(open, name: nil, table: table).csv
    let cells = FactTable(reading: SourceFile(name: "table.csv", bytes: Array(csv.utf8)))
      .withAllRows(of: SourceFile(name: "table.csv", bytes: Array(csv.utf8)), Watch())
    claim(cells.problems.isEmpty, "a spreadsheet has broken quotations")
    claim(cells.rowCount, equals: table.rows.count + 1, "a spreadsheet has other rows")
    for row in 0..<cells.rowCount {
      claim(cells.row(row).count, equals: open.facts.count + 1, "a spreadsheet has other cells")
    }
  }

  /// Claims that an interview ends, with the finding of the facts as they were answered.
  private func examineInterview(_ open: OpenQuestion) {
    var interview = Interview(on: open)
    var asked = 0
    while let fact = interview.nextFact {
      interview.answer(fact, asked.isMultiple(of: 2))
      asked += 1
      claim(asked <= open.facts.count, "an interview goes on for ever")
    }
    let known = interview.values.map { $0 ?? false }
    claim(
      interview.remaining.settledFinding?.name, equals: open.finding(when: known).name,
      "an interview ends with another finding")
  }

  /// Claims that a docket has the verdict of a what-if with a change, and its own again when it is taken back.
  func examineDocket(_ draws: inout Draws) throws(RuleBaseError) {
    let open = changes.filter { !$0.hasPrefix("as of") }
    guard let sentence, !open.isEmpty else { return }
    var docket = try rules.docket(asking: [sentence], open: open)
    let change = draws.below(open.count)
    let before = try docket.verdict(0)
    try docket.set(change, isMade: true)
    try compare(docket.verdict(0), with: sentence, supposing: [open[change]])
    try docket.set(change, isMade: false)
    claim(try docket.verdict(0) == before, "a change taken back leaves something")
  }

  private func compare(
    _ verdict: Verdict?, with sentence: String, supposing changes: [String]
  ) throws(RuleBaseError) {
    do throws(RuleBaseError) {
      let answer = try rules.answer(to: sentence, supposing: changes)
      guard answer.value.isComplete else { return }
      claim(
        verdict, equals: answer.value.verdict,
        "a docket has another verdict on \"\(sentence)\" with \(changes)")
    } catch {
      guard case .preferenceCycle = error else { throw error }
      claim(verdict == nil, "a docket has a verdict where preferences go round in a circle")
    }
  }

  /// Claims that a case without facts has the verdict of the rule base.
  func examineCase() throws(RuleBaseError) {
    guard let sentence else { return }
    var desk = try rules.cases(asking: [sentence])
    let answers = try desk.answer("{\"id\": 1}")
    claim(isJSON(Array(answers.json.utf8)), "no JSON: \(answers.json)")
    let answer = try rules.answer(to: sentence)
    guard answer.value.isComplete, answers.reachedLimit == nil else { return }
    claim(
      answers.verdicts, equals: [answer.value.verdict], "a case has another verdict on \(sentence)")
  }
}

extension Change {
  /// The change as it is typed.
  fileprivate func typed(in program: Program) -> String {
    switch self {
    case .assume: content(in: program)
    case .retract: "retract " + content(in: program)
    case .without(let rule): "without " + program[rule].name
    case .prefer(let first, let second):
      "prefer \(program[first].name) over \(program[second].name)"
    case .asOf(let date): "as of " + date.text
    case .onArguments(let speaker): "on the arguments of " + program[speaker].name
    }
  }
}

/// The changes of each flip, as they can be typed by what a document in JSON says of them.
private func typedFlips(inJSON document: String) -> [[String]] {
  guard let copy = try? JSONDecoder().decode(FlipsCopy.self, from: Data(document.utf8)) else {
    fatalError("claim: no JSON: \(document)")
  }
  return copy.flips.map { flip in flip.changes.map(\.typed) }
}

/// Flips as they are read from JSON.
private struct FlipsCopy: Decodable {
  let flips: [Entry]

  /// One flip.
  struct Entry: Decodable { let changes: [Change] }

  /// One change.
  struct Change: Decodable {
    let kind: String
    let sentence: String

    /// The change as it is typed.
    var typed: String {
      switch kind {
      case "assume": sentence
      case "asOf": "as of " + sentence
      case "onArgumentsOf": "on the arguments of " + sentence
      default: "\(kind) \(sentence)"
      }
    }
  }
}
