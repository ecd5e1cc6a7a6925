/// Finds which of several sequences of keywords a line begins with.
struct KeywordTable<Choice: Sendable>: Sendable {
  /// The sequences that begin with each keyword, with longer ones first.
  private var sequences: [Keyword: [(words: [Keyword], choice: Choice)]] = [:]

  /// Creates a table of choices and their spellings, in which a space stands between words.
  init(_ choices: [(spelling: String, choice: Choice)]) {
    for (spelling, choice) in choices {
      let words = spelling.split(separator: " ").compactMap { Keyword(rawValue: String($0)) }
      sequences[words[0], default: []].append((words, choice))
    }
    for word in Keyword.ordered {
      sequences[word]?.sort { $0.words.count > $1.words.count }
    }
  }

  /// The choice that the keywords at distances 0, 1, … begin with, and its number of words.
  func match(_ keyword: (Int) -> Keyword?) -> (Choice, words: Int)? {
    guard let first = keyword(0), let candidates = sequences[first] else { return nil }
    for (words, choice) in candidates
    where (1..<words.count).allSatisfy({ keyword($0) == words[$0] }) {
      return (choice, words.count)
    }
    return nil
  }
}

/// What begins a statement.
let statementKeywords = KeywordTable(Statement.Kind.allCases.map { ($0.rawValue, $0) })

/// What begins a clause.
let clauseKeywords = KeywordTable(Clause.Kind.allCases.map { ($0.rawValue, $0) })

/// Words of which every comparison has one.
let comparisonWords: Set<Keyword> = [
  .before, .after, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
]

/// The comparisons of the language.
let comparisonKeywords = KeywordTable(Comparison.Relation.allCases.map { ($0.rawValue, $0) })
