/// The state of a search for what is suspicious in a program.
struct SuspicionCheck {
  /// The program.
  let program: Program
  /// Tells when to stop.
  let watch: Watch
  /// What was found.
  var log = DiagnosticLog()
  /// For each file, whether it states facts of its own; general law does not.
  private let statesFacts: [Bool]

  /// Starts the search.
  init(_ program: Program, _ watch: Watch) {
    self.program = program
    self.watch = watch
    var statesFacts = Array(repeating: false, count: program.sources.count)
    for particulars in program.particulars.dropFirst() {
      statesFacts[Int(particulars.span.file)] = true
    }
    self.statesFacts = statesFacts
  }

  /// Whether what a rule needs should be provided: not so in a file of general law, nor in a program without
  /// facts, which are given elsewhere.
  func isAboutCase(_ rule: Rule) -> Bool {
    !program.facts.isEmpty && (rule.span.file == 0 || statesFacts[Int(rule.span.file)])
  }
}

extension Sentence {
  /// The arguments that are values; `nil` for the others.
  var pattern: [ValueID?] {
    terms.map { term in
      switch term {
      case .value(let value): value
      case .variable, .any: nil
      }
    }
  }

  /// Whether two sentences can have a common instance, each variable taken by itself.
  func canMeet(_ other: Sentence) -> Bool {
    guard predicate == other.predicate else { return false }
    return zip(terms, other.terms).allSatisfy { first, second in
      switch (first, second) {
      case (.value(let a), .value(let b)): a == b
      case (.variable, _), (.any, _), (_, .variable), (_, .any): true
      }
    }
  }
}
