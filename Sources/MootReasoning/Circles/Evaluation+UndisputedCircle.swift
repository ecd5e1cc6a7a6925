import MootLanguage

extension Evaluation {
  /// Decides a component that depends on itself through exceptions alone: instantiated once, then by counting,
  /// which gives the well-founded result of section 2, "Circularity", in one go.
  func decide(_ circle: UndisputedCircle) throws(LimitReached) {
    var recorder = CircleRecorder(circle, in: self)
    try recorder.run()
    forgetMatchers()
    var columns = recorder.takeColumns()
    let numbering = CircleNumbering(circle, in: self)
    let most = numbering.mostCounted(circle, columns)
    if most <= NarrowCounters.most {
      try decide(circle, numbering, &columns, counting: NarrowCounters.self)
    } else if most <= MiddleCounters.most {
      try decide(circle, numbering, &columns, counting: MiddleCounters.self)
    } else {
      try decide(circle, numbering, &columns, counting: WideCounters.self)
    }
  }

  private func decide<Counters: LevelCounters>(
    _ circle: UndisputedCircle, _ numbering: CircleNumbering, _ columns: inout [InstanceColumns],
    counting: Counters.Type
  ) throws(LimitReached) {
    var builder = CircleBuilder<Counters>(circle, numbering, in: self)
    var network = try builder.build(&columns)
    try network.run(&budget)
    for (number, predicate) in circle.predicates.enumerated() {
      let base = numbering.bases[number]
      tables[Int(predicate.predicate.raw)].setStandings(isPositive: predicate.isPositive) {
        network.standing(base + $0)
      }
      tables[Int(predicate.predicate.raw)].keyIfLarge()
    }
    for rule in hasFired.indices where network.hasFired[rule] { hasFired[rule] = true }
  }
}
