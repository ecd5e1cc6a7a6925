extension SuspicionCheck {
  /// Finds names of one kind that look alike, that mix scripts, or that have what cannot be seen.
  mutating func findLookAlikes() {
    examine(valueNames, isPlaced: false)
    examine(program.relations.flatMap { relation in relation.words.map { ($0, relation.span) } })
    examine(program.relations.map { ($0.key, $0.span) }, isWord: false)
    examine(program.rules.map { ($0.name, program.firstLine(of: $0.span)) })
    examine(program.questions.map { ($0.name, program.firstLine(of: $0.span)) })
    examine(program.scenarios.map { ($0.name, program.firstLine(of: $0.span)) })
    examine(program.speakers.map { ($0.name, $0.span) })
    examine(program.citations.map { ($0.key, $0.span) })
    for rule in program.rules where rule.variables.count > 1 {
      examine(rule.variables.map { ("?" + $0.name, program.firstLine(of: rule.span)) })
    }
  }

  /// From how many names on they are those of a register, which is made elsewhere.
  private static let mostNames = 200_000

  /// The names of things, with what uses each first.
  private var valueNames: [(String, SourceSpan)] {
    guard program.values.count <= Self.mostNames else { return [] }
    return nameUses.enumerated().compactMap { raw, use in
      guard use.count > 0, case .entity(let name) = program[ValueID(raw: UInt32(raw))] else {
        return nil
      }
      return (name, use.first ?? SourceSpan(0, 0, 0))
    }
  }

  /// - Parameters:
  ///   - isWord: whether a name is examined by itself too, as no other is made of its words.
  ///   - isPlaced: whether a span is where to point to; else the name stands somewhere in it.
  private mutating func examine(
    _ names: [(text: String, span: SourceSpan)], isWord: Bool = true, isPlaced: Bool = true
  ) {
    func place(_ name: (text: String, span: SourceSpan)) -> SourceSpan {
      isPlaced ? name.span : self.place(of: Array(name.text.utf8), in: name.span)
    }
    var known: [String: (text: String, span: SourceSpan)] = [:]
    for (text, span) in names {
      let skeleton = text.skeleton
      guard let first = known[skeleton] else {
        known[skeleton] = (text, span)
        if isWord, !log.isFull, let problem = problem(of: text, at: { place((text, span)) }) {
          log.report(problem)
        }
        continue
      }
      guard first.text != text, let odd = text.firstDifference(from: first.text) else { continue }
      if log.isFull { return }
      log.report(
        .lookAlike(text, like: first.text, odd, at: place((text, span)), first: place(first)))
    }
  }

  /// What is wrong with a name by itself.
  private func problem(of text: String, at place: () -> SourceSpan) -> Diagnostic? {
    if let hidden = text.firstHidden { return .hiddenCharacter(hidden, in: text, at: place()) }
    return text.mixedScripts.map { .mixedScripts($0, in: text, at: place()) }
  }

  /// How much of the place that uses a name is searched for it.
  private static let mostBytes: UInt32 = 4_096

  /// Where a name stands within the place that uses it.
  func place(of name: [UInt8], in use: SourceSpan) -> SourceSpan {
    let end = min(use.upper, use.lower + Self.mostBytes)
    let bytes = program.sources[Int(use.file)].bytes[Int(use.lower)..<Int(end)]
    guard let found = bytes.firstRange(of: name) else {
      return program.firstLine(of: use)
    }
    return SourceSpan(use.file, UInt32(found.lowerBound), UInt32(found.upperBound))
  }
}

extension Relation {
  /// The words of its sentences.
  fileprivate var words: [String] {
    switch wording {
    case .atom: []
    case .state(let sentence, let contrary): (sentence + (contrary ?? [])).compactMap(\.word)
    case .action(let before, let verb, let bareVerb, let after):
      before.compactMap(\.word) + [verb, bareVerb] + after.compactMap(\.word)
    }
  }
}

extension Relation.Piece {
  /// The word, where it is one.
  fileprivate var word: String? {
    switch self {
    case .word(let word): word
    case .hole: nil
    }
  }
}
