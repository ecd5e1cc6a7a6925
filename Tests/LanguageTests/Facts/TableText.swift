import MootLanguage

/// Makes up the text of tables: most of them in order, some with anything that can be wrong or unusual.
struct TableText {
  private var state: UInt64

  /// Begins a series of tables.
  init(seed: UInt64) { state = seed }

  /// A table, with the suffix of its layout.
  mutating func next() -> (suffix: String, text: String) {
    let suffix = pick(["csv", "tsv", "facts"])
    let separator = suffix == "csv" ? "," : "\t"
    let holes = ["who", "amount", "day", "note"]
    let columns =
      suffix == "facts"
      ? holes
      : shuffled(holes + ["from", "until", "cites"].filter { _ in chance(30) })
    let lineEnd = pick(["\n", "\n", "\r\n"])
    let oddity = pick([0, 0, 0, 1, 5])
    let quotes = suffix == "facts" ? 0 : pick([0, 0, 10, 60])
    var lines = suffix == "facts" ? [] : [columns.joined(separator: separator)]
    for _ in 0..<pick([0, 1, 5, 30, 30, 30, 30, 30, 200, 1030]) {
      if chance(2) { lines.append(pick(["", "", suffix == "facts" ? "" : "  "])) }
      var cells = columns.map { column in
        let cell = cell(of: column, separator: separator, isOdd: rarely(oddity))
        let isQuoted = chance(quotes)
        let text = isQuoted ? "\"" + cell + "\"" : cell
        return suffix != "facts" && chance(3) ? " " + text + "  " : text
      }
      if rarely(oddity) { cells.append("more") }
      if rarely(oddity) { cells.removeLast() }
      lines.append(cells.joined(separator: separator))
    }
    return (suffix, lines.joined(separator: lineEnd) + pick(["", lineEnd, lineEnd + lineEnd]))
  }

  private mutating func cell(of column: String, separator: String, isOdd: Bool) -> String {
    if isOdd {
      return pick([
        "", "\"", "a\"b", "a\"\"b", "\"a\"b", "2007-13-01", "--5", "1.", ".5", "12a", "\r", "1,00",
        "no-source", "\u{301}", "5 6",
      ])
    }
    switch column {
    case "amount": return number()
    case "day": return date()
    case "from": return pick(["", "2001", "2001-02", "2001-02-03"])
    case "until": return pick(["", "2003", "2003-04-05"])
    case "cites": return pick(["", "code", "code ruling", "ruling;code"])
    case "note": return pick([number(), name(), date()])
    default: return name()
    }
  }

  private mutating func number() -> String {
    pick([
      "\(below(10))", "\(below(100_000_000))", "-\(below(1_000_000_000_000))", "0\(below(50))",
      "\(below(90_000_000) + 10_000_000)", "9007199254740993", "99999999999999999999", "-0",
      "\(below(1000)).\(below(1000))", "0.50", "123456789012345678.125", "00000000000000000007",
    ])
  }

  private mutating func date() -> String {
    pick(["2006", "2006-0\(below(9) + 1)", "19\(below(90) + 10)-12-\(below(20) + 10)"])
  }

  private mutating func name() -> String {
    pick([
      "p\(below(300))", "person \(below(2000))", "seven77", "Квасов", "Ариевич и Пожитков",
      "caf\u{E9}", "cafe\u{301}", "a rather long na\u{EF}ve name",
      "a rather long nai\u{308}ve name",
      "K", "\u{212A}", "日本語の名前", String(repeating: "x", count: 1000 + below(40)),
      "O'Neill-\(below(9))",
    ])
  }

  private mutating func shuffled(_ columns: [String]) -> [String] {
    var columns = columns
    for place in columns.indices.dropFirst() { columns.swapAt(place, below(place + 1)) }
    return columns
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  private mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  private mutating func rarely(_ perThousand: Int) -> Bool { below(1000) < perThousand }

  private mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(limit))
  }
}
