/// The instances of one pattern of a circle, in columns of rows of the tables.
struct InstanceColumns {
  /// For each conclusion, its row.
  var heads: [[UInt32]]
  /// For each premise in the circle, its row.
  var premises: [[UInt32]]
  /// For each member of the exceptions that are named by the premises, exception after exception, its row.
  var plainMembers: [[UInt32]]
  /// The grades that everything outside the circle allows at most.
  var grades: [GradePair] = []
  /// The instances of each exception that is matched.
  var exceptions: [ExceptionColumns]

  /// No instances of a pattern.
  init(_ pattern: CirclePattern) {
    heads = pattern.heads.map { _ in [] }
    premises = pattern.premises.map { _ in [] }
    plainMembers = pattern.plainExceptions.flatMap { $0.members.map { _ in [] } }
    exceptions = pattern.matchedExceptions.map { ExceptionColumns(memberCount: $0.members.count) }
  }

  /// The number of instances.
  var count: Int { grades.count }

  /// The bytes held.
  var bytes: Int {
    let columns = heads.count + premises.count + plainMembers.count
    return grades.capacity * (1 + 4 * columns) + exceptions.reduce(0) { $0 + $1.bytes }
  }
}

/// The instances of an exception, in columns.
struct ExceptionColumns {
  /// The instance of the rule each belongs to.
  var instances: [UInt32] = []
  /// For each member, its row.
  var members: [[UInt32]]
  /// The grades that its part outside the circle allows at least.
  var grades: [GradePair] = []

  /// No instances.
  init(memberCount: Int) { members = Array(repeating: [], count: memberCount) }

  /// The bytes held.
  var bytes: Int { grades.capacity * (5 + 4 * members.count) }
}

/// A grade from below and from above in one byte.
struct GradePair: Equatable {
  /// The lower grade in the low bits, the upper one in the high bits.
  let raw: UInt8

  /// Packs two grades of 0 to 4.
  @inline(__always)
  init(lower: UInt8, upper: UInt8) { raw = lower | upper << 4 }

  /// The grade from below.
  var lower: UInt8 { raw & 15 }
  /// The grade from above.
  var upper: UInt8 { raw >> 4 }
}
