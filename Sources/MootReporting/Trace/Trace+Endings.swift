import MootLanguage
import MootReasoning

/// What stands below the arguments.
extension Trace {
  /// Tells how much was left out.
  mutating func tellOmissions() {
    if let limit = options.depth {
      let deeper = depths.count { ($0 ?? 0) > limit + 1 }
      if deeper > 0 {
        report.add(.gap)
        let number = counted(deeper, "conclusion lies", "conclusions lie")
        report.add(.paragraph(depth: 0, Phrase("\(number) deeper (--depth \(limit + 1))")))
      }
    }
    guard let reached = explanation.reachedLimit else { return }
    report.add(.gap)
    let number = counted(explanation.omittedSections, "further conclusion", "further conclusions")
    let left = explanation.omittedSections > 0 ? "; \(number) left out" : ""
    report.add(
      .paragraph(
        depth: 0,
        Phrase("INCOMPLETE", .strong)
          + Phrase(": the explanation stopped \(words(of: reached))\(left).")))
  }

  /// Where an explanation stopped, and how to allow for more.
  private func words(of reached: Limits.Kind) -> String {
    let cause =
      switch reached {
      case .explanation: "at \(grouped(limits.explanation)) lines"
      case .depth: "\(grouped(limits.depth)) conclusions deep"
      case .time: "after \(seconds(limits.time))"
      case .memory: "at \(bytes(limits.memory)) of memory"
      case .instances: "at \(grouped(limits.instances)) rule instances"
      case .rounds, .diagram, .digits: "where \(reached.reason)"
      }
    let isSet = Limits.Kind.adjustable.contains(reached)
    return cause + (isSet ? " (--limit \(reached.rawValue)=N)" : "")
  }

  /// Tells what the verdict turns on.
  mutating func tellTurningPoints() {
    let points = explanation.turnsOn.map { point in
      switch point {
      case .preference(let id): "the preference \(program[id].name)"
      case .section(let index):
        explanation.sections[index].label ?? program.reading(explanation.sections[index].literal)
      }
    }
    guard !points.isEmpty else { return }
    report.add(.gap)
    report.add(
      .paragraph(
        depth: 0,
        Phrase("TURNS ON", .strong) + Phrase("  " + points.joined(separator: ", "))))
  }

  /// Tells each circle once: "A rests on B, B rests on A".
  mutating func tellCircles() {
    for circle in explanation.circles where !circle.isEmpty {
      let steps = circle.indices.map { place in
        let next = circle[(place + 1) % circle.count]
        return "\(label(of: circle[place])) rests on \(label(of: next))"
      }
      report.add(.gap)
      report.add(
        .paragraph(
          depth: 0,
          Phrase("CIRCLE", .strong) + Phrase("  " + steps.joined(separator: ", "))))
    }
  }

  /// Tells what was cited, in the order of its declaration.
  mutating func tellCitations() {
    guard !cited.isEmpty else { return }
    report.add(.gap)
    report.add(.heading(level: 2, Phrase("SOURCES", .strong), aside: Phrase()))
    for id in cited.sorted(by: { $0.raw < $1.raw }) {
      let citation = program[id]
      var words = citation.text
      if let date = citation.date { words += ", " + date.reading }
      if let url = citation.url { words += ", " + url }
      report.add(.row(depth: 1, label: citation.key, Phrase(words), note: Phrase()))
    }
  }
}
