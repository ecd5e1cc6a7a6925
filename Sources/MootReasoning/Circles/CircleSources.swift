/// What the atoms that may rest on themselves through premises rest on: for each level an instance of a rule,
/// so that these instances do not go round in a circle.
///
/// When an instance cannot fire any more, only what rests on it is looked at again. What finds nothing else
/// to rest on is unfounded, and cannot hold.
struct CircleSources<Counters: LevelCounters> {
  /// For each atom and level, the record it rests on.
  private var sources: [UInt32]
  /// For each atom, its first record.
  private var firstSupporter: [UInt32]
  /// For each record, the next one for the same atom.
  private var nextSupporter: [UInt32]
  /// For each record, how many of its premises rest on nothing.
  private var unfounded: [Counters]
  /// For each atom, the levels that rest on nothing.
  private var orphaned: [UInt8]
  /// The atoms that have, or had, such levels since the last withdrawal.
  private var touched: [UInt32] = []
  /// The levels that have come to rest on nothing, or on something again, and have not been told on.
  private var pending: [(atom: UInt32, levels: UInt8)] = []

  private static var none: UInt32 { .max }

  /// Prepares the atoms of a network, none of which rests on anything yet.
  init(_ network: CircleNetwork<Counters>) {
    sources = Array(repeating: Self.none, count: network.atomCount * 4)
    firstSupporter = Array(repeating: Self.none, count: network.atomCount)
    nextSupporter = Array(repeating: Self.none, count: network.records.count)
    unfounded = Array(repeating: Counters(), count: network.records.count)
    orphaned = Array(repeating: 0, count: network.atomCount)
    for (index, record) in network.records.enumerated() where !record.isException {
      nextSupporter[index] = firstSupporter[Int(record.target)]
      firstSupporter[Int(record.target)] = UInt32(index)
    }
    for atom in network.loopAtoms.joined() { orphan(atom, 0b1111, in: network) }
  }

  /// Takes from the atoms of a network the levels that are unfounded; `false` when there are none.
  mutating func withdrawUnfounded(
    from network: inout CircleNetwork<Counters>, _ budget: inout Budget
  ) throws(LimitReached) -> Bool {
    for record in network.takeFailures() {
      let target = Int(network.records[record].target)
      orphan(target, resting(target, on: record, network.records[record].dead), in: network)
    }
    while let (atom, levels) = pending.popLast() {
      try budget.work(tellOrphaned(Int(atom), levels, network))
    }
    for atom in touched {
      try budget.work(findSources(Int(atom), network))
      while let (atom, levels) = pending.popLast() {
        try budget.work(tellFounded(Int(atom), levels, network))
      }
    }
    var isChanged = false
    for atom in touched where orphaned[Int(atom)] != 0 {
      network.lose(orphaned[Int(atom)], Int(atom))
      orphaned[Int(atom)] = 0
      isChanged = true
    }
    touched.removeAll(keepingCapacity: true)
    return isChanged
  }

  /// The levels among some at which an atom rests on a record.
  private func resting(_ atom: Int, on record: Int, _ levels: UInt8) -> UInt8 {
    (0..<4).reduce(0) { found, level in
      let isSource = levels >> UInt8(level) & 1 != 0 && sources[atom * 4 + level] == UInt32(record)
      return isSource ? found | 1 << UInt8(level) : found
    }
  }

  /// Notes that an atom has nothing to rest on at some levels, those apart that it has or has lost.
  private mutating func orphan(
    _ atom: Int, _ levels: UInt8, in network: CircleNetwork<Counters>
  ) {
    let settled = network.atoms[atom].state | network.atoms[atom].state >> 4 | orphaned[atom]
    let fresh = levels & ~settled
    guard fresh != 0 else { return }
    if orphaned[atom] == 0 { touched.append(UInt32(atom)) }
    orphaned[atom] |= fresh
    setSource(Self.none, of: atom, fresh)
    pending.append((UInt32(atom), fresh))
  }

  private mutating func setSource(_ record: UInt32, of atom: Int, _ levels: UInt8) {
    for level in 0..<4 where levels >> UInt8(level) & 1 != 0 { sources[atom * 4 + level] = record }
  }

  /// Tells what rests on an atom that it rests on nothing at some levels; gives the number of links.
  private mutating func tellOrphaned(
    _ atom: Int, _ levels: UInt8, _ network: CircleNetwork<Counters>
  ) -> Int {
    let range = network.linkRange(atom)
    for (record, levels) in network.loopReaders(range, at: levels) {
      unfounded[record].add(levels)
      let target = Int(network.records[record].target)
      orphan(target, resting(target, on: record, levels), in: network)
    }
    return range.count + 1
  }

  /// Looks for records that an atom can rest on.
  private mutating func findSources(_ atom: Int, _ network: CircleNetwork<Counters>) -> Int {
    var count = 1
    var record = firstSupporter[atom]
    while record != Self.none, orphaned[atom] != 0 {
      support(atom, by: Int(record), network)
      record = nextSupporter[Int(record)]
      count += 1
    }
    return count
  }

  /// Lets an atom rest on a record at the levels at which it needs that and the record can.
  private mutating func support(
    _ atom: Int, by record: Int, _ network: CircleNetwork<Counters>
  ) {
    let levels = orphaned[atom] & ~network.records[record].dead & unfounded[record].zeros
    guard levels != 0 else { return }
    orphaned[atom] &= ~levels
    setSource(UInt32(record), of: atom, levels)
    pending.append((UInt32(atom), levels))
  }

  /// Tells what may rest on an atom that it rests on something again.
  private mutating func tellFounded(
    _ atom: Int, _ levels: UInt8, _ network: CircleNetwork<Counters>
  ) -> Int {
    let range = network.linkRange(atom)
    for (record, levels) in network.loopReaders(range, at: levels)
    where unfounded[record].subtracting(levels) != 0 {
      support(Int(network.records[record].target), by: record, network)
    }
    return range.count + 1
  }
}

extension CircleNetwork {
  /// The records among some links whose conclusions may rest on themselves through them, with the levels that
  /// depend on `levels`.
  fileprivate func loopReaders(_ range: Range<Int>, at levels: UInt8)
    -> some Sequence<(record: Int, levels: UInt8)>
  {
    range.lazy.compactMap { index in
      let link = links[index]
      let use = uses[Int(link.use)]
      guard use.isLoop else { return nil }
      let met = effects[use.effects + Int(levels)] & 15
      return met == 0 ? nil : (Int(link.target), met)
    }
  }
}
