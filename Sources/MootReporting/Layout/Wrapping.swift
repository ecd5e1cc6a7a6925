import MootLanguage

/// A phrase cut into lines between words, safe for a terminal; there is at least one line.
///
/// - Parameters:
///   - width: The columns of the first line; a longer word stands out.
///   - hanging: How many columns fewer the further lines have.
func wrapped(_ phrase: Report.Phrase, width: Int, hanging: Int = 0) -> [[Report.Run]] {
  var wrapping = Wrapping(width: width, hanging: hanging)
  for run in phrase.runs {
    wrapping.add(Report.Run(text: run.text.withControlsEscaped, emphasis: run.emphasis))
  }
  return wrapping.finished()
}

/// The columns the runs of a line take up.
func displayWidth(of line: [Report.Run]) -> Int {
  line.reduce(0) { $0 + displayWidth(of: $1.text) }
}

/// The state of cutting a phrase into lines.
private struct Wrapping {
  let width: Int
  let hanging: Int
  var lines: [[Report.Run]] = []
  var line: [Report.Run] = []
  var lineWidth = 0
  /// The word being read, which may change its emphasis, and the spaces before it.
  var word: [Report.Run] = []
  var spaces: [Report.Run] = []

  init(width: Int, hanging: Int) {
    self.width = width
    self.hanging = hanging
  }

  mutating func add(_ run: Report.Run) {
    guard !run.text.utf8.allSatisfy({ $0 < 0x80 }) else { return addASCII(run) }
    var isSpace = false
    var piece = ""
    for character in run.text {
      if (character == " ") != isSpace {
        append(piece, isSpace: isSpace, run.emphasis)
        piece = ""
        isSpace.toggle()
      }
      piece.append(character)
    }
    append(piece, isSpace: isSpace, run.emphasis)
  }

  /// Adds a run of which every byte is a character.
  private mutating func addASCII(_ run: Report.Run) {
    let bytes = run.text.utf8
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let isSpace = bytes[start] == UInt8(ascii: " ")
      let end =
        bytes[start...].firstIndex { ($0 == UInt8(ascii: " ")) != isSpace } ?? bytes.endIndex
      append(String(run.text[start..<end]), isSpace: isSpace, run.emphasis)
      start = end
    }
  }

  mutating func finished() -> [[Report.Run]] {
    placeWord()
    lines.append(line)
    return lines
  }

  private mutating func append(_ piece: String, isSpace: Bool, _ emphasis: Report.Emphasis) {
    guard !piece.isEmpty else { return }
    let run = Report.Run(text: piece, emphasis: emphasis)
    if isSpace {
      placeWord()
      spaces.append(run)
    } else {
      word.append(run)
    }
  }

  private mutating func placeWord() {
    guard !word.isEmpty else { return }
    let room = lines.isEmpty ? width : width - hanging
    let wordWidth = displayWidth(of: word)
    let gap = displayWidth(of: spaces)
    if lineWidth > 0, lineWidth + gap + wordWidth > room {
      lines.append(line)
      line = word
      lineWidth = wordWidth
    } else {
      line += spaces + word
      lineWidth += gap + wordWidth
    }
    word = []
    spaces = []
  }
}
