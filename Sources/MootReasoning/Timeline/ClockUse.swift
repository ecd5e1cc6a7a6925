import MootLanguage

/// How rules read the date of the answer beside what begins and ends.
enum ClockUse: Equatable {
  /// Not at all.
  case ignored
  /// They compare it with dates, and conclude something about it at these places: the answer changes only at one
  /// of the dates, and what stands at the places is another date each day.
  case compared(concludedAt: Set<ArgumentPlace>)
  /// They count from it or to it: the answer may change on any day.
  case counted

  /// How the rules that can matter read it.
  init(_ relevance: Relevance, in program: Program) {
    var flow = ClockFlow(relevance, in: program)
    self = flow.use()
  }

  /// Whether they compare it, and do not count.
  var isCompared: Bool {
    if case .compared = self { true } else { false }
  }
}

/// One of the arguments of a predicate.
struct ArgumentPlace: Hashable {
  /// The predicate.
  let predicate: PredicateID
  /// Which argument, from 0.
  let position: Int
}
