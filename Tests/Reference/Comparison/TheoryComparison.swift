/// Compares an engine with the reference reasoner, and makes what differs small.
struct TheoryComparison {
  /// The engine under test: reads a document's text and file name; the theory is there for stand-ins.
  let conclude: (TheoryDocument) throws -> EngineConclusions

  /// The disagreement on `document`, if there is one; every ordinary literal of both polarities is compared.
  func difference(on document: TheoryDocument) -> Difference? {
    let meaning = document.meaning
    let reference = ReferenceReasoner(meaning.grounded()).conclusions()
    return difference(on: document, reference: reference)
  }

  /// The same, with the reference's conclusions at hand.
  func difference(on document: TheoryDocument, reference: ReferenceConclusions) -> Difference? {
    let answer: EngineConclusions
    do { answer = try conclude(document) } catch {
      return Difference(kind: .failure(String(describing: error)), document: document)
    }
    switch answer {
    case .preferenceCycle:
      return reference.hasPreferenceCycle
        ? nil : Difference(kind: .needlessCycle, document: document)
    case .grades(let grades):
      return compare(grades, reference, document).map { Difference(kind: $0, document: document) }
    }
  }

  /// A small document on which the engine differs in the same way: statements and conditions are dropped while it does.
  func shrunk(_ difference: Difference) -> Difference {
    var smallest = difference
    var isChanged = true
    while isChanged {
      isChanged = false
      for candidate in smallest.document.theory.reductions {
        let document = TheoryDocument(theory: candidate, notation: smallest.document.notation)
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
  private func compare(
    _ grades: [String: ReferenceInterval], _ reference: ReferenceConclusions,
    _ document: TheoryDocument
  ) -> Difference.Kind? {
    let atoms = AtomTable(document.theory)
    var differing: [Difference.Grades] = []
    var known = 0
    for literal in 0..<reference.theory.ordinaryCount {
      let name = document.name(atoms.sentence(literal))
      let expected = reference.grade(of: literal)
      let found = grades[name]
      known += found == nil ? 0 : 1
      if found ?? .unsupported != expected {
        differing.append(
          Difference.Grades(literal: name, engine: found ?? .unsupported, reference: expected))
      }
    }
    if known < grades.count {
      let names = Set(
        (0..<reference.theory.ordinaryCount).map { document.name(atoms.sentence($0)) })
      for (name, grade) in grades.sorted(by: { $0.key < $1.key }) where !names.contains(name) {
        differing.append(Difference.Grades(literal: name, engine: grade, reference: .unsupported))
      }
    }
    if !differing.isEmpty { return .grades(differing) }
    guard let pair = reference.ordinaryIncoherence else { return nil }
    return .missedCycle(
      document.name(atoms.sentence(pair.0)), document.name(atoms.sentence(pair.1)))
  }
}
