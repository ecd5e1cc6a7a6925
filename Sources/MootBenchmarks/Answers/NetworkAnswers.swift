import MootLanguage

/// What the workloads about numbered things must conclude, by algorithms of their own.
enum NetworkAnswers {
  /// W2: for each node, how many others can be reached from it, by a walk.
  static func reached(_ files: [SourceFile]) -> [String: Int] {
    let edges = FactColumns(files)("edge", 2)
    let bound = bound(edges)
    let next = Grouping(edges[0], below: bound)
    var lastVisit = Array(repeating: -1, count: bound)
    var count = 0
    for start in 0..<bound {
      var pending = [start]
      while let node = pending.popLast() {
        for place in next[node] {
          let other = edges[1][Int(place)]
          guard lastVisit[other] != start else { continue }
          lastVisit[other] = start
          count += 1
          pending.append(other)
        }
      }
    }
    return ["tc": count].filter { $0.value > 0 }
  }

  /// W3: the pairs of one generation, each found once and followed down to the pairs of their children.
  static func generations(_ files: [SourceFile]) -> [String: Int] {
    let parents = FactColumns(files)("par", 2)
    let bound = bound(parents)
    let children = Grouping(parents[1], below: bound)
    var isKnown = Array(repeating: false, count: bound * bound)
    var pending: [(Int, Int)] = []
    var count = 0
    func noteChildren(_ first: Int, _ second: Int) {
      for left in children[first] {
        for right in children[second] {
          let pair = (parents[0][Int(left)], parents[0][Int(right)])
          guard !isKnown[pair.0 * bound + pair.1] else { continue }
          isKnown[pair.0 * bound + pair.1] = true
          count += 1
          pending.append(pair)
        }
      }
    }
    for node in 0..<bound { noteChildren(node, node) }
    while let (first, second) = pending.popLast() { noteChildren(first, second) }
    return ["sg": count].filter { $0.value > 0 }
  }

  /// W4: the joins as products of bit rows.
  static func joins(_ files: [SourceFile]) -> [String: Int] {
    let facts = FactColumns(files)
    let tables = ["d1", "d2", "c2", "c3", "c4"].map { facts($0, 2) }
    let bound = tables.map { Self.bound($0) }.max() ?? 0
    let rows = tables.map { BitRows($0, below: bound) }
    let c1 = rows[0].joined(rows[1])
    let b1 = c1.joined(rows[2])
    let b2 = rows[3].joined(rows[4])
    let counts = [
      "c1": c1.count, "b1": b1.count, "b2": b2.count, "a": b1.joined(b2).count,
    ]
    return counts.filter { $0.value > 0 }
  }

  /// W5: the positions won, by working backwards from those without a move; the rest goes in circles.
  static func game(_ files: [SourceFile]) -> [String: Int] {
    let moves = FactColumns(files)("move", 2)
    let bound = bound(moves)
    let arriving = Grouping(moves[1], below: bound)
    var left = Array(repeating: 0, count: bound)
    for position in moves[0] { left[position] += 1 }
    var isWon: [Bool?] = left.map { $0 == 0 ? false : nil }
    var settled = isWon.indices.filter { isWon[$0] == false }
    while let position = settled.popLast() {
      for place in arriving[position] {
        let earlier = moves[0][Int(place)]
        guard isWon[earlier] == nil else { continue }
        if isWon[position] == false {
          isWon[earlier] = true
        } else {
          left[earlier] -= 1
          guard left[earlier] == 0 else { continue }
          isWon[earlier] = false
        }
        settled.append(earlier)
      }
    }
    let counts = ["win": isWon.count { $0 == true }, "win, open": isWon.count { $0 == nil }]
    return counts.filter { $0.value > 0 }
  }

  /// W6: every other rule applies, the last one first.
  static func defeats(_ files: [SourceFile]) -> [String: Int] {
    let count = FactColumns(files)("rule", 1)[0].count
    return ["applies": (count + 1) / 2, "defeated": count / 2].filter { $0.value > 0 }
  }

  private static func bound(_ columns: [[Int]]) -> Int {
    (columns.joined().max() ?? -1) + 1
  }
}

/// A relation between numbers as rows of bits.
private struct BitRows {
  private var words: [UInt64]
  private let bound: Int
  private var width: Int { (bound + 63) / 64 }

  init(_ columns: [[Int]], below bound: Int) {
    self.bound = bound
    words = Array(repeating: 0, count: bound * ((bound + 63) / 64))
    for (first, second) in zip(columns[0], columns[1]) {
      words[first * width + second / 64] |= 1 << UInt64(second % 64)
    }
  }

  /// The number of pairs.
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The pairs with something between them that this relation leads to and the other leads on from.
  func joined(_ other: BitRows) -> BitRows {
    var result = BitRows([[], []], below: bound)
    for row in 0..<bound {
      for middle in 0..<bound where words[row * width + middle / 64] >> UInt64(middle % 64) & 1 == 1
      {
        for word in 0..<width {
          result.words[row * width + word] |= other.words[middle * width + word]
        }
      }
    }
    return result
  }
}
