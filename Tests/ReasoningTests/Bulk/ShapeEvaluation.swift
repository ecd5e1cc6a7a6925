/// What a program of shapes concludes: each rule by going through its premises as they stand, one inside the
/// other.
struct ShapeEvaluation {
  private let program: ShapeProgram
  /// The grade of each row of each relation.
  private(set) var grades: [[[Int]: UInt8]] = []
  /// The rules of which an instance fires.
  private(set) var fired: Set<Int> = []
  private var finders: [[[Int: [[Int]]]]] = []

  /// Counts the rows looked at.
  private final class Steps {
    var count = 0
  }

  /// Evaluates a program; `nil` where that would take too many steps.
  init?(_ program: ShapeProgram) {
    self.program = program
    let steps = Steps()
    for (number, relation) in program.relations.enumerated() {
      var rows = relation.given
      for (index, rule) in program.rules.enumerated() where rule.head.relation == number {
        for alternative in rule.alternatives {
          var found: [[Int]: UInt8] = [:]
          search(alternative, 0, [:], rule.highest, steps) { binding, grade in
            guard isInForce(rule, binding), steps.count < Self.most else { return }
            let row = rule.head.terms.map { value($0, binding) ?? -1 }
            var own = grade
            for exception in rule.exceptions {
              own = min(own, allowance(exception, binding, steps))
            }
            if own > 0 { found[row] = max(found[row] ?? 0, own) }
          }
          guard steps.count < Self.most else { return nil }
          if !found.isEmpty { fired.insert(index) }
          rows.merge(found) { max($0, $1) }
        }
      }
      grades.append(rows)
      finders.append(
        relation.sorts.indices.map { column in Dictionary(grouping: rows.keys) { $0[column] } })
    }
  }

  /// The most rows looked at.
  private static let most = 400_000

  /// Extends a binding by the premises from one on, with the running grade.
  private func search(
    _ alternative: ShapeProgram.Alternative, _ place: Int, _ binding: [Int: Int], _ grade: UInt8,
    _ steps: Steps, _ found: ([Int: Int], UInt8) -> Void
  ) {
    guard place < alternative.premises.count else {
      if alternative.comparisons.allSatisfy({ holds($0, binding) }) { found(binding, grade) }
      return
    }
    let premise = alternative.premises[place]
    for row in candidates(premise, binding) {
      steps.count += 1
      guard steps.count < Self.most else { return }
      guard let extended = extended(binding, premise, row) else { continue }
      let allowed = ChainProgram.premise(grades[premise.relation][row] ?? 0, premise.standard)
      guard allowed > 0 else { continue }
      search(alternative, place + 1, extended, min(grade, allowed), steps, found)
    }
  }

  /// The rows that can match, by the first column whose value is known.
  private func candidates(_ premise: ShapeProgram.Premise, _ binding: [Int: Int]) -> [[Int]] {
    for (column, term) in premise.terms.enumerated() {
      guard let value = value(term, binding) else { continue }
      return finders[premise.relation][column][value] ?? []
    }
    return Array(grades[premise.relation].keys)
  }

  private func extended(_ binding: [Int: Int], _ premise: ShapeProgram.Premise, _ row: [Int])
    -> [Int: Int]?
  {
    var extended = binding
    for (term, found) in zip(premise.terms, row) {
      if let known = value(term, extended) {
        guard known == found else { return nil }
      } else if case .variable(let number) = term {
        extended[number] = found
      }
    }
    return extended
  }

  private func value(_ term: ShapeProgram.Term, _ binding: [Int: Int]) -> Int? {
    switch term {
    case .variable(let number): binding[number]
    case .value(let value): value
    case .anyone: nil
    }
  }

  /// The highest grade that an exception allows under a binding: the least over all ways to meet it of the
  /// most that any member allows.
  private func allowance(
    _ exception: ShapeProgram.Alternative, _ binding: [Int: Int], _ steps: Steps
  ) -> UInt8 {
    var least: UInt8 = 4
    func look(_ place: Int, _ binding: [Int: Int], _ most: UInt8) {
      guard place < exception.premises.count else {
        least = min(least, most)
        return
      }
      let member = exception.premises[place]
      for row in candidates(member, binding) {
        steps.count += 1
        guard steps.count < Self.most else { return }
        guard let extended = extended(binding, member, row) else { continue }
        let grade = grades[member.relation][row] ?? 0
        look(place + 1, extended, max(most, Self.allowed(grade, member.standard)))
      }
    }
    look(0, binding, 0)
    return least
  }

  /// The highest level at which a member of some grade does not count: at v it counts where it has b(v), or
  /// its standard, and at 4 where it has 1.
  private static func allowed(_ grade: UInt8, _ standard: UInt8) -> UInt8 {
    let needed: [UInt8] = standard == 0 ? [3, 2, 1, 1] : [standard, standard, standard, 1]
    return UInt8(needed.enumerated().last { grade < $0.element }.map { $0.offset + 1 } ?? 0)
  }

  private func isInForce(_ rule: ShapeProgram.Rule, _ binding: [Int: Int]) -> Bool {
    guard let law = rule.law, let day = binding[law.variable] else { return true }
    return program.dates[law.from].last <= program.dates[day].first
      && program.dates[day].last <= program.dates[law.until].first
  }

  private func holds(_ comparing: ShapeProgram.Comparing, _ binding: [Int: Int]) -> Bool {
    guard let left = value(comparing.left, binding), let right = value(comparing.right, binding)
    else { return false }
    let one = span(left, comparing.sort)
    let other = span(right, comparing.sort)
    switch comparing.relation {
    case .less: return one.last < other.first
    case .lessOrEqual: return one.last <= other.first
    case .greater: return other.last < one.first
    case .greaterOrEqual: return other.last <= one.first
    case .equal: return left == right
    case .notEqual: return left != right
    }
  }

  private func span(_ value: Int, _ sort: ShapeProgram.Sort) -> (first: Int, last: Int) {
    sort == .date ? (program.dates[value].first, program.dates[value].last) : (value, value)
  }
}
