/// Compares an engine with the reference reasoner, and makes what differs small.
struct TheoryComparison {
  /// The engine under test: reads a document's text and file name; the theory is there for stand-ins.
  let conclude: (TheoryDocument) throws -> EngineConclusions

  /// The disagreement on `document`, if there is one; every ordinary literal of both polarities is compared.
  func difference(on document: TheoryDocument) -> Difference? {
    JudgedTheory(document.meaning).flatMap { difference(on: document, judged: $0) }
  }

  /// The same, with the reference's conclusions at hand.
  func difference(on document: TheoryDocument, judged: JudgedTheory) -> Difference? {
    let reference = judged.conclusions
    let answer: EngineConclusions
    do { answer = try conclude(document) } catch {
      return Difference(kind: .failure(String(describing: error)), document: document)
    }
    switch answer {
    case .preferenceCycle:
      return reference.hasPreferenceCycle
        ? nil : Difference(kind: .needlessCycle, document: document)
    case .grades(let grades):
      return compare(grades, judged, document).map { Difference(kind: $0, document: document) }
    }
  }

  /// A small document on which the engine differs in the same way: statements and conditions are dropped while it does.
  func shrunk(_ difference: Difference) -> Difference {
    var smallest = difference
    var isChanged = true
    while isChanged {
      isChanged = false
      for candidate in smallest.document.theory.reductions {
        let document = TheoryDocument(
          theory: candidate, notation: smallest.document.notation,
          changes: smallest.document.changes.filter { candidate.canChange(by: $0) })
        if let found = self.difference(on: document), found.resembles(difference) {
          smallest = found
          isChanged = true
          break
        }
      }
    }
    return smallest
  }

  /// How the engine's grades differ from the reference's.
  ///
  /// Names are made only for what one of them concludes; all other literals have no argument on either side.
  private func compare(
    _ grades: [String: ReferenceInterval], _ judged: JudgedTheory, _ document: TheoryDocument
  ) -> Difference.Kind? {
    let reference = judged.conclusions
    let atoms = AtomTable(judged.theory)
    func name(_ literal: Int) -> String {
      let sentence = atoms.sentence(literal)
      return document.notation == .moot
        ? judged.theory.mootNotation(sentence) : judged.theory.arrowNotation(sentence)
    }
    var differing: [Difference.Grades] = []
    var unmatched = grades
    for literal in 0..<reference.theory.ordinaryCount {
      let expected = reference.grade(of: literal)
      guard expected != .unsupported else { continue }
      let name = name(literal)
      let found = unmatched.removeValue(forKey: name) ?? .unsupported
      if found != expected {
        differing.append(Difference.Grades(literal: name, engine: found, reference: expected))
      }
    }
    for (name, grade) in unmatched.sorted(by: { $0.key < $1.key }) where grade != .unsupported {
      differing.append(Difference.Grades(literal: name, engine: grade, reference: .unsupported))
    }
    if !differing.isEmpty { return .grades(differing) }
    guard let pair = reference.ordinaryIncoherence else { return nil }
    return .missedCycle(name(pair.0), name(pair.1))
  }
}
