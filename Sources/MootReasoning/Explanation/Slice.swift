import MootLanguage

/// The literals that a literal's grade rests on: those its rules and the rules against it read, and so on.
struct Slice {
  /// The literals, the one asked about first, in breadth-first order.
  let literals: [Literal]
  /// Whether one of them is inconsistent.
  let restsOnInconsistency: Bool

  /// Follows a literal down to the facts.
  init(of literal: Literal, _ inquiry: Inquiry) {
    var known: Set<Literal> = [literal]
    var literals = [literal]
    var next = 0
    var isInconsistent = false
    while next < literals.count, inquiry.goesOn() {
      let current = literals[next]
      next += 1
      if inquiry.judgement(of: current).verdict == .inconsistent { isInconsistent = true }
      for side in [current] + inquiry.opposed(to: current) {
        for instance in inquiry.instances(concluding: side) {
          for read in inquiry.literalsRead(by: instance) where known.insert(read).inserted {
            literals.append(read)
          }
        }
      }
    }
    self.literals = literals
    restsOnInconsistency = isInconsistent
  }
}

extension Inquiry {
  /// The literals that the premises and bound exceptions of an instance name.
  func literalsRead(by instance: Instance) -> [Literal] {
    guard case .rule(let id) = instance.source else { return [] }
    let rule = program[id]
    let conditions = rule.alternatives[instance.alternative] + rule.exceptions.joined()
    return conditions.flatMap(\.sentences).compactMap { sentence in
      self.literal(sentence, under: instance.binding)
    }
  }

  /// A sentence under a binding; `nil` where a variable of it is not bound.
  func literal(_ sentence: Sentence, under binding: [UInt32]) -> Literal? {
    var arguments: [ValueID] = []
    for term in sentence.terms {
      switch term {
      case .value(let value): arguments.append(value)
      case .variable(let variable):
        guard binding[Int(variable.raw)] != Block.unbound else { return nil }
        arguments.append(ValueID(raw: binding[Int(variable.raw)]))
      case .any: return nil
      }
    }
    return Literal(sentence.predicate, arguments)
  }
}

extension Evaluation {
  /// Whether a literal of a predicate is established together with one that conflicts with it.
  func hasInconsistency(of predicate: Int) -> Bool {
    guard canBeInconsistent(predicate) else { return false }
    for row in 0..<tables[predicate].count {
      for isPositive in [true, false]
      where tables[predicate].standing(row, isPositive: isPositive).lower == 4 {
        let contrary = tables[predicate].standing(row, isPositive: !isPositive)
        let isOpposed = incompatible(predicate, isPositive, row).contains { other in
          tables[other.predicate].standing(other.row, isPositive: other.isPositive).lower == 4
        }
        if contrary.lower == 4 || isOpposed { return true }
      }
    }
    return false
  }

  /// Whether both a literal of a predicate and one that conflicts with it may be established.
  private func canBeInconsistent(_ predicate: Int) -> Bool {
    let isEstablished = [true, false].map { isPositive in
      tables[predicate].standingCounts(isPositive: isPositive).contains { $0.standing.lower == 4 }
    }
    let hasConflicts = !theory.conflicts[2 * predicate...2 * predicate + 1].allSatisfy(\.isEmpty)
    return isEstablished == [true, true] || hasConflicts && isEstablished != [false, false]
  }
}
