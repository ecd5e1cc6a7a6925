import MootLanguage

extension Join {
  /// Keeps the bindings whose one possible atom there is.
  func filter(_ input: Block, by matching: Matching, into output: Block) {
    let scratch = evaluation.scratch.room(for: input.count)
    let predicate = matching.match.predicate
    let kept: Int
    if evaluation.tables[predicate].isKeyed, let key = matching.match.keys.first {
      kept = filter(input, byValuesOf: key, matching, scratch)
    } else {
      let arguments = matching.match.keys.map { TupleIndex.Argument($0, input) }
      evaluation.tables[predicate].find(arguments, count: input.count, rows: scratch.rows)
      kept = filter(input, byRowsIn: scratch, matching)
    }
    output.take(kept, from: input, by: scratch, matching)
  }

  /// Keeps the bindings whose atom in a table kept by value there is; the number kept.
  private func filter(
    _ input: Block, byValuesOf key: Plan.Operand, _ matching: Matching, _ scratch: Scratch.Room
  ) -> Int {
    let table = evaluation.tables[matching.match.predicate]
    let side = matching.match.isPositive ? table.positive : table.negative
    let argument = TupleIndex.Argument(key, input)
    return side.bytes.withUnsafeBufferPointer { bytes in
      keep(input, matching, scratch) { binding in
        let value = Int(argument[binding])
        return value < bytes.count ? bytes[value] : 0
      }
    }
  }

  /// Keeps the bindings whose atom was found in some row; the number kept.
  private func filter(
    _ input: Block, byRowsIn scratch: Scratch.Room, _ matching: Matching
  ) -> Int {
    let table = evaluation.tables[matching.match.predicate]
    let side = matching.match.isPositive ? table.positive : table.negative
    let rows = scratch.rows
    return keep(input, matching, scratch) { binding in
      rows[binding] == ColumnIndex.none ? 0 : side[Int(rows[binding])]
    }
  }

  /// Keeps the bindings whose atom has a standing that counts; the number kept.
  @inline(__always)
  private func keep(
    _ input: Block, _ matching: Matching, _ scratch: Scratch.Room, standing: (Int) -> UInt8
  ) -> Int {
    let (inputLower, inputUpper) = (input.lower, input.upper)
    var kept = 0
    for binding in 0..<input.count {
      let raw = Int(standing(binding))
      scratch.bindings[kept] = UInt32(truncatingIfNeeded: binding)
      scratch.lower[kept] = matching.combined(inputLower[binding], matching.lower[raw])
      scratch.upper[kept] = matching.combined(inputUpper[binding], matching.upper[raw])
      kept &+= Int(matching.counts[raw])
    }
    return kept
  }
}

extension TupleIndex.Argument {
  /// The values of an operand under the bindings of a block.
  @inline(__always)
  fileprivate init(_ operand: Plan.Operand, _ block: Block) {
    switch operand {
    case .register(let register): self = .values(block.registers[register])
    case .value(let value): self = .constant(value)
    }
  }
}
