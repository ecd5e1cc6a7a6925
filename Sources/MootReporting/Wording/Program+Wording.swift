import MootLanguage
import MootReasoning

/// What the parts of a program are called in reports.
extension Program {
  /// A speaker's name as it is printed: by the file's `name` statement for it, where there is one.
  func printedName(of speaker: SpeakerID) -> String {
    guard let value = values.id(of: .entity(self[speaker].name)), names[value] != nil else {
      return self[speaker].name
    }
    return reading(of: value)
  }

  /// Who stands behind a rule, and through whom it reaches us: "the Court, as told by Pozhitkov".
  func voice(of rule: Rule, described: Description = .byName) -> String {
    if rule.isAssumption { return isTheory ? "" : "the drafter's assumption" }
    let voice = voice(of: rule.attribution, described: described)
    guard !rule.attribution.hasVoice, !rule.cites.isEmpty else { return voice }
    return voice.isEmpty ? "law" : "law, " + voice
  }

  /// Who argues or holds something, and through whom it reaches us; empty for nobody.
  func voice(of attribution: Attribution, described: Description = .byName) -> String {
    func words(_ speakers: [SpeakerID]) -> String {
      listed(
        speakers.map { speaker in
          let description = self[speaker].description
          return described == .inFull && !description.isEmpty
            ? description : printedName(of: speaker)
        })
    }
    var parts: [String] = []
    if !attribution.heldBy.isEmpty { parts.append("held by " + words(attribution.heldBy)) }
    if !attribution.arguedBy.isEmpty { parts.append(words(attribution.arguedBy)) }
    if !attribution.toldBy.isEmpty { parts.append("as told by " + words(attribution.toldBy)) }
    if attribution.isImplied { parts.append("implied") }
    return parts.joined(separator: ", ")
  }

  /// How speakers are spoken of.
  enum Description {
    /// By the name the file uses.
    case byName
    /// In the words of their declaration.
    case inFull
  }

  /// The keys of what is cited, in brackets: "[resume, ruling]"; empty for nothing.
  func brackets(_ cites: [CitationID]) -> String {
    cites.isEmpty ? "" : "[" + cites.map { self[$0].key }.joined(separator: ", ") + "]"
  }

  /// A literal as a person reads it, or in the notation of its `.dfl` file.
  func reading(_ literal: Literal) -> String {
    reading(of: literal.predicate, arguments: literal.arguments)
  }

  /// A literal as it is written in files.
  func sentence(_ literal: Literal) -> String {
    text(of: literal.predicate, arguments: literal.arguments)
  }

  /// The short notation of a literal for other programs.
  func notation(_ literal: Literal) -> String {
    self.literal(of: literal.predicate, arguments: literal.arguments)
  }

  /// The short name of what a literal says: `may operate`, `not infringes`.
  func key(of predicate: SignedPredicate) -> String {
    let isPositive = predicate.isPositive
    return switch self[predicate.predicate].kind {
    case .plain(let relation): (isPositive ? "" : "not ") + self[relation].key
    case .obligation(let relation): (isPositive ? "must " : "need not ") + self[relation].key
    case .prohibition(let relation): (isPositive ? "must not " : "may ") + self[relation].key
    case .undercut(let rule): "\(self[rule].name) \(isPositive ? "does not apply" : "does apply")"
    case .precedence(let first, let second):
      isPositive
        ? "\(self[first].name) prevails over \(self[second].name)"
        : "\(self[second].name) prevails over \(self[first].name)"
    }
  }

  /// The part of its file that a span marks, on one line and without comments.
  func sourceText(_ span: SourceSpan) -> String {
    let bytes = sources[Int(span.file)].bytes[Int(span.lower)..<Int(span.upper)]
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    let words = lines.flatMap { line in
      var words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
      if let comment = words.firstIndex(where: { $0.hasPrefix("--") }) {
        words.removeSubrange(comment...)
      }
      return words
    }
    return words.joined(separator: " ")
  }
}

extension Value {
  /// The value without quotes: a name as it is, a number or date as it is written.
  var plainText: String {
    switch self {
    case .entity(let name): name
    case .number, .date: text
    }
  }
}

/// Words in a row: "a", "a and b", "a, b and c".
func listed(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}

/// A number of things, with the word for one and for several.
func counted(_ number: Int, _ singular: String, _ plural: String) -> String {
  "\(number) \(number == 1 ? singular : plural)"
}
