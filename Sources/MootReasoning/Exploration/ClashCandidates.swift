import MootLanguage

import struct FoundationEssentials.Decimal

/// The values that are tried for a variable: a fresh name, or dates and numbers around those that the rules
/// compare with.
struct ClashCandidates {
  /// The variable.
  private let variable: Variable
  /// The name it gets where it stands for one.
  private let name: String
  /// What the rules compare.
  private let comparisons: [Comparison]
  /// When the rules are in force.
  private let periods: [Period]

  /// How many values are tried.
  private static let mostValues = 24

  /// Creates the candidates of a variable.
  init(
    for variable: Variable, named name: String, _ comparisons: [Comparison], _ periods: [Period]
  ) {
    self.variable = variable
    self.name = name
    self.comparisons = comparisons
    self.periods = periods
  }

  /// The values, each once.
  func all(in program: Program) -> [Value] {
    let all: [Value] =
      switch variable.sort {
      case .entity, .any: [.entity(name)]
      case .number: numbers(program)
      case .date: dates(program)
      }
    var known: [Value] = []
    for value in all where !known.contains(value) { known.append(value) }
    return Array(known.prefix(Self.mostValues))
  }

  private func compared(_ program: Program) -> [Value] {
    comparisons.flatMap { [$0.left, $0.right] }.compactMap { term in
      if case .value(let id) = term { program[id] } else { nil }
    }
  }

  private func numbers(_ program: Program) -> [Value] {
    let constants = compared(program).compactMap { value -> Decimal? in
      if case .number(let number) = value { number } else { nil }
    }
    return ([1, 2, 3] + constants.flatMap { [$0, $0 - 1, $0 + 1] }).map { .number($0) }
  }

  private func dates(_ program: Program) -> [Value] {
    var constants = compared(program).compactMap { value -> CalendarDate? in
      if case .date(let date) = value { date } else { nil }
    }
    constants += periods.flatMap { [$0.from, $0.until] }.compactMap { $0 }
    let usual = (2001...2003).compactMap { CalendarDate(year: $0) }
    let around = constants.flatMap { date in
      [date.year, date.year - 1, date.year + 1].compactMap { year in
        CalendarDate(year: year, month: date.month, day: date.day)
      }
    }
    return (usual + around).map { .date($0) }
  }
}
