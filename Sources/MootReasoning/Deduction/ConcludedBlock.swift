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
    var arguments: [UnsafePointer<UInt32>] = []
    for (place, term) in conclusion.terms.enumerated() {
      switch term {
      case .variable(let variable):
        let values = block.registers[Int(variable.raw)]
        guard count < block.count else {
          arguments.append(UnsafePointer(values))
          continue
        }
        let column = column(place)
        for row in 0..<count { column[row] = values[Int(chosen[row])] }
        arguments.append(UnsafePointer(column))
      case .value, .any:
        let column = column(place)
        let value = if case .value(let value) = term { value.raw } else { Block.unbound }
        column.update(repeating: value, count: count)
        arguments.append(UnsafePointer(column))
      }
    }
    return Table.Conclusions(
      arguments: arguments, count: count, standings: standings, standingOfAll: standingOfAll,
      isPositive: conclusion.predicate.isPositive, isDistinct: isDistinct)
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
