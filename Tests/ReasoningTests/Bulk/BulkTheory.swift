import MootLanguage
import MootReasoning

@testable import MootReference

/// A rule file, and tables of facts beside it.
struct BulkTheory: Sendable {
  /// The rule file.
  var text = ""
  /// The rows of each table, tab-separated, by what its key is: `KEY`, `not KEY`, `must KEY`.
  private(set) var rows: [String: [String]] = [:]

  /// Adds a row to a table.
  mutating func addRow(_ key: String, _ cells: [String]) {
    rows[key, default: []].append(cells.joined(separator: "\t"))
  }

  /// The program.
  func program() throws -> Program {
    let source = SourceFile(name: "theory.moot", bytes: Array(text.utf8))
    let loaded = loadProgram(roots: [source]) { _ in .notFound }
    guard var program = loaded.program else {
      throw EngineUnderTest.Refusal(messages: loaded.diagnostics.map(\.message), text: text)
    }
    for (key, lines) in rows.sorted(by: { $0.key < $1.key }) {
      let table = lines.joined(separator: "\n") + "\n"
      let file = SourceFile(name: "\(key).facts", bytes: Array(table.utf8))
      let problems = program.appendFacts(from: FactTable(reading: file), file: file)
      guard problems.isEmpty else {
        throw EngineUnderTest.Refusal(messages: problems.map(\.message), text: table)
      }
    }
    return program
  }

  /// What the engine concludes.
  func outcome(within limits: Limits = Limits()) throws -> Outcome {
    evaluate(Scenario(try program()), limits: limits)
  }
}

extension Outcome {
  /// The grade of every literal whose upper grade is not 0, by its name.
  var gradesByName: [String: ReferenceInterval] {
    var grades: [String: ReferenceInterval] = [:]
    for conclusion in conclusions() {
      let literal = conclusion.literal
      grades[program.literal(of: literal.predicate, arguments: literal.arguments)] =
        ReferenceInterval(conclusion.grade)
    }
    return grades
  }

  /// The names of the rules of which an instance certainly fires.
  var firedNames: Set<String> { Set(firedRules.map { program[$0].name }) }

  /// Whether the counts of conclusions are those of the conclusions listed.
  var countsAgree: Bool {
    var listed: [String: Int] = [:]
    for conclusion in conclusions() {
      listed["\(conclusion.literal.predicate) \(conclusion.grade)", default: 0] += 1
    }
    var counted: [String: Int] = [:]
    for counts in conclusionCounts() {
      counted["\(counts.predicate) \(counts.grade)", default: 0] += counts.count
    }
    return listed == counted
  }
}

extension ReferenceInterval {
  /// The engine's interval.
  init(_ grade: GradeInterval) {
    self.init(lower: Int(grade.lower.rawValue), upper: Int(grade.upper.rawValue))
  }
}

/// How the grades found differ from those expected, a few of them in words; `nil` where they do not.
func difference(
  _ found: [String: ReferenceInterval], _ expected: [String: ReferenceInterval]
) -> String? {
  guard found != expected else { return nil }
  let names = Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }
  let shown = names.sorted().prefix(8).map { name in
    "\(name): engine \(found[name] ?? .unsupported), expected \(expected[name] ?? .unsupported)"
  }
  return "\(names.count) differ\n" + shown.joined(separator: "\n")
}
