@testable import MootReference

/// Rules of every shape over tables of all sizes, none of which goes back to itself and none of which is
/// opposed.
struct ShapeProgram {
  /// The relations: those that facts give, then those that rules conclude, each from earlier ones.
  var relations: [Relation] = []
  /// The rules.
  var rules: [Rule] = []
  /// The dates, in order of their number.
  var dates: [ShapeDate] = []

  /// What stands in a column.
  enum Sort {
    case name, number, date
  }

  /// A relation.
  struct Relation {
    let name: String
    let sorts: [Sort]
    /// Whether it is an action, of which one must.
    var isAction = false
    /// The rows that are given, with their grades.
    var given: [[Int]: UInt8] = [:]
    /// The rows in the order in which they are stated, some twice.
    var stated: [(row: [Int], grade: UInt8)] = []

    /// The sentence with some terms.
    func text(_ terms: [String]) -> String {
      let rest = terms.dropFirst().enumerated().map { " w\($0) \($1)" }.joined()
      return "\(terms[0]) \(isAction ? "must " : "")\(name)\(rest)"
    }
  }

  /// What stands in a sentence.
  enum Term: Equatable {
    case variable(Int)
    case value(Int)
    case anyone
  }

  /// A sentence of a rule.
  struct Premise {
    let relation: Int
    let terms: [Term]
    /// The standard of proof, 0 for none.
    var standard: UInt8 = 0
  }

  /// A comparison between two terms of a sort.
  struct Comparing {
    let left: Term
    let relation: Relative
    let right: Term
    let sort: Sort
  }

  /// How two values are compared.
  enum Relative: String, CaseIterable {
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case equal = "="
    case notEqual = "!="
  }

  /// A full set of premises.
  struct Alternative {
    var premises: [Premise] = []
    var comparisons: [Comparing] = []
  }

  /// A rule.
  struct Rule {
    let head: Premise
    var alternatives: [Alternative]
    var exceptions: [Alternative] = []
    let highest: UInt8
    /// The variable whose day decides which law it is, with the numbers of the first and last date of force.
    var law: (variable: Int, from: Int, until: Int)?
    var seed: UInt64
  }
}

/// A day or a month.
struct ShapeDate {
  /// How it is written.
  let text: String
  /// Its first day and its last, counted so that order is kept.
  let first: Int
  let last: Int

  /// A day, or a month where `day` is 0.
  init(year: Int, month: Int, day: Int) {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    text = "\(year)-\(padded(month))" + (day > 0 ? "-\(padded(day))" : "")
    let start = (year * 12 + month) * 31
    (first, last) = day > 0 ? (start + day, start + day) : (start + 1, start + 31)
  }
}

extension ShapeProgram {
  /// The program in the rule language, its facts in tables.
  var theory: BulkTheory {
    var theory = BulkTheory()
    for relation in relations { add(relation, to: &theory) }
    for (number, rule) in rules.enumerated() { theory.text += text(of: rule, number) }
    return theory
  }

  /// A value in words.
  func text(_ value: Int, _ sort: Sort) -> String {
    switch sort {
    case .name: "n\(value)"
    case .number: value % 2 == 0 ? "\(value / 2)" : "\(value / 2).5"
    case .date: dates[value].text
    }
  }

  private func add(_ relation: Relation, to theory: inout BulkTheory) {
    func template(_ name: String, _ verb: String) -> String {
      let holes = relation.sorts.enumerated().map { place, sort in
        "?h\(place)" + (sort == .number ? ": number" : sort == .date ? ": date" : "")
      }
      let rest = holes.dropFirst().enumerated().map { " w\($0) \($1)" }.joined()
      return "\(holes[0]) \(name)\(verb)\(rest)\n  as \(name)\n"
    }
    let isAction = relation.isAction
    theory.text +=
      (isAction ? "action " : "relation ") + template(relation.name, isAction ? "(s)" : "")
    let variables = relation.sorts.indices.map { "?h\($0)" }
    for grade: UInt8 in 1...3 where relation.stated.contains(where: { $0.grade == grade }) {
      let name = "\(relation.name)-\(grade)"
      let raw = variables.dropFirst().enumerated().map { " w\($0) \($1)" }.joined()
      theory.text += "relation \(template(name, ""))rule from-\(name)\n\(Self.cap(grade))"
      theory.text += "  if ?h0 \(name)\(raw)\n  then \(relation.text(variables))\n"
    }
    for (row, grade) in relation.stated {
      theory.addRow(
        grade == 4 ? relation.name : "\(relation.name)-\(grade)",
        zip(row, relation.sorts).map { text($0, $1) })
    }
  }

  private static func cap(_ grade: UInt8) -> String {
    grade == 1 ? "  at most arguable\n" : grade == 2 ? "  at most prevailing\n" : ""
  }

  private func text(of rule: Rule, _ number: Int) -> String {
    var random = SeededGenerator(seed: rule.seed)
    var lines = "rule r\(number)\n"
    if let law = rule.law {
      lines += "  in force from \(dates[law.from].text) until \(dates[law.until].text)\n"
      lines += "  by the law of ?x\(law.variable)\n"
    }
    lines += Self.cap(rule.highest)
    for (place, alternative) in rule.alternatives.enumerated() {
      lines += text(random.shuffled(conditions(alternative)), place == 0 ? "if" : "or if")
    }
    for exception in rule.exceptions { lines += text(conditions(exception), "unless") }
    let head = relations[rule.head.relation].text(words(rule.head))
    return lines + "  then \(rule.highest == 4 ? "conclusively " : "")\(head)\n"
  }

  private func text(_ conditions: [String], _ first: String) -> String {
    conditions.enumerated().map { "  \($0 == 0 ? first : "and") \($1)\n" }.joined()
  }

  private func conditions(_ alternative: Alternative) -> [String] {
    alternative.premises.map { premise in
      ["", "arguably ", "on balance ", "beyond dispute "][Int(premise.standard)]
        + relations[premise.relation].text(words(premise))
    }
      + alternative.comparisons.map {
        "\(word($0.left, $0.sort)) \(word($0.relation, $0.sort)) \(word($0.right, $0.sort))"
      }
  }

  private func words(_ premise: Premise) -> [String] {
    zip(premise.terms, relations[premise.relation].sorts).map(word)
  }

  private func word(_ term: Term, _ sort: Sort) -> String {
    switch term {
    case .variable(let number): "?x\(number)"
    case .value(let value): text(value, sort)
    case .anyone: "?"
    }
  }

  private func word(_ relation: Relative, _ sort: Sort) -> String {
    guard sort == .date else { return relation.rawValue }
    return switch relation {
    case .less: "before"
    case .lessOrEqual: "on or before"
    case .greater: "after"
    case .greaterOrEqual: "on or after"
    case .equal, .notEqual: relation.rawValue
    }
  }
}
