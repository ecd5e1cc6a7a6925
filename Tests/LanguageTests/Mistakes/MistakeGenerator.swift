import MootLanguage

/// Spoils rule files by single edits, chosen by a seed.
struct MistakeGenerator {
  /// The files by path, each as lines.
  private let files: [(path: String, lines: [String])]
  /// The state of the choice.
  private var state: UInt64

  /// Creates a generator for some files.
  init(files: [(path: String, text: String)], seed: UInt64) {
    self.files = files.map { path, text in
      (path, text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
    state = seed
  }

  /// The next mistake of a kind; `nil` when the line that was chosen cannot have it.
  mutating func mistake(_ kind: Mistake.Kind) -> Mistake? {
    let (path, lines) = element(of: files)
    let index = below(lines.count)
    let line = Line(lines[index])
    guard !line.words.isEmpty else { return nil }
    switch kind {
    case .droppedWord: return droppedWord(line, path, lines, index)
    case .misspeltWord: return misspeltWord(line, path, lines, index)
    case .wrongKeyword: return wrongKeyword(line, path, lines, index)
    case .missingLine: return missingLine(line, path, lines, index)
    case .wrongType: return wrongType(line, path, lines, index)
    case .wrongName: return wrongName(line, path, lines, index)
    case .badDate: return badDate(line, path, lines, index)
    case .badIndentation: return badIndentation(line, path, lines, index)
    }
  }

  /// A number from 0 up to a bound (SplitMix64).
  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  private mutating func element<Element>(of elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// A mistake that puts another line in the place of one.
  private func replacing(
    _ kind: Mistake.Kind, _ path: String, _ lines: [String], _ index: Int, by line: String,
    repairs: [String]
  ) -> Mistake? {
    guard line != lines[index] else { return nil }
    var edited = lines
    edited[index] = line
    return Mistake(
      kind: kind, path: path, text: edited.joined(separator: "\n"), places: [index + 1],
      description: "\(lines[index])  →  \(line)", repairs: repairs)
  }
}

extension MistakeGenerator {
  private mutating func droppedWord(
    _ line: Line, _ path: String, _ lines: [String], _ index: Int
  ) -> Mistake? {
    let place = below(line.words.count)
    return replacing(
      .droppedWord, path, lines, index, by: line.text(without: place),
      repairs: [line.words[place].spelling] + line.sorts(at: place))
  }

  private mutating func misspeltWord(
    _ line: Line, _ path: String, _ lines: [String], _ index: Int
  ) -> Mistake? {
    let place = below(line.words.count)
    let word = line.words[place]
    guard word.kind != .quoted, word.spelling.count >= 4 else { return nil }
    let letters = Array(word.spelling)
    let slip = 1 + below(letters.count - 2)
    var misspelt = letters
    switch below(3) {
    case 0: misspelt.swapAt(slip, slip + 1)
    case 1: misspelt.remove(at: slip)
    default: misspelt.insert(letters[slip], at: slip)
    }
    return replacing(
      .misspeltWord, path, lines, index, by: line.text(with: String(misspelt), at: place),
      repairs: [word.spelling] + (word.isDate ? ["date"] : []))
  }

  private mutating func wrongKeyword(
    _ line: Line, _ path: String, _ lines: [String], _ index: Int
  ) -> Mistake? {
    let others =
      line.isIndented
      ? ["with", "when", "where", "that", "it", "but", "because", "from", "is", "provided"]
      : ["rules", "law", "assume", "given", "note", "party", "question", "facts", "fact", "def"]
    let keyword = line.words[0].spelling
    return replacing(
      .wrongKeyword, path, lines, index, by: line.text(with: element(of: others), at: 0),
      repairs: [keyword])
  }

  private func missingLine(
    _ line: Line, _ path: String, _ lines: [String], _ index: Int
  ) -> Mistake? {
    var edited = lines
    edited.remove(at: index)
    // The gap belongs to the statement above it, whose clauses are now also those below it.
    var head = min(index, edited.count - 1)
    while head > 0, edited[head].hasPrefix(" ") || head >= index { head -= 1 }
    var places: Set<Int> = [head + 1, index, index + 1]
    var end = index
    while end < edited.count, edited[end].hasPrefix(" ") {
      end += 1
      places.insert(end)
    }
    // Where what it declared is missed is as good a place.
    let declared = line.declaredWords
    for (place, other) in edited.enumerated()
    where declared.contains(where: { Line(other).contains($0) }) {
      places.insert(place + 1)
    }
    let isPremise = ["if", "and", "or"].contains(line.words[0].spelling)
    let names = declared.filter { $0.count == 1 }.joined()
    return Mistake(
      kind: .missingLine, path: path, text: edited.joined(separator: "\n"), places: places,
      description: "\(lines[index])  →  nothing",
      repairs: [line.words[0].spelling] + names + (isPremise ? ["premise"] : []))
  }

  private mutating func wrongType(
    _ line: Line, _ path: String, _ lines: [String], _ index: Int
  ) -> Mistake? {
    let places = line.words.indices.filter { line.words[$0].isNumberOrDate }
    guard !places.isEmpty else { return nil }
    let place = element(of: places)
    let isDate = line.words[place].isDate
    return replacing(
      .wrongType, path, lines, index,
      by: line.text(with: element(of: ["soon", "Ann", "\"five\"", "12,5"]), at: place),
      repairs: isDate ? ["date"] : ["number"])
  }

  private mutating func wrongName(
    _ line: Line, _ path: String, _ lines: [String], _ index: Int
  ) -> Mistake? {
    let keywords = ["argued", "held", "as told", "cites", "for", "prefer", "expect"]
    guard keywords.contains(line.words[0].spelling) else { return nil }
    let names = line.words.indices.dropFirst().filter {
      line.words[$0].kind == .word
        && !["by", "told", "over", "as"].contains(line.words[$0].spelling)
    }
    guard let place = line.words[0].spelling == "expect" ? names.first : names.randomPlace(&state)
    else { return nil }
    let name = line.words[place].spelling
    let wrong = below(2) == 0 ? name + "s" : String(name.dropLast())
    return replacing(
      .wrongName, path, lines, index, by: line.text(with: wrong, at: place),
      repairs: [name])
  }

  private mutating func badDate(
    _ line: Line, _ path: String, _ lines: [String], _ index: Int
  ) -> Mistake? {
    let places = line.words.indices.filter { line.words[$0].isDate }
    guard !places.isEmpty else { return nil }
    let year = line.words[element(of: places)].spelling.prefix(4)
    let wrong = element(of: ["\(year)-13", "\(year)-02-30", "\(year)/06", "\(year)-6", "June"])
    return replacing(
      .badDate, path, lines, index, by: line.text(with: wrong, at: element(of: places)),
      repairs: ["2006-09"])
  }

  private func badIndentation(
    _ line: Line, _ path: String, _ lines: [String], _ index: Int
  ) -> Mistake? {
    let edited =
      line.isIndented
      ? String(lines[index].trimmingPrefix(" ").trimmingPrefix(" ")) : "  " + lines[index]
    return replacing(
      .badIndentation, path, lines, index, by: edited,
      repairs: line.isIndented ? ["indent"] : ["remove the space", "column 1"])
  }
}

extension [Int] {
  fileprivate func randomPlace(_ state: inout UInt64) -> Int? {
    guard !isEmpty else { return nil }
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return self[Int((state >> 33) % UInt64(count))]
  }
}
