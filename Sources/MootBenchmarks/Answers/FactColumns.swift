import MootLanguage

/// Tables of facts read as numbers, by a reader that shares nothing with the engine's.
///
/// A cell of digits is its number; any other text gets a number of its own, the same in all tables.
struct FactColumns {
  /// How many texts have a number.
  var nameCount: Int { numbers.count }
  private var numbers: [Substring: Int] = [:]
  private var tables: [String: [[Int]]] = [:]

  /// Reads tab-separated tables.
  init(_ files: [SourceFile]) {
    for file in files where file.name.hasSuffix(".facts") {
      let name = file.name.split(separator: "/").last ?? ""
      let text = String(decoding: file.bytes, as: UTF8.self)
      tables[String(name.dropLast(6))] = columns(of: text)
    }
  }

  /// The columns of a table; of one without rows, as many empty ones as are asked for.
  func callAsFunction(_ key: String, _ count: Int) -> [[Int]] {
    guard let columns = tables[key], columns.count == count else {
      return Array(repeating: [], count: count)
    }
    return columns
  }

  /// The number of a text; one that no cell has where it occurs nowhere.
  func number(of text: Substring) -> Int { numbers[text] ?? -1 }

  private mutating func columns(of text: String) -> [[Int]] {
    var columns: [[Int]] = []
    var rest = text.utf8[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      for (place, cell) in rest[..<end].split(separator: UInt8(ascii: "\t")).enumerated() {
        if place == columns.count { columns.append([]) }
        columns[place].append(value(of: Substring(cell)))
      }
      rest = end == rest.endIndex ? rest[end...] : rest[rest.index(after: end)...]
    }
    return columns
  }

  private mutating func value(of cell: Substring) -> Int {
    if let number = Int(cell) { return number }
    if let known = numbers[cell] { return known }
    numbers[cell] = numbers.count
    return numbers.count - 1
  }
}
