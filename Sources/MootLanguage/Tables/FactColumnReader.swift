/// Reads the rows of a well-formed table into columns (see `RowScanner`).
struct FactColumnReader {
  /// What the columns of the file are.
  let columns: [FactTableChecker.Column]
  /// The relation the rows are about.
  let relation: Relation
  /// The sources that can be cited.
  let citations: [String: CitationID]
  private var product: FactColumns
  private var knownCircumstances: [Key: UInt32] = [:]
  private var lastCircumstances: (key: Key, number: UInt32)?

  /// What a row states besides, as it is read.
  private struct Key: Hashable {
    var from: UInt64 = 0
    var until: UInt64 = 0
    var cites: UInt32?
  }

  /// Prepares the reading of rows about a relation.
  init(
    _ columns: [FactTableChecker.Column], of relation: Relation, citations: [String: CitationID]
  ) {
    self.columns = columns
    self.relation = relation
    self.citations = citations
    product = FactColumns(holeCount: relation.holes.count)
  }

  /// The rows from `start`, with their values in `values`; `nil` where anything is unusual.
  mutating func rows(
    of file: SourceFile, from start: Int, layout: FactTable.Layout, into values: inout ValueTable,
    _ watch: Watch
  ) -> FactColumns? {
    let isRead = file.bytes.withUnsafeBufferPointer { bytes in
      var scanner = RowScanner(bytes, from: start, layout: layout, forms: columns.map(form))
      let probe = ProbeBuffers(capacity: scanner.capacity)
      while true {
        guard let count = scanner.nextBatch(&values) else { return false }
        if count == 0 { return true }
        guard watch.goesOn(after: count) else { return false }
        if product.count == 0 {
          reserve(
            bytes.count - start, rowBytes: (scanner.position - start) / count,
            batch: scanner.capacity)
        }
        guard take(count, from: scanner, of: bytes, into: &values, probe) else { return false }
      }
    }
    return isRead ? product : nil
  }

  private func form(of column: FactTableChecker.Column) -> RowScanner.Form {
    switch column {
    case .hole(let hole):
      switch relation.holes[hole].sort {
      case .entity: .name
      case .number: .number
      case .date: .date
      case .any: .any
      }
    case .from, .until: .optionalDate
    case .cites: .sources
    case .ignored: .ignored
    }
  }

  /// Makes room for as many rows as the first ones let expect.
  private mutating func reserve(_ byteCount: Int, rowBytes: Int, batch: Int) {
    let expected = byteCount / max(1, rowBytes)
    for hole in product.columns.indices {
      product.columns[hole].reserveCapacity(expected + expected / 32 + batch)
    }
  }

  /// Takes in a batch of rows; `false` where something is wrong with what they state besides.
  private mutating func take(
    _ count: Int, from scanner: RowScanner, of bytes: UnsafeBufferPointer<UInt8>,
    into values: inout ValueTable, _ probe: ProbeBuffers
  ) -> Bool {
    var hasCircumstances = false
    for (column, cells) in zip(columns, scanner.cells) {
      switch column {
      case .hole(let hole):
        values.intern(cells, count: count, of: bytes, probe)
        product.columns[hole].append(
          contentsOf: UnsafeBufferPointer(start: cells.ids, count: count))
      case .from, .until, .cites: hasCircumstances = true
      case .ignored: break
      }
    }
    if product.count + count <= Fact.Particulars.mostPlaces {
      product.places += scanner.places[..<(count * 2)]
    }
    product.count += count
    guard hasCircumstances else { return true }
    for row in 0..<count {
      guard let number = circumstances(of: row, in: scanner) else { return false }
      product.circumstancesOfRow.append(number)
    }
    return true
  }

  private mutating func circumstances(of row: Int, in scanner: RowScanner) -> UInt32? {
    var key = Key()
    for (column, cells) in zip(columns, scanner.cells) {
      switch column {
      case .from: key.from = cells.words[row]
      case .until: key.until = cells.words[row]
      case .cites: key.cites = cells.ids[row]
      case .hole, .ignored: break
      }
    }
    if let lastCircumstances, lastCircumstances.key == key { return lastCircumstances.number }
    let known = knownCircumstances[key]
    guard let number = known ?? add(key, scanner.cited) else { return nil }
    knownCircumstances[key] = number
    lastCircumstances = (key, number)
    return number
  }

  /// Adds what a row states besides; `nil` where that is not in order.
  private mutating func add(_ key: Key, _ cited: ValueTable) -> UInt32? {
    let from = key.from == 0 ? nil : ValueWord.date(of: key.from)
    let until = key.until == 0 ? nil : ValueWord.date(of: key.until)
    if let from, let until, until.lastDay < from.firstDay { return nil }
    var circumstances = FactColumns.Circumstances(period: Period(from: from, until: until))
    if let cites = key.cites, case .entity(let text) = cited[ValueID(raw: cites)] {
      for part in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == " " }) {
        guard let id = citations[String(part)] else { return nil }
        circumstances.cites.append(id)
      }
    }
    product.circumstances.append(circumstances)
    return UInt32(product.circumstances.count - 1)
  }
}
