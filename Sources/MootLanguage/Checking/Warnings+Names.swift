extension SuspicionCheck {
  /// Finds names used once that are one letter from a name used more often.
  ///
  /// Digits count as no letters, as in `Pitch-1` and `Pitch-2`, and short names are often alike.
  mutating func findNearNames() {
    guard program.values.count <= Self.mostNames else { return }
    let uses = nameUses
    var frequent: [[UInt8]: ValueID] = [:]
    for (raw, use) in uses.enumerated() where use.count > 1 {
      let id = ValueID(raw: UInt32(raw))
      guard let letters = letters(of: id) else { continue }
      for key in keys(of: letters) { frequent[key] = frequent[key] ?? id }
    }
    for (raw, use) in uses.enumerated()
    where use.count == 1 && watch.goesOn(after: Watch.statement) {
      let id = ValueID(raw: UInt32(raw))
      guard let letters = letters(of: id), let span = use.first, !log.isFull else { continue }
      let other = keys(of: letters).lazy.compactMap { frequent[$0] }.first { candidate in
        self.letters(of: candidate).map { isSlip(letters, $0) } ?? false
      }
      guard let other, let first = uses[Int(other.raw)].first else { continue }
      log.report(
        .nearName(
          program[id].text, like: program[other].text, at: place(of: letters, in: span),
          first: place(of: self.letters(of: other) ?? [], in: first)))
    }
  }

  /// From how many names on they are those of a register, which nobody types.
  private static let mostNames = 50_000

  /// How often each value is used, and the first place.
  var nameUses: [(count: Int, first: SourceSpan?)] {
    var uses = Array(repeating: (count: 0, first: SourceSpan?.none), count: program.values.count)
    func use(_ value: ValueID, at span: SourceSpan) {
      uses[Int(value.raw)].count += 1
      if uses[Int(value.raw)].first == nil { uses[Int(value.raw)].first = span }
    }
    for fact in program.facts where !fact.isImplied {
      let span = program.particulars[Int(fact.particulars)].span
      for value in program.arguments(of: fact) { use(value, at: span) }
    }
    var sentences = program.questions.map(\.sentence) + program.unknowns.map(\.sentence)
    for rule in program.rules {
      sentences += rule.conditions.flatMap(\.sentences) + rule.conclusions.prefix(1)
    }
    for changes in program.expectations.map(\.changes) + program.scenarios.map(\.changes) {
      for change in changes {
        switch change {
        case .assume(let sentence), .retract(let sentence): sentences.append(sentence)
        case .without, .prefer, .asOf, .onArguments: break
        }
      }
    }
    for sentence in sentences {
      for case .value(let value) in sentence.terms { use(value, at: sentence.span) }
    }
    return uses
  }

  /// The bytes of a name that is long enough to be misspelt; `nil` for other values.
  private func letters(of value: ValueID) -> [UInt8]? {
    guard case .entity(let name) = program[value], (4...64).contains(name.utf8.count) else {
      return nil
    }
    return Array(name.utf8)
  }

  /// The name itself, and the name without each of its bytes: two names one letter apart share one.
  private func keys(of letters: [UInt8]) -> [[UInt8]] {
    [letters]
      + letters.indices.map { index in
        var shorter = letters
        shorter.remove(at: index)
        return shorter
      }
  }

  /// Whether one name differs from another by one letter that is no digit.
  private func isSlip(_ name: [UInt8], _ other: [UInt8]) -> Bool {
    guard slips(from: name[...], to: other[...], atMost: 1) == 1 else { return false }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return name.filter(digits.contains) == other.filter(digits.contains)
  }
}
