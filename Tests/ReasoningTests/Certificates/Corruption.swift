import MootLanguage
import MootProofChecker
import MootReasoning

@testable import MootReference

/// A way to make a certificate state something false, or for no reason.
enum Corruption: String, CaseIterable {
  /// Another date of the answer.
  case staleDate
  /// A literal left out, so that it is stated to fail: also a missing attacker, or a dropped exception.
  case literalDropped
  /// A literal stated to hold that does not.
  case literalAdded
  /// A higher or lower grade.
  case gradeRaised, gradeLowered
  /// The contrary in place of a literal.
  case polaritySwapped
  /// Other arguments.
  case substitutionWrong
  /// Undecided in place of what is in or out.
  case inTurnedUndecided, outTurnedUndecided
  /// In or out in place of what is undecided.
  case undecidedTurnedIn, undecidedTurnedOut
  /// A fact stated to fail.
  case factDenied
  /// The labels of two literals of different grades exchanged.
  case labelsExchanged
  /// All literals of a predicate left out.
  case sectionDropped
  /// A literal labelled twice.
  case literalRepeated
  /// A stage before the first, or beyond all that can be reckoned with.
  case stageBeforeFirst, stageBeyondLast
  /// What is not listed out later than what relies on that.
  case outStageLate
  /// Another predicate's name.
  case nameWrong
  /// A level holds while a lower one does not.
  case levelSkipped
  /// Circles resolved one way or another, as a stable model has them, at stages and ranks drawn for each.
  case circlesResolved
  /// Everything that nothing shows stated to hold at one and the same place: circular support made to look grounded.
  case unsupportedAtOnePlace

  /// A corrupted certificate of a theory; `nil` where there is nothing to corrupt so.
  func applied(to theory: CertifiedTheory, _ random: inout SeededGenerator) -> Certificate? {
    var corrupter = Corrupter(theory, random)
    let certificate = corrupter.corrupted(self)
    random = corrupter.random
    return certificate
  }
}

/// Makes one corrupted certificate.
private struct Corrupter {
  let theory: CertifiedTheory
  var certificate: Certificate
  var random: SeededGenerator

  /// A listed literal, by its section and its place there.
  typealias Place = (section: Int, literal: Int)

  init(_ theory: CertifiedTheory, _ random: SeededGenerator) {
    self.theory = theory
    self.random = random
    certificate = theory.certificate
  }

  mutating func corrupted(_ kind: Corruption) -> Certificate? {
    switch kind {
    case .staleDate:
      certificate.asOf = certificate.asOf == nil ? CalendarDate(year: 2007) : nil
      return certificate
    case .literalDropped: return pick { $0.upper > .unsupported }.flatMap { drop($0) }
    case .literalAdded: return added()
    case .gradeRaised:
      return pick { $0.upper < .established }.flatMap { place in
        relabel(place) { labels in
          let level = labels.firstIndex { if case .fails = $0 { true } else { false } }
          labels[level ?? 0] = .holds(stage: 9, rank: 9)
        }
      }
    case .gradeLowered:
      return pick { $0.lower > .unsupported }.flatMap { place in
        relabel(place) { labels in
          let level = labels.lastIndex { if case .holds = $0 { true } else { false } }
          labels[level ?? 0] = .fails(stage: 1000)
        }
      }
    case .polaritySwapped: return polaritySwapped()
    case .substitutionWrong: return substitutionWrong()
    case .inTurnedUndecided, .outTurnedUndecided, .undecidedTurnedIn, .undecidedTurnedOut:
      return turned(kind)
    case .factDenied: return factDenied()
    case .labelsExchanged: return labelsExchanged()
    case .sectionDropped: return sectionDropped()
    case .literalRepeated:
      return pick { _ in true }.map { place in
        let section = certificate.sections[place.section]
        certificate.sections[place.section].arguments += arguments(place)
        certificate.sections[place.section].labels.append(section.labels[place.literal])
        return certificate
      }
    case .stageBeforeFirst:
      return pick { $0.lower > .unsupported }.flatMap { place in
        relabel(place) { $0[0] = .holds(stage: 0, rank: 0) }
      }
    case .stageBeyondLast:
      return pick { $0.lower > .unsupported }.flatMap { place in
        relabel(place) { $0[0] = .holds(stage: .max, rank: .max) }
      }
    case .outStageLate: return outStageLate()
    case .nameWrong:
      guard let section = certificate.sections.indices.randomElement(using: &random) else {
        return nil
      }
      certificate.sections[section].name += "x"
      return certificate
    case .circlesResolved: return circlesResolved()
    case .unsupportedAtOnePlace: return unsupportedAtOnePlace()
    case .levelSkipped:
      return pick { $0.lower > .arguable }.flatMap { place in
        relabel(place) { $0[0] = .fails(stage: 1000) }
      }
    }
  }

  /// A literal of a relation or action whose labels are as asked for.
  private mutating func pick(_ isMeant: (Certificate.LabelSet) -> Bool) -> Place? {
    var places: [Place] = []
    for section in ordinarySections {
      for (literal, label) in certificate.sections[section].labels.enumerated()
      where isMeant(certificate.labelSets[Int(label)]) {
        places.append((section, literal))
      }
    }
    return places.randomElement(using: &random)
  }

  private var ordinarySections: [Int] {
    certificate.sections.indices.filter {
      theory.program[certificate.sections[$0].predicate.predicate].relation != nil
    }
  }

  private func arity(_ section: Int) -> Int {
    theory.program[certificate.sections[section].predicate.predicate].arity
  }

  private func arguments(_ place: Place) -> ArraySlice<UInt32> {
    certificate.sections[place.section].arguments(of: place.literal, arity: arity(place.section))
  }

  private mutating func drop(_ place: Place) -> Certificate {
    let arity = arity(place.section)
    certificate.sections[place.section].arguments.removeSubrange(
      place.literal * arity..<(place.literal + 1) * arity)
    certificate.sections[place.section].labels.remove(at: place.literal)
    return certificate
  }

  private mutating func relabel(
    _ place: Place, _ change: (inout [Certificate.Label]) -> Void
  ) -> Certificate {
    let old = Int(certificate.sections[place.section].labels[place.literal])
    var labels = certificate.labelSets[old].labels
    change(&labels)
    certificate.sections[place.section].labels[place.literal] = UInt32(certificate.labelSets.count)
    certificate.labelSets.append(Certificate.LabelSet(labels))
    return certificate
  }

  /// Whether a signed predicate's arguments are listed or stated.
  private func isKnown(_ predicate: SignedPredicate, _ arguments: [UInt32]) -> Bool {
    let values = arguments.map { certificate.values[Int($0)] }
    let isStated = theory.program.facts.contains { fact in
      fact.predicate == predicate
        && theory.program.arguments(of: fact).map { theory.program[$0] } == values
    }
    return isStated
      || certificate.sections.indices.contains { section in
        certificate.sections[section].predicate == predicate
          && certificate.sections[section].labels.indices.contains {
            Array(self.arguments((section, $0))) == arguments
          }
      }
  }

  private mutating func list(
    _ predicate: SignedPredicate, _ arguments: [UInt32], _ labels: Certificate.LabelSet
  ) -> Certificate {
    var index = certificate.sections.firstIndex { $0.predicate == predicate }
    if index == nil {
      index = certificate.sections.count
      certificate.sections.append(
        Certificate.Section(
          predicate: predicate, name: theory.program.certificateName(of: predicate), outStage: 1))
    }
    certificate.sections[index ?? 0].arguments += arguments
    certificate.sections[index ?? 0].labels.append(UInt32(certificate.labelSets.count))
    certificate.labelSets.append(labels)
    return certificate
  }

  private mutating func added() -> Certificate? {
    let ordinary = theory.program.predicates.indices.filter {
      theory.program.predicates[$0].relation != nil
    }
    guard let predicate = ordinary.randomElement(using: &random) else { return nil }
    let arity = theory.program.predicates[predicate].arity
    guard arity == 0 || !certificate.values.isEmpty else { return nil }
    let arguments = (0..<arity).map { _ in UInt32(random.below(certificate.values.count)) }
    let signed = SignedPredicate(
      PredicateID(raw: UInt32(predicate)), isPositive: random.chance(50))
    guard !isKnown(signed, arguments) else { return nil }
    let top = 1 + random.below(4)
    let labels = (1...4).map { level -> Certificate.Label in
      level <= top ? .holds(stage: 1000, rank: UInt32(10 - level)) : .fails(stage: 1000)
    }
    return list(signed, arguments, Certificate.LabelSet(labels))
  }

  private mutating func polaritySwapped() -> Certificate? {
    guard let place = pick({ $0.upper > .unsupported }) else { return nil }
    let contrary = certificate.sections[place.section].predicate.contrary
    let values = Array(arguments(place))
    guard !isKnown(contrary, values) else { return nil }
    let label = certificate.sections[place.section].labels[place.literal]
    _ = drop(place)
    return list(contrary, values, certificate.labelSets[Int(label)])
  }

  private mutating func substitutionWrong() -> Certificate? {
    guard let place = pick({ $0.upper > .unsupported }), arity(place.section) > 0 else {
      return nil
    }
    let predicate = certificate.sections[place.section].predicate
    var values = Array(arguments(place))
    values[random.below(values.count)] = UInt32(random.below(certificate.values.count))
    guard !isKnown(predicate, values) else { return nil }
    let label = certificate.sections[place.section].labels[place.literal]
    _ = drop(place)
    return list(predicate, values, certificate.labelSets[Int(label)])
  }

  private mutating func turned(_ kind: Corruption) -> Certificate? {
    func isMeant(_ label: Certificate.Label) -> Bool {
      switch (kind, label) {
      case (.inTurnedUndecided, .holds), (.outTurnedUndecided, .fails): true
      case (.undecidedTurnedIn, .undecided), (.undecidedTurnedOut, .undecided): true
      default: false
      }
    }
    let random = self.random
    return pick { $0.labels.contains(where: isMeant) }.map { place in
      var random = random
      return relabel(place) { labels in
        guard
          let level = labels.indices.filter({ isMeant(labels[$0]) }).randomElement(using: &random)
        else { return }
        switch kind {
        case .undecidedTurnedIn: labels[level] = .holds(stage: 1000, rank: 9)
        case .undecidedTurnedOut: labels[level] = .fails(stage: 1000)
        default: labels[level] = .undecided(rank: 1000)
        }
      }
    }
  }

  private mutating func factDenied() -> Certificate? {
    let grades = theory.engineGrades
    let facts = theory.program.facts.filter { fact in
      guard theory.program[fact.predicate.predicate].relation != nil else { return false }
      let arguments = theory.program.arguments(of: fact)
      let name = theory.program.literal(of: fact.predicate, arguments: arguments)
      return grades[name] == "established established"
    }
    guard let fact = facts.randomElement(using: &random) else { return nil }
    let arguments = theory.program.arguments(of: fact).map { value -> UInt32 in
      certificate.values.append(theory.program[value])
      return UInt32(certificate.values.count - 1)
    }
    let labels = Certificate.LabelSet(Array(repeating: .fails(stage: 1000), count: 4))
    return list(fact.predicate, arguments, labels)
  }

  private mutating func circlesResolved() -> Certificate? {
    let open = certificate.labelSets.indices.filter { certificate.labelSets[$0].isOpen }
    let isListed = ordinarySections.contains { section in
      certificate.sections[section].labels.contains { open.contains(Int($0)) }
    }
    guard isListed else { return nil }
    for set in open {
      let (stage, rank) = (UInt32(2 + random.below(4)), UInt32(random.below(8)))
      let holds = random.chance(50)
      for level in 0..<4 {
        guard case .undecided = certificate.labelSets[set].labels[level] else { continue }
        certificate.labelSets[set].labels[level] =
          holds ? .holds(stage: stage, rank: rank + UInt32(4 - level)) : .fails(stage: stage)
      }
    }
    return certificate
  }

  private mutating func unsupportedAtOnePlace() -> Certificate? {
    let (stage, rank) = (UInt32(2 + random.below(6)), UInt32(random.below(8)))
    let labels = Certificate.LabelSet(
      (1...4).map { level in
        level == 4 ? .fails(stage: stage) : .holds(stage: stage, rank: rank + UInt32(4 - level))
      })
    var added = 0
    for (number, predicate) in theory.program.predicates.enumerated()
    where predicate.relation != nil && predicate.arity < 2 {
      let signed = SignedPredicate(
        PredicateID(raw: UInt32(number)), isPositive: random.chance(50))
      let tuples =
        predicate.arity == 0 ? [[]] : certificate.values.indices.map { [UInt32($0)] }
      for tuple in tuples where !isKnown(signed, tuple) && !isKnown(signed.contrary, tuple) {
        _ = list(signed, tuple, labels)
        added += 1
      }
    }
    return added == 0 ? nil : certificate
  }

  private mutating func labelsExchanged() -> Certificate? {
    guard let one = pick({ _ in true }), let other = pick({ _ in true }) else { return nil }
    let first = certificate.sections[one.section].labels[one.literal]
    let second = certificate.sections[other.section].labels[other.literal]
    let sets = [first, second].map { certificate.labelSets[Int($0)] }
    guard (sets[0].lower, sets[0].upper) != (sets[1].lower, sets[1].upper) else { return nil }
    certificate.sections[one.section].labels[one.literal] = second
    certificate.sections[other.section].labels[other.literal] = first
    return certificate
  }

  private mutating func sectionDropped() -> Certificate? {
    let full = ordinarySections.filter { section in
      certificate.sections[section].labels.contains {
        certificate.labelSets[Int($0)].upper > .unsupported
      }
    }
    guard let section = full.randomElement(using: &random) else { return nil }
    certificate.sections[section].arguments = []
    certificate.sections[section].labels = []
    return certificate
  }

  /// Late for a rule that reads the predicate as a premise or in an exception.
  private mutating func outStageLate() -> Certificate? {
    let classes = theory.program.conflictClasses
    var read: [SignedPredicate] = []
    for rule in theory.program.rules where rule.period == .always {
      guard let head = rule.conclusions.first else { continue }
      let conditions = (rule.alternatives + rule.exceptions).joined().filter { !$0.isPast }
      for sentence in conditions.flatMap(\.sentences)
      where classes[Int(sentence.predicate.predicate.raw)]
        != classes[Int(head.predicate.predicate.raw)]
      {
        read.append(sentence.predicate)
      }
    }
    guard let predicate = read.randomElement(using: &random) else { return nil }
    let index = certificate.sections.firstIndex { $0.predicate == predicate }
    if let index {
      certificate.sections[index].outStage = 1_000_000
    } else {
      let name = theory.program.certificateName(of: predicate)
      certificate.sections.append(
        Certificate.Section(predicate: predicate, name: name, outStage: 1_000_000))
    }
    return certificate
  }
}

extension SeededGenerator: RandomNumberGenerator {}

extension Certificate.LabelSet {
  /// Whether a circle leaves some level undecided.
  fileprivate var isOpen: Bool {
    labels.contains { if case .undecided = $0 { true } else { false } }
  }
}

extension Condition {
  /// Whether it reads stated facts alone, whatever is out.
  fileprivate var isPast: Bool {
    if case .past = self { true } else { false }
  }
}
