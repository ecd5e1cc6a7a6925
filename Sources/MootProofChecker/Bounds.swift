/// One number for each of the levels 1 to 4, in this order.
typealias Levels = SIMD4<UInt64>

/// From which place in a certificate on a rule instance can be relied on, at each level.
///
/// A place is `stage << 32 | rank`; section 6 of the semantics in numbers: IN< (i, k) reads "the label's place plus
/// one is at most (i, k)", OUT≤ i "the label's stage is at most i", IN- "the label's stage plus one is at most i".
struct Bounds {
  /// From where on it fires: premises IN<, each exception with a member OUT≤.
  var live: Levels
  /// From where on it fires already at an earlier stage: premises IN-, each exception with a member OUT≤.
  var hitting: Levels
  /// From where on it cannot fire: a premise OUT≤, or an exception all IN-.
  var dead: Levels
  /// From where on it does not attack: a premise OUT≤, or an exception all IN<.
  var silent: Levels

  /// What no place reaches.
  static let never = UInt64.max

  /// What always holds.
  static let always = Bounds(upTo: 4, notAbove: 4)

  /// At each level v what stands at b(v): 3, 2, 1 and 1.
  static func blocking(_ levels: Levels) -> Levels {
    Levels(levels[2], levels[1], levels[0], levels[0])
  }

  /// What counts as a member of an exception where this is a premise.
  var blocking: Bounds {
    Bounds(
      live: Self.blocking(live), hitting: Self.blocking(hitting), dead: Self.blocking(dead),
      silent: Self.blocking(silent))
  }

  /// That this, an exception, does not count.
  var negated: Bounds { Bounds(live: dead, hitting: dead, dead: hitting, silent: live) }

  /// Whether it never fires or hits, and is dead and silent from a place on at every level.
  func isIdle(before place: UInt64) -> Bool {
    pointwiseMin(live, hitting).min() == Bounds.never && pointwiseMax(dead, silent).max() <= place
  }

  /// That both are so.
  func and(_ other: Bounds) -> Bounds {
    Bounds(
      live: pointwiseMax(live, other.live), hitting: pointwiseMax(hitting, other.hitting),
      dead: pointwiseMin(dead, other.dead), silent: pointwiseMin(silent, other.silent))
  }

  /// That one or the other is so.
  func or(_ other: Bounds) -> Bounds {
    Bounds(
      live: pointwiseMin(live, other.live), hitting: pointwiseMin(hitting, other.hitting),
      dead: pointwiseMax(dead, other.dead), silent: pointwiseMax(silent, other.silent))
  }
}

extension Bounds {
  /// What holds up to a level, and surely not above another.
  init(upTo lower: Int, notAbove upper: Int) {
    var (holds, fails) = (Levels(repeating: 0), Levels(repeating: Bounds.never))
    for level in 0..<4 {
      if level >= lower { holds[level] = Bounds.never }
      if level >= upper { fails[level] = 0 }
    }
    self.init(live: holds, hitting: holds, dead: fails, silent: fails)
  }

  /// What a label set gives as a premise or, at b(v), as a member of an exception; `standard` is 0 for none.
  init(_ places: Places, standard: Int, isException: Bool) {
    func placed(_ levels: Levels) -> Levels {
      guard standard == 0 else {
        let level = levels[standard - 1]
        return Levels(level, level, level, isException ? levels[0] : levels[3])
      }
      return isException ? Bounds.blocking(levels) : levels
    }
    let out = placed(places.out)
    self.init(
      live: placed(places.less), hitting: placed(places.before), dead: out, silent: out)
  }
}

/// How the labels of a certificate are read.
enum Reading {
  /// As section 6 defines IN<, OUT≤ and IN-: for what is in and out.
  case certain
  /// IN< as "in, or undecided at a lower rank", OUT≤ as "not in": what is undecided must be possible.
  case possible
  /// IN< as "in" and OUT≤ as "out": what is undecided must not be certain.
  case closed
}

/// The places from which on a label set can be relied on, at each level.
struct Places {
  /// From where on the literal is IN<.
  var less = Levels(repeating: Bounds.never)
  /// From where on it is IN-.
  var before = Levels(repeating: Bounds.never)
  /// From where on it is OUT≤.
  var out = Levels(repeating: Bounds.never)

  /// Those of what always holds, and of what never does.
  static let always = Places(less: Levels(repeating: 0), before: Levels(repeating: 0))
  static let never = Places(out: Levels(repeating: 0))

  /// The literal as a member of exceptions where imprecise dates leave it open: arguable at least.
  var leftOpen: Places {
    var places = self
    (places.less[0], places.before[0], places.out[0]) = (0, 0, Bounds.never)
    return places
  }
}

extension Places {
  /// Reads a label set.
  init(_ set: Certificate.LabelSet, _ reading: Reading) {
    for (level, label) in set.labels.enumerated() {
      switch (label, reading) {
      case (.holds(let stage, let rank), .certain):
        less[level] = (UInt64(stage) << 32 | UInt64(rank)) + 1
        before[level] = (UInt64(stage) + 1) << 32
      case (.fails(let stage), .certain): out[level] = UInt64(stage) << 32
      case (.holds, _): (less[level], before[level]) = (0, 0)
      case (.fails, _): out[level] = 0
      case (.undecided(let rank), .possible):
        (less[level], before[level], out[level]) = (UInt64(rank) + 1, UInt64(rank) + 1, 0)
      case (.undecided, .certain), (.undecided, .closed): break
      }
    }
  }
}
