extension Report {
  /// The report as text of at most `width` columns; a word that is longer stands out.
  public func text(style: TextStyle = .plain, width: Int = 100) -> String {
    var layout = TextLayout(style: style, width: width)
    var index = 0
    while index < blocks.count {
      if case .row = blocks[index] {
        let end = blocks[index...].firstIndex { !$0.isRow } ?? blocks.count
        layout.addRows(blocks[index..<end])
        index = end
      } else if case .tick = blocks[index] {
        let end = blocks[index...].firstIndex { !$0.isTick } ?? blocks.count
        layout.addTicks(blocks[index..<end])
        index = end
      } else {
        layout.add(blocks[index])
        index += 1
      }
    }
    return layout.text
  }
}

extension Report.Block {
  /// Whether it is a line of an entry.
  fileprivate var isRow: Bool {
    if case .row = self { true } else { false }
  }

  /// Whether it stands beside a line of time.
  fileprivate var isTick: Bool {
    if case .tick = self { true } else { false }
  }
}

/// The state of laying a report out as text.
private struct TextLayout {
  let style: TextStyle
  let width: Int
  var text = ""

  /// Where the note of a row begins, when what it says leaves room.
  private static let noteColumn = 62
  /// Where an aside begins, when what it stands beside leaves room.
  private static let asideColumn = 76
  /// The least width of the labels of rows.
  private static let leastLabelWidth = 8

  init(style: TextStyle, width: Int) {
    self.style = style
    self.width = width
  }

  mutating func add(_ block: Report.Block) {
    switch block {
    case .heading(_, let phrase, let aside):
      addLine(phrase, aside: aside, asideColumn: Self.noteColumn, indent: 0)
    case .entry(let depth, let phrase, let aside):
      addLine(phrase, aside: aside, asideColumn: Self.asideColumn, indent: 2 * depth)
    case .paragraph(let depth, let phrase):
      addLine(phrase, aside: Report.Phrase(), asideColumn: 0, indent: 2 * depth)
    case .row:
      addRows([block])
    case .grid(let depth, let grid):
      addGrid(grid, indent: 2 * depth)
    case .tick:
      addTicks([block])
    case .gap:
      text += "\n"
    }
  }

  /// Adds rows that follow each other; what they say begins in one column.
  mutating func addRows(_ rows: ArraySlice<Report.Block>) {
    var labelWidth = Self.leastLabelWidth
    for case .row(_, let label, _, _) in rows { labelWidth = max(labelWidth, label.count + 2) }
    for case .row(let depth, let label, let phrase, let note) in rows {
      var padded = Report.Phrase(
        label + String(repeating: " ", count: labelWidth - label.count), .faint)
      padded.runs += phrase.runs
      addLine(
        padded, aside: note, asideColumn: Self.noteColumn, indent: 2 * depth, hanging: labelWidth)
    }
  }

  /// Adds what stands beside a line of time, which is drawn through all of it.
  mutating func addTicks(_ ticks: ArraySlice<Report.Block>) {
    var dateWidth = 0
    for case .tick(let date, _) in ticks {
      dateWidth = max(dateWidth, displayWidth(of: wrapped(date, width: .max)[0]))
    }
    for case .tick(let date, let phrase) in ticks {
      let room = width - dateWidth - 4 - (date.isEmpty ? 2 : 0)
      for (index, line) in wrapped(phrase, width: room, hanging: 2).enumerated() {
        let label = index == 0 ? wrapped(date, width: .max)[0] : []
        let padding = String(repeating: " ", count: dateWidth - displayWidth(of: label))
        let isMark = index == 0 && !date.isEmpty
        text += styled(label) + padding + (isMark ? " ●─ " : " │  ")
        if line.isEmpty { text.removeLast(2) }
        text += String(
          repeating: " ", count: (date.isEmpty && !line.isEmpty ? 2 : 0) + (index > 0 ? 2 : 0))
        text += styled(line) + "\n"
      }
    }
  }

  /// Adds a line with what stands at its right: in the column for it, after two spaces when that is
  /// passed already, or on lines of its own when there is no room.
  private mutating func addLine(
    _ phrase: Report.Phrase, aside: Report.Phrase, asideColumn: Int, indent: Int, hanging: Int = 0
  ) {
    let lines = wrapped(phrase, width: width - indent, hanging: hanging)
    var margin = String(repeating: " ", count: indent)
    for (index, line) in lines.enumerated() {
      text += margin + styled(line)
      if index < lines.count - 1 { text += "\n" }
      if index == 0 { margin += String(repeating: " ", count: hanging) }
    }
    guard !aside.isEmpty else {
      text += "\n"
      return
    }
    let used = (lines.count > 1 ? margin.count : indent) + displayWidth(of: lines.last ?? [])
    let column = max(asideColumn, used + 2)
    if lines.count == 1, column + displayWidth(of: wrapped(aside, width: .max)[0]) <= width {
      text += String(repeating: " ", count: column - used)
      text += styled(wrapped(aside, width: .max)[0]) + "\n"
      return
    }
    text += "\n"
    let asideMargin = String(repeating: " ", count: indent + hanging + 4)
    for line in wrapped(aside, width: width - asideMargin.count) {
      text += asideMargin + styled(line) + "\n"
    }
  }

  /// Adds a table in columns, or where they do not fit a block for each row.
  private mutating func addGrid(_ grid: Report.Grid, indent: Int) {
    let lines = ([grid.header] + grid.rows).map { row in
      row.map { wrapped($0, width: .max)[0] }
    }
    let widths = grid.header.indices.map { column in
      lines.map { displayWidth(of: $0[column]) }.max() ?? 0
    }
    let margin = String(repeating: " ", count: indent)
    let columns = widths.reduce(0) { $0 + $1 + 2 } - 2
    guard indent + columns <= width else {
      for row in grid.rows {
        text += "\n"
        for (heading, cell) in zip(grid.header, row) {
          addLine(
            heading + Report.Phrase(": ") + cell, aside: Report.Phrase(), asideColumn: 0,
            indent: indent, hanging: 2)
        }
      }
      return
    }
    for line in lines {
      text += margin
      for (column, cell) in line.enumerated() {
        text += styled(cell)
        guard column < line.count - 1 else { continue }
        text += String(repeating: " ", count: widths[column] + 2 - displayWidth(of: cell))
      }
      text += "\n"
    }
  }

  private func styled(_ line: [Report.Run]) -> String {
    var text = ""
    var rest = line[...]
    while let emphasis = rest.first?.emphasis {
      let run = rest.prefix { $0.emphasis == emphasis }
      text += style.applied(to: run.map(\.text).joined(), emphasis)
      rest = rest.dropFirst(run.count)
    }
    return text
  }
}
