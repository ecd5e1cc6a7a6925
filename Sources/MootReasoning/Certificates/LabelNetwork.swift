import MootLanguage

/// A ground component arranged for finding labels: instances with what they read, and where each literal is read.
struct LabelNetwork {
  /// The literals, two for each atom.
  let literals: [GroundTheory.LiteralKey]
  /// For each literal, whether it is a fact.
  private(set) var isStated: [Bool] = []
  /// For each literal, whether dates leave it open, so that exceptions take it for arguable.
  private(set) var isLeftOpen: [Bool] = []
  /// For each literal, those that conflict with it.
  private(set) var opposed: [[Int]] = []
  /// For each literal, the instances for it.
  let supporters: [[Int32]]
  /// The instances.
  let instances: [GroundTheory.Rule]
  /// For each instance, its force.
  let forces: [Rule.Force]
  /// For each instance, the first of its items: premises, then exceptions; and at the end their number.
  private(set) var firstItems: [Int] = [0]
  /// For each item, the first of its members; and at the end their number.
  private(set) var firstMembers: [Int] = [0]
  /// For each item, what the part outside the component comes to, of an exception; `nil` for a premise.
  private(set) var outside: [GroundTheory.Exception?] = []
  /// The members: literals and their standards.
  private(set) var members: [(literal: Int32, standard: UInt8)] = []
  /// For each literal, the first of the items that read it; and at the end their number.
  private(set) var firstReaders: [Int] = []
  /// The items that read literals.
  private(set) var readers: [Int32] = []
  /// For each item, its instance.
  private(set) var instanceOf: [Int32] = []
  private let classes: GroundClasses

  /// That an instance prevails over another.
  enum Precedence {
    /// As sure as a standing.
    case settled(Standing)
    /// Where a literal of the component does.
    case literal(Int)
  }

  /// Arranges a ground component.
  init(_ classes: GroundClasses) {
    self.classes = classes
    literals = classes.literals
    supporters = classes.supporters
    instances = classes.ground.rules
    let rules = classes.evaluation.theory.program.rules
    forces = instances.map { rules[Int($0.rule)].force }
    for (index, key) in literals.enumerated() {
      let table = classes.evaluation.tables[key.predicate]
      isStated.append(table.isStated(key.row, isPositive: key.isPositive))
      isLeftOpen.append(table.standing(key.row, isPositive: key.isPositive).isLeftOpenByDates)
      opposed.append(classes.opposed(index))
    }
    for (index, instance) in instances.enumerated() { add(instance, Int32(index)) }
    arrangeReaders()
  }

  private mutating func add(_ instance: GroundTheory.Rule, _ index: Int32) {
    for premise in instance.premises { addItem(premise..<premise + 1, outside: nil, index) }
    for number in instance.exceptions {
      let exception = classes.ground.exceptions[Int(number)]
      addItem(exception.members, outside: exception, index)
    }
    firstItems.append(outside.count)
  }

  private mutating func addItem(
    _ range: Range<Int32>, outside exception: GroundTheory.Exception?, _ instance: Int32
  ) {
    for place in range {
      let member = classes.ground.members[Int(place)]
      members.append((Int32(classes.number(of: member.literal)), member.standard))
    }
    firstMembers.append(members.count)
    outside.append(exception)
    instanceOf.append(instance)
  }

  private mutating func arrangeReaders() {
    firstReaders = Array(repeating: 0, count: literals.count + 1)
    for member in members { firstReaders[Int(member.literal) + 1] += 1 }
    for literal in literals.indices { firstReaders[literal + 1] += firstReaders[literal] }
    readers = Array(repeating: 0, count: members.count)
    var next = firstReaders
    for item in outside.indices {
      for member in members[firstMembers[item]..<firstMembers[item + 1]] {
        readers[next[Int(member.literal)]] = Int32(item)
        next[Int(member.literal)] += 1
      }
    }
  }

  /// The literal at a place among the conclusions of instances.
  func head(_ place: Int) -> Int { classes.number(of: classes.ground.heads[place]) }

  /// Whether the first of two instances prevails over the second.
  func precedence(_ first: Int, over second: Int) -> Precedence {
    if forces[second] == .presumption, forces[first] != .presumption {
      return .settled(.established)
    }
    let (winner, loser) = (classes.marker(Int32(first)), classes.marker(Int32(second)))
    if let literal = classes.precedenceLiteral(winner, loser) { return .literal(literal) }
    return .settled(classes.evaluation.precedence(winner, loser, classes.ground.keys))
  }

  /// What a change in the work takes from its limits.
  func spend(_ steps: Int) throws(LimitReached) { try classes.evaluation.budget.spend(steps) }
}
