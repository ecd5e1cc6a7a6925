import MootLanguage

/// Facts of the workloads about numbered things, made up.
enum Networks {
  /// W2: so many owners, each of whom conveys to the next.
  static func chain(_ count: Int) -> [SourceFile] {
    var edges = FactText("edge")
    for node in 0..<max(0, count - 1) { edges.add([.number(node), .number(node + 1)]) }
    return [edges.file]
  }

  /// W2: so many owners and four times as many conveyances between any of them.
  static func random(_ count: Int) -> [SourceFile] {
    var random = SplitMix(seed: 2)
    var edges = FactText("edge")
    for _ in 0..<4 * count {
      edges.add([.number(random.below(count)), .number(random.below(count))])
    }
    return [edges.file]
  }

  /// W3: twelve generations of so many, two parents each (now and then twice the same).
  static func generations(_ width: Int) -> [SourceFile] {
    var random = SplitMix(seed: 3)
    var parents = FactText("par")
    for layer in 1..<12 {
      for child in 0..<width {
        for _ in 0..<2 {
          let parent = (layer - 1) * width + random.below(width)
          parents.add([.number(layer * width + child), .number(parent)])
        }
      }
    }
    return [parents.file]
  }

  /// W4: five registers of so many rows each among a thousand holders (the shape of OpenRuleBench's first
  /// join; Liang, Fodor, Wan and Kifer 2009).
  static func registers(_ count: Int) -> [SourceFile] {
    var random = SplitMix(seed: 4)
    return ["d1", "d2", "c2", "c3", "c4"].map { key in
      var register = FactText(key)
      for _ in 0..<count {
        register.add([.number(random.below(1_000)), .number(random.below(1_000))])
      }
      return register.file
    }
  }

  /// W5: so many positions with up to four moves each, anywhere.
  static func moves(_ count: Int) -> [SourceFile] {
    var random = SplitMix(seed: 5)
    var moves = FactText("move")
    for position in 0..<count {
      for _ in 0..<random.below(5) {
        moves.add([.number(position), .number(random.below(count))])
      }
    }
    return [moves.file]
  }

  /// W6: so many rules, each defeated by the next.
  static func defeats(_ count: Int) -> [SourceFile] {
    var (rules, defeats) = (FactText("rule"), FactText("defeats"))
    for rule in 0..<count { rules.add([.number(rule)]) }
    for rule in 0..<max(0, count - 1) { defeats.add([.number(rule + 1), .number(rule)]) }
    return [rules.file, defeats.file]
  }
}
