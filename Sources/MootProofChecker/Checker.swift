import MootLanguage

/// Holds a certificate against a program.
///
/// Why nothing that is not looked at can be wrong: a literal that is not listed is claimed out from the out stage of
/// its predicate on. An instance with such a premise (or such a member in an exception) is passed over, for it is
/// dead (or the exception does not count) from that stage on, and `requireOrder` sees to it that no label of the
/// conclusion's class claims an earlier one. So a literal without listed reasons is out, and one with an instance
/// is looked at, listed or not.
struct Checker {
  let program: Program
  let asOf: CalendarDate?
  var values: ValueTable
  /// The atoms of each predicate.
  var tables: [AtomTable] = []
  /// The different sets of labels: those of the certificate, that of facts, and those of what is not listed.
  private(set) var labelSets: [Certificate.LabelSet]
  /// The label set of facts.
  let factLabel: UInt32
  /// How labels are read, and from where on each set can be relied on.
  var reading = Reading.certain
  var places: [Places] = []
  private(set) var certainPlaces: [Places] = []
  /// Room for the arguments of an atom.
  var tuple: [UInt32] = []
  /// The bindings of what is matched.
  var registers: [UInt32]
  let facts: FactIndex
  /// For each class of conflict, the least and the greatest stage of its labels and whether any is undecided.
  private(set) var stages: [(least: UInt32, greatest: UInt32, isUndecided: Bool)]
  /// The class of each predicate, which is its least member; the members of each; and its place among them.
  let classOf: [Int]
  private(set) var members: [[Int]]
  private(set) var placeOf: [Int] = []
  /// What is declared to conflict with each signed predicate.
  private(set) var conflicts: [[Conflict]]
  /// What can be said of rules; and the predicates that say so of which atoms have come up.
  let speech: Speech
  var demanded: [Int] = []
  var verification = Verification()
  /// For each signed predicate, whether it has a fact or a rule that counts.
  var isPresent: [Bool]
  private var steps = 0
  private let deadline: ContinuousClock.Instant

  /// What a sentence is declared to conflict with.
  typealias Conflict = (near: Sentence, far: Plan.Pattern, predicate: SignedPredicate)

  /// Takes up the facts and labels.
  init(
    _ certificate: Certificate, _ program: Program, asOf: CalendarDate?, seconds: Double
  ) throws(Rejection) {
    guard certificate.asOf == asOf else { throw Rejection(condition: .date) }
    (self.program, self.asOf, values) = (program, asOf, program.values)
    facts = FactIndex(program)
    speech = Speech(program)
    classOf = program.conflictClasses
    members = Array(repeating: [], count: program.predicates.count)
    conflicts = Array(repeating: [], count: program.predicates.count * 2)
    labelSets = certificate.labelSets
    factLabel = UInt32(labelSets.count)
    deadline = .now + .seconds(seconds)
    stages = Array(repeating: (.max, 1, false), count: program.predicates.count)
    isPresent = Array(repeating: false, count: program.predicates.count * 2)
    let sentences = program.incompatibilities.flatMap { [$0.first, $0.second] }
    let widths =
      program.rules.map(\.variables.count) + sentences.flatMap(\.variables).map { $0 + 1 }
    registers = Array(repeating: ValueID.none.raw, count: widths.max() ?? 0)
    let isFit = labelSets.allSatisfy { $0.labels.count == 4 && $0.labels.allSatisfy(\.isFit) }
    guard isFit else { throw Rejection(condition: .form) }
    makeTables(try outStages(certificate.sections))
    loadFacts()
    let ids = certificate.values.map { values.intern($0).raw }
    for section in certificate.sections { try load(section, ids) }
    certainPlaces = labelSets.map { Places($0, .certain) }
    for (predicate, number) in classOf.enumerated() {
      placeOf.append(members[number].count)
      members[number].append(predicate)
    }
    for pair in program.incompatibilities {
      for (near, far) in [(pair.first, pair.second), (pair.second, pair.first)] {
        let pattern = Plan.Pattern(far, nil, bound: Set(near.variables), in: &tables)
        conflicts[near.predicate.index].append((near, pattern, far.predicate))
      }
    }
    countConclusions()
  }

  private mutating func countConclusions() {
    let isAbsent = labelSets.map { $0.upper == .unsupported }
    for (predicate, table) in zip(program.predicates, tables) where !predicate.isSpoken {
      for labels in table.labels {
        verification.conclusionCount += labels.count { !isAbsent[Int($0)] }
      }
    }
  }

  /// The stage at which the literals of a signed predicate that are not listed are out.
  func outStage(of predicate: SignedPredicate) -> UInt32 {
    let label = tables[predicate.table].unlisted[predicate.side]
    return labelSets[Int(label)].labels[0].stage ?? 1
  }

  /// The stage at which what is not listed is out, for each signed predicate.
  private func outStages(_ sections: [Certificate.Section]) throws(Rejection) -> [UInt32] {
    var stages: [UInt32?] = Array(repeating: nil, count: program.predicates.count * 2)
    for section in sections {
      let index = section.predicate.index
      guard index < stages.count, Certificate.Label.fails(stage: section.outStage).isFit,
        section.name == program.certificateName(of: section.predicate)
      else { throw Rejection(condition: .form, literal: section.name) }
      guard stages[index] == nil else {
        throw Rejection(condition: .repetition, literal: section.name)
      }
      stages[index] = section.outStage
    }
    return stages.map { $0 ?? 1 }
  }

  private mutating func makeTables(_ outStages: [UInt32]) {
    labelSets.append(.init((1...4).map { .holds(stage: 1, rank: UInt32(4 - $0)) }))
    var known: [UInt32: UInt32] = [:]
    for (index, predicate) in program.predicates.enumerated() {
      let unlisted = outStages[index * 2...index * 2 + 1].map { stage in
        let label = known[stage] ?? UInt32(labelSets.count)
        if known[stage] == nil {
          labelSets.append(.init(Array(repeating: .fails(stage: stage), count: 4)))
        }
        known[stage] = label
        note(stage, in: index)
        return label
      }
      tables.append(AtomTable(arity: predicate.arity, unlisted: unlisted))
    }
  }

  private mutating func note(_ stage: UInt32, in predicate: Int) {
    let range = stages[classOf[predicate]]
    stages[classOf[predicate]].least = min(range.least, stage)
    stages[classOf[predicate]].greatest = max(range.greatest, stage)
  }

  /// Facts that hold are in at once.
  private mutating func loadFacts() {
    for run in program.facts.runs {
      let statesPeriods = program.statesPeriods(run)
      for index in run.range {
        let fact = program.facts[index]
        let period = program.particulars[Int(fact.particulars)].period
        let truth = statesPeriods ? period.counts(asOf) : true
        guard truth != false else { continue }
        let (table, side) = (fact.predicate.table, fact.predicate.side)
        let row = tables[table].insert(program.facts.arguments(at: index).map(\.raw))
        tables[table].stated[row] |= (truth == nil ? 4 : 1) << UInt8(side)
        isPresent[fact.predicate.index] = true
        if truth == true { tables[table].labels[side][row] = factLabel }
      }
    }
  }

  private mutating func load(_ section: Certificate.Section, _ ids: [UInt32]) throws(Rejection) {
    let (table, side) = (section.predicate.table, section.predicate.side)
    let arity = program.predicates[table].arity
    guard section.arguments.count == section.labels.count * arity else {
      throw Rejection(condition: .form, literal: section.name)
    }
    for (literal, label) in section.labels.enumerated() {
      tuple.removeAll(keepingCapacity: true)
      for place in section.arguments(of: literal, arity: arity) {
        // Only an undercutter or a preference may leave open what it speaks of.
        let isNothing =
          place == Certificate.Section.nothing && !program.predicates[table].keys.isEmpty
        guard isNothing || place < ids.count else {
          throw Rejection(condition: .form, literal: section.name)
        }
        tuple.append(isNothing ? ValueID.none.raw : ids[Int(place)])
      }
      guard label < factLabel else { throw Rejection(condition: .form, literal: section.name) }
      let row = tables[table].insert(tuple)
      guard tables[table].stated[row] & (16 << UInt8(side)) == 0 else {
        throw rejection(.repetition, Literal(table: table, row: row, side: side))
      }
      tables[table].stated[row] |= 16 << UInt8(side)
      tables[table].labels[side][row] = label
      if literal > 0, section.labels[literal - 1] == label { continue }
      for label in labelSets[Int(label)].labels {
        if let stage = label.stage {
          note(stage, in: table)
        } else {
          stages[classOf[table]].isUndecided = true
        }
      }
    }
  }

  /// Reads all labels in another way.
  mutating func read(_ reading: Reading) {
    guard self.reading != reading || places.isEmpty else { return }
    self.reading = reading
    places = reading == .certain ? certainPlaces : labelSets.map { Places($0, reading) }
  }

  /// Counts a step, and looks at the clock now and then.
  mutating func spend() throws(Rejection) {
    steps &+= 1
    if steps & 0xFFFF == 0, .now > deadline { throw Rejection(condition: .time) }
  }

  /// The rejection of a literal's label.
  func rejection(_ condition: Verification.Condition, _ literal: Literal, level: Int? = nil)
    -> Rejection
  {
    let arguments = tables[literal.table].arguments(literal.row).map { ValueID(raw: $0) }
    return Rejection(
      condition: condition,
      literal: program.extended(with: values).literal(of: literal.predicate, arguments: arguments),
      level: level.flatMap { Grade(rawValue: UInt8($0 + 1)) })
  }
}

extension Predicate {
  /// Whether it is an undercutter's or a preference's.
  var isSpoken: Bool {
    switch kind {
    case .undercut, .precedence: true
    case .plain, .obligation, .prohibition: false
    }
  }
}

extension SignedPredicate {
  /// Its table, its side there, and its number among all.
  var table: Int { Int(predicate.raw) }
  var side: Int { isPositive ? 0 : 1 }
  var index: Int { table * 2 + side }
}

extension Certificate.Label {
  /// The stage, of what is in or out.
  var stage: UInt32? {
    switch self {
    case .holds(let stage, _), .fails(let stage): stage
    case .undecided: nil
    }
  }

  /// Whether stages count from 1, and places can be reckoned with.
  var isFit: Bool {
    switch self {
    case .holds(let stage, let rank): stage > 0 && max(stage, rank) < 1 << 31
    case .fails(let stage): stage > 0 && stage < 1 << 31
    case .undecided(let rank): rank < 1 << 31
    }
  }
}
