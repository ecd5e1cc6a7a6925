/// What a program of chains concludes, pair after pair: at each level, a pair that is new is looked for in
/// every chain, and the chain followed to both sides.
struct ChainClosure {
  private let program: ChainProgram
  private let input: Input
  private var contents: [Content]
  private var fired: Set<Int> = []
  private var pending: [(content: Int, first: Int, second: Int)] = []

  /// What counts at one level; by relation and standard, four to a relation.
  private struct Input: Equatable {
    /// The pairs that are given.
    let given: [[Bool]]
    /// The rules that can reach the level.
    let rules: [Int]
    /// The values of which a property is so, and those of which it stops no rule.
    let holding: [[Bool]]
    let allowing: [[Bool]]

    init(_ program: ChainProgram, at level: UInt8) {
      given = program.relations.flatMap { relation in
        (0..<4).map { standard in
          relation.given.map { ChainProgram.premise($0, UInt8(standard)) >= level }
        }
      }
      rules = program.rules.indices.filter { program.rules[$0].highest >= level }
      holding = program.properties.map { $0.grades.map { $0 < 5 && $0 >= level } }
      allowing = program.properties.map { $0.grades.map { ChainProgram.allowed($0) >= level } }
    }
  }

  /// The pairs of a relation, those that meet one standard.
  private struct Content {
    var isIn: [Bool]
    var seconds: [[Int]]
    var firsts: [[Int]]
  }

  /// The grade of every pair of every relation, and the rules of which an instance fires.
  static func conclusions(of program: ChainProgram) -> (grades: [[UInt8]], fired: Set<Int>) {
    var grades = program.relations.map { _ in
      [UInt8](repeating: 0, count: program.size * program.size)
    }
    var last: ChainClosure?
    for level: UInt8 in [4, 3, 2, 1] {
      let input = Input(program, at: level)
      if input == last?.input { continue }
      var closure = ChainClosure(program, input)
      closure.run()
      for relation in program.relations.indices {
        for (pair, isIn) in closure.contents[relation * 4].isIn.enumerated()
        where isIn && grades[relation][pair] == 0 {
          grades[relation][pair] = level
        }
      }
      last = closure
    }
    return (grades, last?.fired ?? [])
  }

  private init(_ program: ChainProgram, _ input: Input) {
    self.program = program
    self.input = input
    let size = program.size
    contents = input.given.map { _ in
      Content(
        isIn: Array(repeating: false, count: size * size),
        seconds: Array(repeating: [], count: size), firsts: Array(repeating: [], count: size))
    }
  }

  private mutating func run() {
    for (content, given) in input.given.enumerated() {
      for (pair, isGiven) in given.enumerated() where isGiven {
        add(content, pair / program.size, pair % program.size)
      }
    }
    var uses: [[(rule: Int, place: Int)]] = contents.map { _ in [] }
    for rule in input.rules {
      for (place, link) in program.rules[rule].links.enumerated() {
        uses[content(of: link)].append((rule, place))
      }
    }
    while let (content, first, second) = pending.popLast() {
      for (rule, place) in uses[content] {
        let isReversed = program.rules[rule].links[place].isReversed
        follow(rule, place, isReversed ? second : first, isReversed ? first : second)
      }
    }
  }

  private func content(of link: ChainProgram.Link) -> Int {
    link.relation * 4 + Int(link.standard)
  }

  /// Follows a chain from one of its links to both ends.
  private mutating func follow(_ number: Int, _ place: Int, _ left: Int, _ right: Int) {
    let rule = program.rules[number]
    guard isOpen(rule, place, left), isOpen(rule, place + 1, right) else { return }
    var (starts, ends) = ([left], [right])
    for earlier in (0..<place).reversed() {
      starts = extended(starts, rule, earlier, isForward: false)
    }
    for later in (place + 1)..<max(place + 1, rule.links.count) {
      ends = extended(ends, rule, later, isForward: true)
    }
    if !starts.isEmpty, !ends.isEmpty { fired.insert(number) }
    for start in starts {
      for end in ends {
        add(rule.head * 4, rule.isSwapped ? end : start, rule.isSwapped ? start : end)
      }
    }
  }

  /// The values that a link relates to some values, those that meet the conditions.
  private func extended(
    _ values: [Int], _ rule: ChainProgram.Rule, _ place: Int, isForward: Bool
  ) -> [Int] {
    let link = rule.links[place]
    let content = content(of: link)
    let hasChecks = !rule.premises.isEmpty || !rule.exceptions.isEmpty
    var found: [Int] = []
    for value in values {
      if isForward != link.isReversed {
        found += contents[content].seconds[value]
      } else {
        found += contents[content].firsts[value]
      }
    }
    return hasChecks ? found.filter { isOpen(rule, isForward ? place + 1 : place, $0) } : found
  }

  /// Whether a value meets the conditions on one place of a chain.
  private func isOpen(_ rule: ChainProgram.Rule, _ place: Int, _ value: Int) -> Bool {
    rule.premises.allSatisfy { $0.place != place || input.holding[$0.property][value] }
      && rule.exceptions.allSatisfy { $0.place != place || input.allowing[$0.property][value] }
  }

  private mutating func add(_ content: Int, _ first: Int, _ second: Int) {
    let pair = first * program.size + second
    guard !contents[content].isIn[pair] else { return }
    contents[content].isIn[pair] = true
    contents[content].seconds[first].append(second)
    contents[content].firsts[second].append(first)
    pending.append((content, first, second))
  }
}
