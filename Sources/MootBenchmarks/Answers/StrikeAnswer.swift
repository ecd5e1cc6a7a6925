import MootLanguage

/// What W1n must conclude: which cases are struck down, valid, or neither for certain, found by working
/// backwards from the cases that nothing strikes.
struct StrikeAnswer {
  /// How many cases have each status; those that go in a circle counted apart.
  let counts: [String: Int]

  /// Works out the statuses.
  init(_ files: [SourceFile]) {
    let plain = CaseloadAnswer(files)
    let facts = FactColumns(files)
    let strikes = facts("strikes", 2)
    let validity = Self.validity(
      of: plain.cases, striking: strikes[0], struck: strikes[1], nameCount: facts.nameCount)
    let disputed = Set(facts("dispute", 1)[0])
    var counts = plain.counts
    for (place, number) in plain.cases.enumerated() {
      let mark = validity[number] == .open ? ", open" : ""
      if validity[number] != .valid { counts["void" + mark, default: 0] += 1 }
      guard validity[number] != .struck else { continue }
      if plain.findings[place].isPermissible { counts["standing" + mark, default: 0] += 1 }
      if disputed.contains(number) { counts["claiming, open", default: 0] += 1 }
    }
    self.counts = counts
  }

  /// What becomes of a case.
  private enum Validity { case valid, struck, open }

  private static func validity(
    of cases: [Int], striking: [Int], struck: [Int], nameCount: Int
  ) -> [Validity] {
    var validity: [Validity] = Array(repeating: .open, count: nameCount)
    var strikers = Array(repeating: 0, count: nameCount)
    let pairs = Set(zip(striking, struck).map { [$0, $1] }).sorted {
      $0.lexicographicallyPrecedes($1)
    }
    for pair in pairs { strikers[pair[1]] += 1 }
    let byStriker = Grouping(pairs.map { $0[0] }, below: nameCount)
    var settled = cases.filter { strikers[$0] == 0 }
    for number in settled { validity[number] = .valid }
    while let number = settled.popLast() {
      for place in byStriker[number] {
        let other = pairs[Int(place)][1]
        guard validity[other] == .open else { continue }
        if validity[number] == .valid {
          validity[other] = .struck
        } else {
          strikers[other] -= 1
          guard strikers[other] == 0 else { continue }
          validity[other] = .valid
        }
        settled.append(other)
      }
    }
    return validity
  }
}
