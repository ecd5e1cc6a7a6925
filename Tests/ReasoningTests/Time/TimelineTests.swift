import MootLanguage
import Testing

@testable import MootReasoning
@testable import MootReference

/// A timeline says of each day what is answered as of that day.
struct TimelineTests {
  @Test(arguments: 0..<8)
  func `a timeline is the answer as of each day`(chunk: UInt64) throws {
    var changes = 0
    for seed in (chunk * 3)..<(chunk * 3 + 3) {
      let text = DatedTheory(seed: seed).text
      let program = try #require(Self.program(of: text), "seed \(seed)\n\(text)")
      let outcomes = Self.outcomes(of: program)
      for question in program.questions {
        let arguments = try #require(question.sentence.groundArguments)
        let literal = Literal(question.sentence.predicate, arguments)
        let timeline = Scenario(program).timeline(of: literal)
        changes += timeline.entries.count - 1
        Self.check(timeline, of: question, outcomes, "seed \(seed)\n\(text)")
      }
    }
    #expect(changes > 0)
  }

  /// Fresh evaluations on a grid of days that reaches beyond all dates.
  private static func outcomes(of program: Program) -> [(date: CalendarDate, outcome: Outcome)] {
    guard let start = CalendarDate(year: 1999, month: 12, day: 25)?.firstDay else { return [] }
    let days = stride(from: start, to: start + 820, by: 4)
    return days.compactMap { day in
      CalendarDate(dayNumber: Int(day)).map { date in
        (date, evaluate(Scenario(program, changes: [.asOf(date)])))
      }
    }
  }

  /// Compares a timeline with the answers of a grid of days.
  private static func check(
    _ timeline: Timeline, of question: Question,
    _ outcomes: [(date: CalendarDate, outcome: Outcome)], _ place: String
  ) {
    #expect(timeline.reachedLimit == nil, "\(place)")
    var expected = timeline.stretches.first?.firstDay
    for stretch in timeline.stretches {
      #expect(stretch.firstDay == expected, "\(place)")
      expected = stretch.lastDay + 1
    }
    for (date, var outcome) in outcomes {
      let day = date.firstDay
      let fresh = outcome.answers(to: question.sentence, variables: [])[0]
      let isEarlier = day < timeline.stretches[0].firstDay
      let stretch =
        timeline.stretches.first { $0.firstDay <= day && day <= $0.lastDay }
        ?? timeline.stretches[isEarlier ? 0 : timeline.stretches.count - 1]
      let place = "\(date.text) \(question.name) \(place)"
      #expect(stretch.answer.verdict == fresh.verdict, "\(place)")
      #expect(stretch.answer.grade == fresh.grade, "\(place)")
      #expect(
        Set(stretch.answer.supporting.map(\.source)) == Set(fresh.supporting.map(\.source)),
        "\(place)")
      checkEntry(on: date, fresh, timeline, place)
    }
    for entry in timeline.entries.dropFirst() { #expect(!entry.causes.isEmpty, "\(place)") }
  }

  /// The entry that is certainly under way on a day has that day's verdict.
  private static func checkEntry(
    on date: CalendarDate, _ fresh: Answer, _ timeline: Timeline, _ place: String
  ) {
    let underWay = timeline.entries.filter { entry in
      // A state that ends in a month is over for certain on the day after it.
      let hasBegun = entry.from.map { from in
        from.day == nil ? from.lastDay + 1 <= date.firstDay : from.firstDay <= date.firstDay
      }
      let hasEnded = entry.to.map { to in
        to.day == nil ? to.firstDay <= date.firstDay : to.lastDay < date.firstDay
      }
      return hasBegun ?? true && !(hasEnded ?? false)
    }
    #expect(underWay.count <= 1, "\(place)")
    for entry in underWay { #expect(entry.answer.verdict == fresh.verdict, "\(place)") }
  }

  private static func program(of text: String) -> Program? {
    let source = SourceFile(name: "theory.moot", bytes: Array(text.utf8))
    return loadProgram(roots: [source], including: { _ in .notFound }).program
  }
}

/// A small random rule base with dates of every precision, written from a seed.
struct DatedTheory {
  /// The rule base.
  private(set) var text = ""
  private var random: SeededGenerator

  /// Writes the one that `seed` names.
  init(seed: UInt64) {
    random = SeededGenerator(seed: seed &+ 77)
    let count = 6
    for number in 0..<count { line("relation omen\(number) holds / omen\(number) fails") }
    line("relation the term ends on ?day: date")
    line("relation it is over in ?day: date")
    line("relation it is settled on ?day: date")
    for _ in 0..<(3 + random.below(4)) {
      line("fact \(omen(below: 3))")
      period()
    }
    for _ in 0..<random.below(3) { line("fact the term ends on \(day())") }
    for number in 0..<(5 + random.below(5)) { rule(number) }
    for _ in 0..<random.below(3) { passing() }
    if random.chance(60) { line("prefer r0 over r1 as p0") }
    for number in 2..<count { line("question q\(number)\n  ask omen\(number) holds") }
  }

  private mutating func rule(_ number: Int) {
    let head = 2 + random.below(4)
    if random.chance(20) {
      line("contention r\(number)\n  that \(omen(head))")
      return period()
    }
    line("rule r\(number)")
    if random.chance(30) { line("  in force from \(date()) until 2001-11") }
    line("  if \(omen(below: max(1, head)))")
    if random.chance(40) { line("  and \(omen(below: max(1, head)))") }
    if random.chance(45) {
      line("  and the term ends on ?day")
      if random.chance(50) {
        line("  and ?due = \(1 + random.below(40)) days after ?day")
      } else {
        line("  and ?due = later of ?day, \(day())")
      }
      line("  and ?now = today")
      let relations = ["after", "before", "on or after", "on or before"]
      line("  and ?now \(random.element(of: relations) ?? "after") ?due")
    } else if random.chance(12) {
      line("  and the term ends on ?day\n  and ?now = today\n  and ?n = days from ?day to ?now")
      line("  and ?n > \(random.below(90))")
    } else if random.chance(40) {
      line("  and it is \(random.chance(60) ? "over in" : "settled on") ?then")
      line("  and \(random.chance(50) ? "the term ends on ?day" : "it is over in ?day")")
      line("  and ?then \(random.element(of: ["after", "on or before", "!="]) ?? "=") ?day")
    }
    if random.chance(20) { line("  and at some time, omen0 holds") }
    if random.chance(35) { line("  unless \(omen(below: 3))") }
    let isStrict = random.chance(10) ? "conclusively " : ""
    line("  then \(isStrict)\(omen(head))")
  }

  /// A rule that concludes something about the date of the answer, or about what is picked by it.
  private mutating func passing() {
    line("rule passing\(text.count)")
    line("  if \(omen(below: 2))")
    guard random.chance(75) else {
      line(
        "  and ?then = \(random.chance(50) ? "least" : "greatest") ?day such that it is over in ?day"
      )
      return line("  then it is settled on ?then")
    }
    line("  and ?now = today")
    switch random.below(3) {
    case 0:
      line("  and the term ends on ?day")
      line("  and ?then = \(random.chance(50) ? "later" : "earlier") of ?day, ?now")
    case 1:
      line("  and the term ends on ?day\n  and ?now before ?day\n  and ?then = 3 months after ?day")
    default: line("  and ?then = ?now")
    }
    line("  then it is over in ?then")
  }

  private mutating func period() {
    if random.chance(60) { line("  from \(date())") }
    if random.chance(45) {
      line(
        "  until \(random.chance(30) ? "2001-12" : "2001-\(10 + random.below(3))-0\(1 + random.below(9))")"
      )
    }
  }

  private mutating func omen(below bound: Int) -> String { omen(random.below(bound)) }

  private mutating func omen(_ number: Int) -> String {
    "omen\(number) \(random.chance(75) ? "holds" : "fails")"
  }

  /// A date of any precision.
  private mutating func date() -> String {
    let month = "200\(random.below(2))-0\(1 + random.below(9))"
    return switch random.below(5) {
    case 0: String(month.prefix(4))
    case 1, 2: month
    default: month + "-\(10 + random.below(18))"
    }
  }

  private mutating func day() -> String {
    "200\(random.below(2))-0\(1 + random.below(9))-\(10 + random.below(18))"
  }

  private mutating func line(_ words: String) { text += words + "\n" }
}
