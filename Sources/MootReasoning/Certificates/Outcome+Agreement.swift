import MootLanguage
public import MootProofChecker

extension Outcome {
  /// The first literal of a relation or action of which a certificate states another grade than was concluded.
  ///
  /// Takes time linear in what is listed and concluded.
  public func disagreement(with certificate: Certificate) -> Literal? {
    var values = program.values
    let ids = certificate.values.map { values.intern($0) }
    var listed: [[Int]] = Array(repeating: [], count: program.predicates.count * 2)
    for section in certificate.sections {
      let predicate = Int(section.predicate.predicate.raw)
      guard predicate < tables.count, program.predicates[predicate].relation != nil else {
        continue
      }
      var table = tables[predicate]
      let isPositive = section.predicate.isPositive
      for (index, label) in section.labels.enumerated() {
        let arguments = section.arguments(of: index, arity: table.arity).map { ids[Int($0)] }
        let set = certificate.labelSets[Int(label)]
        let row = table.row(of: arguments.map(\.raw))
        let standing = row.map { table.standing($0, isPositive: isPositive) } ?? .none
        guard standing.interval == GradeInterval(lower: set.lower, upper: set.upper) else {
          return Literal(section.predicate, arguments)
        }
        if let row { listed[Theory.index(of: section.predicate)].append(row) }
      }
    }
    return unlisted(listed)
  }

  /// The first literal that is neither listed nor a fact, and yet was concluded.
  private func unlisted(_ listed: [[Int]]) -> Literal? {
    for (predicate, table) in tables.enumerated()
    where program.predicates[predicate].relation != nil {
      for isPositive in [true, false] {
        let signed = SignedPredicate(PredicateID(raw: UInt32(predicate)), isPositive: isPositive)
        var isKnown = Array(repeating: false, count: table.count)
        for row in listed[Theory.index(of: signed)] { isKnown[row] = true }
        for row in 0..<table.count {
          guard table.standing(row, isPositive: isPositive).upper > 0,
            !table.isStated(row, isPositive: isPositive), !isKnown[row]
          else { continue }
          return Literal(signed, table.arguments(row).map { ValueID(raw: $0) })
        }
      }
    }
    return nil
  }
}
