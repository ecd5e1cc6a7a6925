import MootLanguage

/// How atoms bind the variables of a sentence about them; worked out once for many blocks.
struct SentenceBinding {
  /// The sentence's signed predicate.
  let predicate: SignedPredicate
  /// The column that each variable is first bound by.
  private let targets: [Plan.Target]
  /// The columns that must have a certain value.
  private let constants: [(column: Int, value: UInt32)]
  /// Pairs of columns that must be equal.
  private let equalColumns: [(Int, Int)]

  /// Reads a sentence.
  init(_ sentence: Sentence) {
    predicate = sentence.predicate
    var targets: [Plan.Target] = []
    var constants: [(column: Int, value: UInt32)] = []
    var equalColumns: [(Int, Int)] = []
    for (column, term) in sentence.terms.enumerated() {
      switch term {
      case .any: continue
      case .value(let value): constants.append((column, value.raw))
      case .variable(let variable):
        let register = Int(variable.raw)
        if let first = targets.first(where: { $0.register == register }) {
          equalColumns.append((first.column, column))
        } else {
          targets.append(Plan.Target(column: column, register: register))
        }
      }
    }
    (self.targets, self.constants, self.equalColumns) = (targets, constants, equalColumns)
  }

  /// Fills a block with the bindings that some atoms of a table give, as far as they agree with the sentence;
  /// each atom is the origin of its row.
  ///
  /// The grades are left to the caller.
  func bind(_ rows: ArraySlice<UInt32>, of table: Table, in block: Block) {
    block.resize(to: rows.count)
    let origin = block.origin
    var kept = 0
    if constants.isEmpty, equalColumns.isEmpty {
      rows.withUnsafeBufferPointer { rows in
        if let start = rows.baseAddress { origin.update(from: start, count: rows.count) }
      }
      kept = rows.count
    } else {
      for row in rows where agrees(Int(row), table) {
        origin[kept] = row
        kept += 1
      }
      block.resize(to: kept)
    }
    for target in targets {
      let values = block.registers[target.register]
      table.columns[target.column].withUnsafeBufferPointer { known in
        for row in 0..<kept { values[row] = known[Int(origin[row])] }
      }
    }
  }

  private func agrees(_ row: Int, _ table: Table) -> Bool {
    constants.allSatisfy { table.columns[$0.column][row] == $0.value }
      && equalColumns.allSatisfy { table.columns[$0][row] == table.columns[$1][row] }
  }
}

extension Block {
  /// Gives all rows the same grades.
  func grade(lower grade: UInt8, upper: UInt8) {
    lower.update(repeating: grade, count: count)
    self.upper.update(repeating: upper, count: count)
  }
}
