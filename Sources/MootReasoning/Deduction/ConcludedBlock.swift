import MootLanguage

/// What the instances in a block conclude, in columns.
///
/// A class because it owns memory that is used for one block after the other.
final class ConcludedBlock {
  /// The number of instances that can fire.
  private(set) var count = 0
  /// Whether one of them certainly fires.
  private(set) var isFiring = false
  /// Room for the rows of what they conclude.
  private(set) var rows: UnsafeMutablePointer<UInt32>
  private var standingOfAll: UInt8?
  private var standings: UnsafeMutablePointer<UInt8>
  private var chosen: UnsafeMutablePointer<UInt32>
  private var columns: [UnsafeMutablePointer<UInt32>] = []
  private var room = Block.capacity

  /// Begins with room for a block.
  init() {
    rows = .allocate(capacity: room)
    standings = .allocate(capacity: room)
    chosen = .allocate(capacity: room)
  }

  deinit { free() }

  /// Reads the grades of the instances of a rule.
  func read(_ block: Block, of rule: Rule) -> ConcludedBlock {
    reserve(block.count)
    let most = rule.highestGrade
    standingOfAll = nil
    if let grade = block.gradeOfAll {
      let standing = min(most, grade.lower) | min(most, grade.upper) << 3
      standingOfAll = standing
      count = grade.upper > 0 ? block.count : 0
      isFiring = grade.lower > 0
      standings.update(repeating: standing, count: count)
      return self
    }
    let (lower, upper) = (block.lower, block.upper)
    var kept = 0
    var firing: UInt8 = 0
    for row in 0..<block.count {
      standings[kept] = min(most, lower[row]) | min(most, upper[row]) << 3
      chosen[kept] = UInt32(truncatingIfNeeded: row)
      firing |= lower[row]
      kept &+= upper[row] > 0 ? 1 : 0
    }
    count = kept
    isFiring = firing > 0
    return self
  }

  /// What the instances read last say of one conclusion.
  func concluded(_ conclusion: Sentence, _ block: Block, isDistinct: Bool) -> Table.Conclusions {
    Table.Conclusions(
      arguments: arguments(of: conclusion, block, by: count < block.count ? chosen : nil),
      count: count, standings: standings, standingOfAll: standingOfAll,
      isPositive: conclusion.predicate.isPositive, isDistinct: isDistinct)
  }

  /// The arguments of a sentence under all bindings of a block; good until the next are asked for.
  func arguments(of sentence: Sentence, _ block: Block) -> [UnsafePointer<UInt32>] {
    reserve(block.count)
    count = block.count
    return arguments(of: sentence, block, by: nil)
  }

  private func arguments(
    of sentence: Sentence, _ block: Block, by chosen: UnsafeMutablePointer<UInt32>?
  ) -> [UnsafePointer<UInt32>] {
    sentence.terms.enumerated().map { place, term in
      let column: UnsafeMutablePointer<UInt32>
      switch (term, chosen) {
      case (.variable(let variable), nil): column = block.registers[Int(variable.raw)]
      case (.variable(let variable), let chosen?):
        column = self.column(place)
        let values = block.registers[Int(variable.raw)]
        for row in 0..<count { column[row] = values[Int(chosen[row])] }
      case (.value(let value), _):
        column = self.column(place)
        column.update(repeating: value.raw, count: count)
      case (.any, _):
        column = self.column(place)
        column.update(repeating: Block.unbound, count: count)
      }
      return UnsafePointer(column)
    }
  }

  private func column(_ place: Int) -> UnsafeMutablePointer<UInt32> {
    while columns.count <= place {
      let column = UnsafeMutablePointer<UInt32>.allocate(capacity: room)
      column.initialize(repeating: 0, count: room)
      columns.append(column)
    }
    return columns[place]
  }

  private func reserve(_ count: Int) {
    guard count > room else { return }
    free()
    room = count
    columns = []
    rows = .allocate(capacity: room)
    standings = .allocate(capacity: room)
    chosen = .allocate(capacity: room)
  }

  private func free() {
    rows.deallocate()
    standings.deallocate()
    chosen.deallocate()
    for column in columns { column.deallocate() }
  }
}
