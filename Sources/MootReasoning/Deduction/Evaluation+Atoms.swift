import MootLanguage

extension Evaluation {
  /// The rows of the atoms a sentence speaks of under each binding of a block, added where they are new.
  func atoms(of sentence: Sentence, _ block: Block) -> [UInt32] {
    let predicate = Int(sentence.predicate.predicate.raw)
    return (0..<block.count).map { row in
      UInt32(tables[predicate].insert(arguments(sentence, block, row)))
    }
  }
}
