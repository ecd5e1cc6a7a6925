import MootLanguage

extension Evaluation {
  /// The rows of the atoms a sentence speaks of under each binding of a block, added where they are new.
  func atoms(of sentence: Sentence, _ block: Block) -> [UInt32] {
    let predicate = Int(sentence.predicate.predicate.raw)
    var fixed: [UnsafeMutablePointer<UInt32>] = []
    defer { for column in fixed { column.deallocate() } }
    let arguments = sentence.terms.map { term in
      let value: UInt32
      switch term {
      case .variable(let variable): return UnsafePointer(block.registers[Int(variable.raw)])
      case .value(let constant): value = constant.raw
      case .any: value = Block.unbound
      }
      let column = UnsafeMutablePointer<UInt32>.allocate(capacity: max(1, block.count))
      column.initialize(repeating: value, count: block.count)
      fixed.append(column)
      return UnsafePointer(column)
    }
    return [UInt32](unsafeUninitializedCapacity: block.count) { rows, count in
      if let start = rows.baseAddress {
        tables[predicate].insert(arguments, count: block.count, rows: start)
      }
      count = block.count
    }
  }
}
