/// The rows of a file of facts, not yet checked against a program; at first only the first one.
public struct FactTable: Sendable {
  /// What its facts say: the name of the file without folder and suffix, a relation's key that may have a
  /// prefix such as `must not `.
  public let name: String
  /// How the file is laid out.
  public let layout: Layout
  /// The cells of all rows; those of the header come first, where there is one.
  private(set) var cells: [Cell] = []
  /// The index of the first cell of each row, and at the end the number of cells.
  private(set) var rowStarts: [Int] = [0]
  /// The offset behind these rows.
  private(set) var end = 0
  /// What is wrong with the quotation of cells.
  private(set) var problems: [Problem] = []

  /// How a file of facts is laid out.
  public enum Layout: Sendable {
    /// `.csv`: a header, and cells separated by commas (RFC 4180).
    case commaSeparated
    /// `.tsv`: a header, and cells separated by tabs.
    case tabSeparated
    /// `.facts`: no header and no quotation, cells separated by tabs, the holes in order.
    case headless

    /// The layout that a file's suffix stands for, or `nil` when it stands for none.
    public init?(ofFileNamed name: String) {
      if name.hasSuffix(".csv") {
        self = .commaSeparated
      } else if name.hasSuffix(".tsv") {
        self = .tabSeparated
      } else if name.hasSuffix(".facts") {
        self = .headless
      } else {
        return nil
      }
    }

    /// What stands between two cells.
    var separator: UInt8 {
      switch self {
      case .commaSeparated: UInt8(ascii: ",")
      case .tabSeparated, .headless: UInt8(ascii: "\t")
      }
    }

    /// Whether the first row names the columns, and cells can be quoted.
    var hasHeader: Bool {
      switch self {
      case .commaSeparated, .tabSeparated: true
      case .headless: false
      }
    }
  }

  /// What stands between the quotation marks of a cell: of two marks in it one.
  static func withoutDoubledMarks(_ content: ArraySlice<UInt8>) -> String {
    var isFirstOfTwo = false
    let text = content.filter { byte in
      isFirstOfTwo = byte == UInt8(ascii: "\"") && !isFirstOfTwo
      return byte != UInt8(ascii: "\"") || isFirstOfTwo
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A cell by its bytes, with its quotation marks and without spaces around it.
  struct Cell {
    /// The offset of its first byte.
    let lower: UInt32
    /// The offset after its last byte.
    let upper: UInt32
  }

  /// Something wrong with the quotation of a cell.
  enum Problem {
    /// A quotation that never ends.
    case unclosedQuote(Cell)
    /// Text between the end of a quotation and the end of its cell.
    case textAfterQuote(Cell, quote: Cell)
  }

  /// Begins to read a file; its layout follows from its suffix, and is `.commaSeparated` without a known one.
  ///
  /// The rows behind the first are read when the facts are appended to a program; then what is wrong comes to
  /// light. Blank lines mean nothing.
  public init(reading file: SourceFile) {
    let fileName = file.name.pathParts.last.map(String.init) ?? ""
    let end = fileName.lastIndex(of: ".") ?? fileName.endIndex
    name = String(fileName[..<end])
    layout = Layout(ofFileNamed: fileName) ?? .commaSeparated
    guard file.bytes.count < UInt32.max else { return }
    var reader = FactTableReader(file: file, layout: layout)
    reader.readFirstRow()
    take(from: reader)
  }

  /// The same table with all its rows.
  func withAllRows(of file: SourceFile, _ watch: Watch) -> FactTable {
    var table = self
    var reader = FactTableReader(file: file, layout: layout)
    reader.read(watch)
    table.take(from: reader)
    return table
  }

  private mutating func take(from reader: FactTableReader) {
    cells = reader.cells
    rowStarts = reader.rowStarts
    problems = reader.problems
    end = reader.position
  }

  /// The number of rows, the header included.
  var rowCount: Int { rowStarts.count - 1 }

  /// The cells of a row.
  func row(_ index: Int) -> ArraySlice<Cell> { cells[rowStarts[index]..<rowStarts[index + 1]] }
}
