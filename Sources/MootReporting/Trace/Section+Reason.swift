public import MootLanguage
public import MootReasoning

extension Explanation {
  /// The reason for the verdict in a sentence.
  public func reason(in program: Program) -> String {
    sections.first?.reasonForVerdict(of: answer, in: program) ?? ""
  }
}

extension Explanation.Section {
  /// The verdict's reason in a sentence.
  func reasonForVerdict(of answer: Answer, in program: Program) -> String {
    switch verdict {
    case .established: "It follows from facts and strict rules alone."
    case .clear:
      opposing.isEmpty && !isExceptionArgued
        ? "Nothing is argued against it." : "Every argument against it is answered."
    case .prevailing: reasonForPrevailing
    case .refuted: reasonForRefutation(in: program)
    case .contested: "Arguments on both sides stand, and nothing decides between them."
    case .arguable: reasonForArguable(in: program)
    case .unsupported:
      supporting.isEmpty
        ? "No argument for it stands." : "Every argument for it fails or is beaten."
    case .circular: "The arguments go round in a circle."
    case .inconsistent: "It is established, and so is what conflicts with it."
    }
  }

  /// Whether somebody argues an exception to what supports it.
  private var isExceptionArgued: Bool {
    supporting.flatMap(\.exceptions).flatMap(\.members).contains { member in
      switch member.basis {
      case .conclusion, .shownNot, .uncontested, .fact: true
      case .assumed, .computed, .gathered, .notShown, .leftOpenByDates: false
      }
    }
  }

  private var reasonForPrevailing: String {
    let standing = opposing.count { $0.isStanding }
    switch standing {
    case 0: return "Nothing against it stands, but what could stop it is not settled."
    case 1: return "One argument against it stands; it rests on something contested."
    default: return "\(standing) arguments against it stand; they rest on something contested."
    }
  }

  private func reasonForRefutation(in program: Program) -> String {
    let winner = opposing.first { argument in
      if case .wins = argument.fate { true } else { false }
    }
    guard let winner else { return "What conflicts with it is shown." }
    let sentence = program.reading(winner.conclusion)
    return "It is shown that \(sentence)."
  }

  /// Why something that nothing is argued against is arguable and no more.
  private func reasonForArguable(in program: Program) -> String {
    let lead = "Nothing shows the contrary, but "
    guard let best = supporting.first(where: \.isStanding) else {
      return "There is an argument for it, and no more than that."
    }
    if case .rule(let id) = best.source, program[id].cap == .arguable {
      return lead + "\(program[id].name) is argued as arguable at most."
    }
    let weak = best.premises.first { premise in
      if case .conclusion(let grade, _, _) = premise.basis {
        grade.lower <= .arguable
      } else {
        false
      }
    }
    if case .literal(let literal)? = weak?.content {
      return lead + "it rests on something that is arguable at most: \(program.reading(literal))."
    }
    if let denial = opposing.first(where: { $0.isStanding && $0.isDenial(in: program) }) {
      return lead + "\(program.name(of: denial.source)) denies that it follows."
    }
    if best.exceptions.contains(where: { $0.allows.lower <= .arguable }) {
      return lead + "an exception to \(program.name(of: best.source)) counts."
    }
    return "There is an argument for it, and no more than that."
  }
}

extension Argument {
  /// Whether it is made from a defeater, which denies and shows nothing.
  fileprivate func isDenial(in program: Program) -> Bool {
    guard case .rule(let id) = source else { return false }
    switch program[id].force {
    case .defeater: return true
    case .strict, .defeasible, .presumption: return false
    }
  }

  /// Whether it stands: it fires, and is neither beaten nor overruled.
  fileprivate var isStanding: Bool {
    switch fate {
    case .wins, .unresolved, .tooWeak, .onlyArguable, .undecided: true
    case .beaten, .overruled, .excluded: false
    }
  }
}
