import MootLanguage
import MootProofChecker

/// Finds labels for the literals of a ground component, in the order in which they are found to be in or out.
///
/// What follows from labels found so far is labelled, with the first stage that its reasons allow and a rank behind
/// all before it. When nothing follows any more, what is not even possible is out at a new stage (an unfounded set);
/// what is left at the end is undecided, ranked as it was found possible.
///
/// A class because its work lists are filled from many sides.
final class LabelSearch {
  /// What is labelled.
  let network: LabelNetwork
  /// Where each literal is labelled at each level, four to a literal: see `Places` of the checker.
  var less: [UInt64]
  var before: [UInt64]
  var out: [UInt64]
  /// The same of each instance: from where on it fires, hits, is dead and does not attack.
  var live: [UInt64]
  var hitting: [UInt64]
  var dead: [UInt64]
  var silent: [UInt64]
  /// For each instance and level, the first item of which it is not known that it lets the instance fire.
  var pointers: [Int]
  /// For each literal and level, when the first supporter fires, how many are dead and the latest of them.
  var support: [UInt64]
  var deadCounts: [Int32]
  var lastDead: [UInt64]
  /// For each literal, its supporters that count at the levels below 4 and, of those, the strict ones.
  let supporterCounts: [(all: Int32, strict: Int32)]
  /// Whether what is looked for is what is possible, with what is in taken as given.
  let isPossible: Bool
  /// The stage of the latest label, and the rank behind the latest.
  private(set) var lastStage: UInt32 = 1
  private(set) var lastRank: UInt32 = 0
  private var pending: [Int32] = []
  private var isPending: [Bool]
  private var precedenceReaders: [Int: Set<Int>] = [:]
  private var possible: LabelSearch?

  /// What is not known.
  static let never = UInt64.max

  /// Begins to label a component.
  convenience init(_ network: LabelNetwork) { self.init(network, given: nil) }

  /// Begins with nothing known but facts; or, to find what is possible, with what another search has found in.
  private init(_ network: LabelNetwork, given search: LabelSearch?) {
    self.network = network
    isPossible = search != nil
    let (literals, instances) = (network.literals.count * 4, network.instances.count * 4)
    func places(_ count: Int) -> [UInt64] { Array(repeating: Self.never, count: count) }
    (less, before, out) = (places(literals), places(literals), places(literals))
    (live, hitting) = (places(instances), places(instances))
    (dead, silent, support) = (places(instances), places(instances), places(literals))
    pointers = Array(repeating: 0, count: instances)
    deadCounts = Array(repeating: 0, count: literals)
    lastDead = Array(repeating: 0, count: literals)
    isPending = Array(repeating: false, count: network.literals.count)
    supporterCounts = network.supporters.map { rules in
      let all = rules.count { network.forces[Int($0)] != .defeater }
      return (Int32(all), Int32(rules.count { network.forces[Int($0)] == .strict }))
    }
    for place in 0..<literals {
      if network.isStated[place / 4] {
        (less[place], before[place]) = (0, 0)
      } else if let search {
        if search.less[place] == Self.never {
          out[place] = 0
        } else {
          (less[place], before[place]) = (0, 0)
        }
      }
    }
  }

  /// Labels everything.
  func run() throws(LimitReached) {
    try settle()
    while true {
      let search = LabelSearch(network, given: self)
      try search.settle()
      possible = search
      let stage = UInt64(lastStage + 1)
      var isChanged = false
      for place in out.indices where out[place] == Self.never && less[place] == Self.never {
        guard search.less[place] == Self.never else { continue }
        out[place] = stage << 32
        isChanged = true
      }
      guard isChanged else { return }
      lastStage += 1
      for literal in network.literals.indices { try note(literal) }
      try propagate()
    }
  }

  /// Looks at all instances and literals, and follows what that leads to.
  private func settle() throws(LimitReached) {
    for instance in network.instances.indices { update(instance, item: nil) }
    for literal in network.literals.indices { touch(literal) }
    try propagate()
  }

  /// Looks at literals whose reasons have changed until there are none.
  private func propagate() throws(LimitReached) {
    while let literal = pending.popLast() {
      isPending[Int(literal)] = false
      try network.spend(1)
      if label(Int(literal)) { try note(Int(literal)) }
    }
  }

  /// Has a literal looked at.
  func touch(_ literal: Int) {
    guard !isPending[literal], !network.isStated[literal] else { return }
    isPending[literal] = true
    pending.append(Int32(literal))
  }

  /// Has a literal looked at whenever a preference is labelled.
  func read(_ precedence: Int, for literal: Int) {
    precedenceReaders[precedence, default: []].insert(literal)
  }

  /// Tells what reads a literal that its labels have changed.
  private func note(_ literal: Int) throws(LimitReached) {
    let readers = network.firstReaders[literal]..<network.firstReaders[literal + 1]
    try network.spend(readers.count)
    for reader in readers {
      let item = Int(network.readers[reader])
      update(Int(network.instanceOf[item]), item: item)
    }
    for other in network.opposed[literal] { touch(other) }
    for other in precedenceReaders[literal] ?? [] { touch(other) }
    touch(literal)
  }

  /// Labels a literal at the levels where that follows; whether there were any.
  private func label(_ literal: Int) -> Bool {
    var isChanged = false
    for level in [3, 2, 1, 0] {
      let place = literal * 4 + level
      guard less[place] == Self.never, isPossible || out[place] == Self.never else { continue }
      if let reason = reasonToHold(literal, level) {
        let stage = max(1, reason >> 32)
        less[place] = (stage << 32 | UInt64(lastRank)) + 1
        before[place] = (stage + 1) << 32
        lastStage = max(lastStage, UInt32(stage))
        lastRank += 1
        isChanged = true
      } else if !isPossible, let reason = reasonToFail(literal, level) {
        let stage = max(1, (reason + 0xFFFF_FFFF) >> 32)
        out[place] = stage << 32
        lastStage = max(lastStage, UInt32(stage))
        isChanged = true
      }
    }
    return isChanged
  }

  /// The rank behind those of what is undecided.
  var lastUndecidedRank: UInt32 { possible?.lastRank ?? 0 }

  /// The labels of a literal, with stages and ranks behind those of what the component reads.
  func labels(of literal: Int, stage: UInt32, rank: UInt32) -> Certificate.LabelSet {
    Certificate.LabelSet(
      (0..<4).map { level in
        let place = literal * 4 + level
        if less[place] != Self.never {
          let label = less[place] - 1
          return .holds(
            stage: stage + UInt32(label >> 32), rank: UInt32(truncatingIfNeeded: label))
        }
        if out[place] != Self.never { return .fails(stage: stage + UInt32(out[place] >> 32)) }
        let found = (possible?.less[place]).map { UInt32(truncatingIfNeeded: $0 - 1) } ?? 0
        return .undecided(rank: rank + found)
      })
  }
}
