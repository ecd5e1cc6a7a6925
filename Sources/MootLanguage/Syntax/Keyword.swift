/// The words that have a meaning of their own in some place of a rule file.
///
/// They count only in those places: a template may contain any word.
public enum Keyword: String, CaseIterable, Sendable {
  case title, `as`, of, use, source, speaker, name, relation, action, incompatible, fact, contention
  case unknown, rule, prefer, question, scenario, expect
  case url, `for`, with, from, until, cites, argued, by, held, told, implied, that, at, most,
    because
  case chance, `in`, force, the, law, `if`, and, or, unless, then, ask, when, `where`
  case over, conclusively, presumably, it, does, not, follow, apply
  case arguably, on, balance, beyond, dispute, every, some, such, time, today
  case before, after, later, earlier, day, days, month, months, year, years, to, sum, greatest
  case plus = "+"
  case minus = "-"
  case times = "*"
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case retract, without, arguments
  case least, refuted, forbidden
  case may, must, need, shall
  case slash = "/"
  case comma = ","
  case colon = ":"
  case possessive = "'s"
  case date, number

  /// All keywords in the order of their symbols.
  static let ordered = allCases

  /// The keyword's symbol in every lexicon.
  var symbol: Symbol { Symbol(raw: Self.ordinals[self, default: 0]) }

  /// The places of the keywords in their order.
  private static let ordinals = Dictionary(
    uniqueKeysWithValues: ordered.enumerated().map { ($1, UInt32($0)) })
}
