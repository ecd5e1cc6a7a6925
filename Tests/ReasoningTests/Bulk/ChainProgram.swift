import MootReasoning

@testable import MootReference

/// Relations between a few hundred values, and rules that each relate the ends of a chain of them: closures,
/// products, projections.
struct ChainProgram {
  /// The number of values.
  let size: Int
  /// The relations that facts and rules of one premise give, then those that chains give.
  var relations: [Relation] = []
  /// What is said of single values.
  var properties: [Property] = []
  /// The rules.
  var rules: [Rule] = []

  /// A relation between values.
  struct Relation {
    let name: String
    /// Whether it is the contrary that is spoken of.
    let isNegative: Bool
    /// The grades of the pairs that are given, 0 for none: a row for each first value.
    var given: [UInt8]
    /// How the given pairs are stated.
    var sources: [Source] = []

    /// The sentence with two terms.
    func text(_ first: String, _ second: String) -> String {
      "\(first) \(isNegative ? "lacks" : "has")-\(name) \(second)"
    }
  }

  /// Pairs that are stated themselves (4), or through a relation of their own and a rule of some grade.
  struct Source {
    let pairs: [(Int, Int)]
    let grade: UInt8
    let isDirect: Bool
  }

  /// What is said of single values.
  struct Property {
    let name: String
    /// The grade of each value, 0 for none; 5 for what dates leave open.
    let grades: [UInt8]
  }

  /// A link of a chain.
  struct Link {
    let relation: Int
    /// Whether the later value is the first of the pair.
    let isReversed: Bool
    /// The standard of proof, 0 for none; only of relations without chains.
    let standard: UInt8
  }

  /// A condition on one value of a chain.
  struct Check {
    let place: Int
    let property: Int
  }

  /// A rule whose conclusion relates the ends of a chain.
  struct Rule {
    let head: Int
    /// Whether the conclusion names the last value first.
    let isSwapped: Bool
    let links: [Link]
    /// The highest grade: 4 of a strict rule, 3 of an ordinary one, less of a capped one.
    let highest: UInt8
    var premises: [Check] = []
    var exceptions: [Check] = []
    /// The order in which the conditions are written.
    var seed: UInt64
  }

  /// The grade a premise of some grade allows (section 2 of the semantics).
  static func premise(_ grade: UInt8, _ standard: UInt8) -> UInt8 {
    standard == 0 || grade == 4 ? grade : grade >= standard ? 3 : 0
  }

  /// The grade a plain exception of some grade allows; what dates leave open is arguable.
  static func allowed(_ grade: UInt8) -> UInt8 {
    switch grade {
    case 0: 4
    case 1, 5: 2
    case 2: 1
    default: 0
    }
  }
}

extension ChainProgram {
  /// The program in the rule language, its facts in tables.
  var theory: BulkTheory {
    var theory = BulkTheory(text: "as of 2007-06-15\n")
    for property in properties {
      theory.text += "relation ?x is \(property.name)\n  as \(property.name)\n"
      for grade in 1...3 { theory.text += Self.argument(property.name, grade) }
      for (value, grade) in property.grades.enumerated() where grade > 0 {
        switch grade {
        case 4: theory.addRow(property.name, ["v\(value)"])
        case 5: theory.text += "fact v\(value) is \(property.name)\n  from 2007\n"
        default: theory.addRow("\(property.name)-\(grade)", ["v\(value)"])
        }
      }
    }
    for relation in relations { add(relation, to: &theory) }
    for (number, rule) in rules.enumerated() { theory.text += text(of: rule, number) }
    return theory
  }

  /// The clause for a highest grade.
  private static func cap(_ grade: UInt8) -> String {
    grade == 1 ? "  at most arguable\n" : grade == 2 ? "  at most prevailing\n" : ""
  }

  private static func argument(_ name: String, _ grade: Int) -> String {
    """
    relation ?x is \(name)-\(grade)
      as \(name)-\(grade)
    rule \(name)-from-\(grade)
    \(cap(UInt8(grade)))  if ?x is \(name)-\(grade)
      then ?x is \(name)

    """
  }

  private func add(_ relation: Relation, to theory: inout BulkTheory) {
    theory.text +=
      "relation ?x has-\(relation.name) ?y / ?x lacks-\(relation.name) ?y\n  as \(relation.name)\n"
    for (number, source) in relation.sources.enumerated() {
      let table = source.isDirect ? relation.name : "\(relation.name)-\(number)"
      if !source.isDirect {
        theory.text += """
          relation ?x has-\(table) ?y
            as \(table)
          rule from-\(table)
          \(Self.cap(source.grade))  if ?x has-\(table) ?y
            then \(source.grade == 4 ? "conclusively " : "")\(relation.text("?x", "?y"))

          """
      }
      let key = source.isDirect && relation.isNegative ? "not \(table)" : table
      for (first, second) in source.pairs { theory.addRow(key, ["v\(first)", "v\(second)"]) }
    }
  }

  private func text(of rule: Rule, _ number: Int) -> String {
    var conditions = rule.links.enumerated().map { place, link in
      let ends = link.isReversed ? (place + 1, place) : (place, place + 1)
      let standard = ["", "arguably ", "on balance ", "beyond dispute "][Int(link.standard)]
      return standard + relations[link.relation].text("?x\(ends.0)", "?x\(ends.1)")
    }
    conditions += rule.premises.map { "?x\($0.place) is \(properties[$0.property].name)" }
    var random = SeededGenerator(seed: rule.seed)
    conditions = random.shuffled(conditions)
    let ends = rule.isSwapped ? (rule.links.count, 0) : (0, rule.links.count)
    let head = relations[rule.head].text("?x\(ends.0)", "?x\(ends.1)")
    return "rule r\(number)\n" + Self.cap(rule.highest)
      + conditions.enumerated().map { "  \($0 == 0 ? "if" : "and") \($1)\n" }.joined()
      + rule.exceptions.map { "  unless ?x\($0.place) is \(properties[$0.property].name)\n" }
      .joined()
      + "  then \(rule.highest == 4 ? "conclusively " : "")\(head)\n"
  }
}
