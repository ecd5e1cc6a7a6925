import MootLanguage

extension Evaluation {
  /// The rows of the atoms a sentence speaks of under each binding of a block, added where they are new.
  func atoms(of sentence: Sentence, _ block: Block) -> [UInt32] {
    let predicate = Int(sentence.predicate.predicate.raw)
    let arguments = conclusions.arguments(of: sentence, block)
    return [UInt32](unsafeUninitializedCapacity: block.count) { rows, count in
      guard let base = rows.baseAddress else { return }
      tables[predicate].insert(arguments, count: block.count, rows: base)
      count = block.count
    }
  }
}
