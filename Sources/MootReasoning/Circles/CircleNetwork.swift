import MootLanguage

/// An instantiated circle, arranged for deciding it by counting: what follows from what is told on, atom by atom,
/// at all levels together, until nothing changes.
///
/// Levels are sets of four bits, level 1 the lowest. Each level of each atom is told at most once, so that
/// deciding is linear in the number of links.
struct CircleNetwork<Counters: LevelCounters> {
  /// The atoms, and two more at the end.
  let atoms: Cells<Atom>
  /// Where the atoms are read, in their order.
  var links = Cells<Link>(unwritten: 0)
  /// How they are read.
  var uses: [Use] = []
  /// What the news of an atom mean for a use, 256 bytes for each kind of use.
  var effects: [UInt8] = []
  /// The instances that read several atoms, and exceptions that do.
  var records: [Record] = []
  /// For each rule of the program, whether an instance of it certainly fires.
  let hasFired: Cells<Bool>
  /// The atoms that may rest on themselves through premises.
  var loopAtoms: [Range<Int>] = []
  /// The records that failed, where there are such atoms.
  private var failures: [Int] = []
  /// The atoms with news to tell.
  private var pending: [UInt32] = []

  /// What is known of an atom.
  struct Atom: BitwiseCopyable {
    /// How many instances may still support it.
    var live = Counters()
    /// Its first link.
    var start: UInt32 = 0
    /// The levels it has in the low bits, and those it cannot have in the high ones.
    var state: UInt8 = 0
    /// What of the state has been told on.
    var told: UInt8 = 0
  }

  /// That an atom is read.
  struct Link: BitwiseCopyable {
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
    atoms = Cells(repeating: Atom(), count: atomCount + 2)
    hasFired = Cells(repeating: false, count: ruleCount)
  }

  /// The number of atoms.
  var atomCount: Int { atoms.count - 2 }

  /// Decides every atom.
  mutating func run(_ budget: inout Budget) throws(LimitReached) {
    for record in records.indices {
      let complete = records[record].open.zeros & ~records[record].dead
      if complete != 0 { finish(record, at: complete) }
    }
    for atom in 0..<atomCount {
      atoms[atom].state |= (atoms[atom].live.zeros & ~atoms[atom].state) << 4
      guard atoms[atom].state != atoms[atom].told else { continue }
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

  /// How many links are followed before the limits are looked at again.
  private static var linksBetweenLooks: Int { 1024 }

  /// Tells all news on.
  mutating func tellAll(_ budget: inout Budget) throws(LimitReached) {
    var untilNextLook = Self.linksBetweenLooks
    while let atom = pending.popLast() {
      untilNextLook -= tell(Int(atom))
      guard untilNextLook < 0 else { continue }
      try budget.work(Self.linksBetweenLooks - untilNextLook)
      untilNextLook = Self.linksBetweenLooks
    }
    try budget.work(Self.linksBetweenLooks - untilNextLook)
  }

  /// Notes that an atom has some levels.
  @inline(__always)
  mutating func have(_ levels: UInt8, _ atom: Int) { note(levels & ~atoms[atom].state, atom) }

  /// Notes that an atom cannot have some levels.
  @inline(__always)
  mutating func lose(_ levels: UInt8, _ atom: Int) {
    note((levels & ~atoms[atom].state) << 4 & ~atoms[atom].state, atom)
  }

  @inline(__always)
  private mutating func note(_ news: UInt8, _ atom: Int) {
    guard news != 0 else { return }
    if atoms[atom].state == atoms[atom].told { pending.append(UInt32(atom)) }
    atoms[atom].state |= news
  }

  /// Tells the news of an atom to all that read it; gives the number of links.
  private mutating func tell(_ atom: Int) -> Int {
    let news = Int(atoms[atom].state & ~atoms[atom].told)
    guard news != 0 else { return 0 }
    atoms[atom].told = atoms[atom].state
    let range = linkRange(atom)
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
        if effect >> 4 != 0 { lose(atoms[target].live.subtracting(effect >> 4), target) }
      }
    }
    return range.count + 1
  }

  /// The links of an atom.
  func linkRange(_ atom: Int) -> Range<Int> {
    Int(atoms[atom].start)..<Int(atoms[atom + 1].start)
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
      lose(atoms[target].live.subtracting(fresh), target)
    }
  }

  /// The grades of an atom: its highest level, and the highest it may have.
  func standing(_ atom: Int) -> Standing {
    Standing(
      lower: Self.highest(atoms[atom].state & 15), upper: Self.highest(~atoms[atom].state >> 4))
  }

  private static func highest(_ levels: UInt8) -> UInt8 { 8 - UInt8(levels.leadingZeroBitCount) }
}
