import MootLanguage

extension Evaluation {
  /// Decides a component that depends on itself through attack: instantiated once, its ground literals in
  /// the order of their own dependencies, and those that really go in a circle by alternation.
  func decideByAlternation(_ number: Int) throws(LimitReached) {
    if let circle = UndisputedCircle(number, in: self) { return try decide(circle) }
    var grounder = Grounder(number, in: self)
    try grounder.instantiate()
    let inside = predicates(ofComponent: number)
    var arranged = GroundClasses(grounder.ground, inside: inside, in: self)
    repeat {
      arranged = GroundClasses(grounder.ground, inside: inside, in: self)
      try arranged.demandPreferences()
    } while try grounder.instantiateDemands()
    forgetMatchers()
    try arranged.decide()
  }
}
