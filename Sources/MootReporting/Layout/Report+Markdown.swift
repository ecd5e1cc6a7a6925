import MootLanguage

extension Report {
  /// The report as Markdown (CommonMark): headings, paragraphs and nested lists.
  public var markdown: String {
    var text = ""
    var isInList = false
    for block in blocks {
      switch block {
      case .heading(let level, let phrase, let aside):
        if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
        text += String(repeating: "#", count: level) + " " + Self.markdown(Phrase(phrase.text))
        text += "\n\n"
        if !aside.isEmpty { text += Self.markdown(aside) + "\n\n" }
        isInList = false
      case .paragraph(let depth, let phrase):
        if isInList, depth > 0 {
          text += Self.item(depth: depth) + Self.markdown(phrase) + "\n"
        } else {
          if isInList { text += "\n" }
          text += Self.markdown(phrase) + "\n\n"
          isInList = false
        }
      case .entry(let depth, let phrase, let aside):
        let joint = aside.isEmpty ? "" : " — "
        text +=
          Self.item(depth: depth) + Self.markdown(phrase) + joint + Self.markdown(aside) + "\n"
        isInList = true
      case .row(let depth, let label, let phrase, let note):
        let lead = label.isEmpty ? "" : "*" + Self.escaped(label) + "* "
        let joint = note.isEmpty ? "" : " — "
        text += Self.item(depth: depth) + lead + Self.markdown(phrase) + joint
        text += Self.markdown(note) + "\n"
        isInList = true
      case .grid(_, let grid):
        if isInList { text += "\n" }
        isInList = false
        text += Self.markdown(grid) + "\n"
      case .tick(let date, let phrase):
        if date.isEmpty {
          guard !phrase.isEmpty else { continue }
          text += Self.item(depth: 2) + Self.markdown(phrase) + "\n"
        } else {
          text += Self.item(depth: 1) + Self.markdown(date) + ": " + Self.markdown(phrase) + "\n"
        }
        isInList = true
      case .gap:
        if isInList { text += "\n" }
        isInList = false
      }
    }
    while text.hasSuffix("\n\n") { text.removeLast() }
    return text
  }

  /// A table in the notation of GitHub, which is no part of CommonMark but read by most.
  private static func markdown(_ grid: Grid) -> String {
    let rule = grid.header.map { _ in "---" }
    let lines = [grid.header.map(markdown), rule] + grid.rows.map { $0.map(markdown) }
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  /// The beginning of a list item; entries of text begin at depth 1, their lines at depth 2.
  private static func item(depth: Int) -> String {
    String(repeating: "  ", count: max(0, depth - 1)) + "- "
  }

  private static func markdown(_ phrase: Phrase) -> String {
    var text = ""
    for run in phrase.runs {
      let escaped = escaped(run.text)
      switch run.emphasis {
      case .strong where run.text.first != " " && run.text.last != " ": text += "**\(escaped)**"
      case .none, .strong, .faint: text += escaped
      }
    }
    return text
  }

  /// A text in which no character is markup, also where an accent stands behind it.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    var isDigitsOnly = true
    let scalars = Array(text.withControlsEscaped.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case ":" where isInAddress(index, of: scalars), "." where isInHost(index, of: scalars):
        escaped.append("\\")
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "#", "$":
        escaped.append("\\")
      case "-", "+", "=":
        if index == 0 { escaped.append("\\") }
      case ".", ")":
        if isDigitsOnly, index > 0 { escaped.append("\\") }
      default:
        break
      }
      if !scalar.isDigit { isDigitsOnly = false }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  /// Whether a colon stands as in "https:", which many readers of Markdown make a link of.
  private static func isInAddress(_ index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    guard index > 0, index + 1 < scalars.count else { return false }
    let before = scalars[index - 1]
    return before.isASCII && before.properties.isAlphabetic
      && !scalars[index + 1].properties.isWhitespace
  }

  /// Whether a full stop stands as in "www.", which they make a link of as well.
  private static func isInHost(_ index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    index >= 3 && scalars[(index - 3)..<index].allSatisfy { $0 == "w" || $0 == "W" }
  }
}

extension Unicode.Scalar {
  /// Whether it is a digit of some script.
  fileprivate var isDigit: Bool { properties.numericType != nil }
}
