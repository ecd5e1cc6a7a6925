/// A report before it is laid out: what plain text and Markdown are both made from.
public struct Report: Sendable {
  /// The parts, in the order they are read.
  public private(set) var blocks: [Block] = []

  /// Creates an empty report.
  public init() {}

  /// A part of a report.
  public enum Block: Sendable {
    /// Begins a part; `level` 1 is the report's title. `aside` stands at the right.
    case heading(level: Int, Phrase, aside: Phrase)
    /// Running text.
    case paragraph(depth: Int, Phrase)
    /// Begins an entry of a list; `aside` stands at the right.
    case entry(depth: Int, Phrase, aside: Phrase)
    /// A line of an entry: what it is, what it says, and what is to be noted.
    case row(depth: Int, label: String, Phrase, note: Phrase)
    /// A table.
    case grid(depth: Int, Grid)
    /// A line beside a drawn line of time: with a date it is a mark on it.
    case tick(date: Phrase, Phrase)
    /// An empty line.
    case gap
  }

  /// A table, which is told row by row where it is too wide.
  public struct Grid: Sendable {
    /// What the columns say.
    public var header: [Phrase]
    /// The rows; each has an entry for each column.
    public var rows: [[Phrase]]

    /// Creates a table.
    public init(header: [Phrase], rows: [[Phrase]]) {
      self.header = header
      self.rows = rows
    }
  }

  /// A piece of text whose parts may be stressed.
  public struct Phrase: Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// The parts, which follow each other without a space.
    public var runs: [Run] = []

    /// Creates a phrase that says nothing.
    public init() {}

    /// Creates a phrase without stress.
    public init(stringLiteral text: String) { self.init(text) }

    /// Creates a phrase of one run.
    public init(_ text: String, _ emphasis: Emphasis = .none) {
      if !text.isEmpty { runs = [Run(text: text, emphasis: emphasis)] }
    }

    /// Whether it says nothing.
    public var isEmpty: Bool { runs.isEmpty }

    /// The text without its stress.
    public var text: String { runs.reduce(into: "") { $0 += $1.text } }

    /// One phrase after the other.
    public static func + (left: Phrase, right: Phrase) -> Phrase {
      var sum = left
      sum.runs += right.runs
      return sum
    }
  }

  /// A stretch of text with one emphasis.
  public struct Run: Sendable {
    /// The text, as it is: whoever lays it out escapes it.
    public let text: String
    /// How it is stressed.
    public let emphasis: Emphasis
  }

  /// How a stretch of text is stressed.
  public enum Emphasis: Sendable {
    case none
    case strong
    case faint
  }

  /// Adds a part.
  public mutating func add(_ block: Block) { blocks.append(block) }

  /// Adds the parts of another report.
  public mutating func add(_ report: Report) { blocks += report.blocks }
}
