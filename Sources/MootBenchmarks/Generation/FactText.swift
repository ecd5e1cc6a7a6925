import MootLanguage

/// One table of facts while it is written: a line for each row, its cells separated by tabs.
struct FactText {
  /// The short name of the relation.
  let key: String
  private var bytes: [UInt8] = []

  /// What stands in a cell.
  enum Cell {
    /// A whole number.
    case number(Int)
    /// A name made of a word and a number: `c12`.
    case name(StaticString, Int)
    /// A word.
    case word(String)
  }

  /// A table without rows.
  init(_ key: String) { self.key = key }

  /// The table as a file.
  var file: SourceFile { SourceFile(name: "\(key).facts", bytes: bytes) }

  /// Writes a row.
  mutating func add(_ cells: [Cell]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: "\t")) }
      switch cell {
      case .number(let number): write(number)
      case .name(let word, let number):
        word.withUTF8Buffer { bytes.append(contentsOf: $0) }
        write(number)
      case .word(let word): bytes.append(contentsOf: word.utf8)
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func write(_ number: Int) {
    guard number >= 0 else {
      bytes.append(UInt8(ascii: "-"))
      return write(-number)
    }
    let start = bytes.count
    var rest = number
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }
}
