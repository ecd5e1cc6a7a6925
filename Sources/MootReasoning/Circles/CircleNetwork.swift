import MootLanguage

/// An instantiated circle, arranged for deciding it by counting: what follows from what is told on, atom by atom,
/// at all levels together, until nothing changes.
///
/// Levels are sets of four bits, level 1 the lowest. Each level of each atom is told at most once, so that
/// deciding is linear in the number of links.
struct CircleNetwork<Counters: LevelCounters> {
  /// For each atom, the levels it has in the low bits, and those it cannot have in the high ones.
  var states: [UInt8]
  /// What of the states has been told on.
  var told: [UInt8]
  /// For each atom, how many instances may still support it.
  var live: [Counters]
  /// For each atom, its first link; one more at the end.
  var starts: [UInt32] = []
  /// Where the atoms are read, in their order.
  var links: [Link] = []
  /// How they are read.
  var uses: [Use] = []
  /// What the news of an atom mean for a use, 256 bytes for each kind of use.
  var effects: [UInt8] = []
  /// The instances that read several atoms, and exceptions that do.
  var records: [Record] = []
  /// For each rule of the program, whether an instance of it certainly fires.
  var hasFired: [Bool]
  /// The atoms that may rest on themselves through premises.
  var loopAtoms: [Range<Int>] = []
  /// The records that failed, where there are such atoms.
  private var failures: [Int] = []
  /// The atoms with news to tell.
  private var pending: [UInt32] = []

  /// That an atom is read.
  struct Link {
    /// The atom concluded, or the record, by the use.
    let target: UInt32
    /// How it is read, by index.
    let use: UInt32
  }

  /// How atoms are read.
  struct Use {
    /// Where its effects begin.
    let effects: Int
    /// The rule's index.
    let rule: Int32
    /// Whether the target is a record; otherwise the atom decides alone whether the instance fires.
    let isCounted: Bool
    /// Whether it is a premise on which a conclusion may rest that it rests on itself.
    let isLoop: Bool
  }

  /// An instance of a rule that reads several atoms, or an exception that does.
  struct Record {
    /// The atom concluded, or the record to which the exception belongs.
    let target: UInt32
    /// The rule's index; -1 for an exception.
    let rule: Int32
    /// What is missing.
    var open: Counters
    /// The levels at which it cannot fire, or count.
    var dead: UInt8

    /// Whether it is an exception.
    var isException: Bool { rule < 0 }
  }

  /// A network of atoms without links.
  init(atomCount: Int, ruleCount: Int) {
    states = Array(repeating: 0, count: atomCount)
    told = states
    live = Array(repeating: Counters(), count: atomCount)
    hasFired = Array(repeating: false, count: ruleCount)
  }

  /// Decides every atom.
  mutating func run(_ budget: inout Budget) throws(LimitReached) {
    for record in records.indices {
      let complete = records[record].open.zeros & ~records[record].dead
      if complete != 0 { finish(record, at: complete) }
    }
    for atom in states.indices {
      states[atom] |= (live[atom].zeros & ~states[atom]) << 4
      guard states[atom] != told[atom] else { continue }
      pending.append(UInt32(atom))
      try tellAll(&budget)
    }
    guard !loopAtoms.isEmpty else { return }
    failures = []
    var sources = CircleSources(self)
    while try sources.withdrawUnfounded(from: &self, &budget) { try tellAll(&budget) }
  }

  /// The records that can no longer fire at some level, since the last time.
  mutating func takeFailures() -> [Int] {
    defer { failures = [] }
    return failures
  }

  /// Tells all news on.
  mutating func tellAll(_ budget: inout Budget) throws(LimitReached) {
    while let atom = pending.popLast() {
      let count = tell(Int(atom))
      try budget.work(count)
    }
  }

  /// Notes that an atom has some levels.
  @inline(__always)
  mutating func have(_ levels: UInt8, _ atom: Int) { note(levels & ~states[atom], atom) }

  /// Notes that an atom cannot have some levels.
  @inline(__always)
  mutating func lose(_ levels: UInt8, _ atom: Int) {
    note((levels & ~states[atom]) << 4 & ~states[atom], atom)
  }

  @inline(__always)
  private mutating func note(_ news: UInt8, _ atom: Int) {
    guard news != 0 else { return }
    if states[atom] == told[atom] { pending.append(UInt32(atom)) }
    states[atom] |= news
  }

  /// Tells the news of an atom to all that read it; gives the number of links.
  private mutating func tell(_ atom: Int) -> Int {
    let news = Int(states[atom] & ~told[atom])
    guard news != 0 else { return 0 }
    told[atom] = states[atom]
    let range = Int(starts[atom])..<Int(starts[atom + 1])
    for index in range {
      let link = links[index]
      let use = uses[Int(link.use)]
      let effect = effects[use.effects + news]
      guard effect != 0 else { continue }
      let target = Int(link.target)
      if use.isCounted {
        if effect & 15 != 0 { satisfy(target, at: effect & 15) }
        if effect >> 4 != 0 { fail(target, at: effect >> 4) }
      } else {
        if effect & 15 != 0 {
          hasFired[Int(use.rule)] = true
          have(effect & 15, target)
        }
        if effect >> 4 != 0 { lose(live[target].subtracting(effect >> 4), target) }
      }
    }
    return range.count + 1
  }

  /// Counts one more thing that a record needs, at some levels.
  private mutating func satisfy(_ index: Int, at levels: UInt8) {
    let alive = levels & ~records[index].dead
    let complete = records[index].open.subtracting(alive)
    if complete != 0 { finish(index, at: complete) }
  }

  /// Notes that nothing is missing at some levels: a rule fires, an exception counts.
  private mutating func finish(_ index: Int, at levels: UInt8) {
    let target = Int(records[index].target)
    if records[index].isException {
      fail(target, at: levels)
    } else {
      hasFired[Int(records[index].rule)] = true
      have(levels, target)
    }
  }

  /// Notes that a record cannot fire, or count, at some levels.
  private mutating func fail(_ index: Int, at levels: UInt8) {
    let fresh = levels & ~records[index].dead
    guard fresh != 0 else { return }
    records[index].dead |= fresh
    let target = Int(records[index].target)
    if records[index].isException {
      satisfy(target, at: fresh)
    } else {
      if !loopAtoms.isEmpty { failures.append(index) }
      lose(live[target].subtracting(fresh), target)
    }
  }

  /// The grades of an atom: its highest level, and the highest it may have.
  func standing(_ atom: Int) -> Standing {
    Standing(
      lower: Self.highest(states[atom] & 15), upper: Self.highest(~states[atom] >> 4))
  }

  private static func highest(_ levels: UInt8) -> UInt8 { 8 - UInt8(levels.leadingZeroBitCount) }
}
