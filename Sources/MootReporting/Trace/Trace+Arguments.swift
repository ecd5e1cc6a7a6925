import MootLanguage
import MootReasoning

extension Trace {
  /// Tells an argument: who makes it, what for, what becomes of it, and what it rests on.
  ///
  /// - Parameter heading: The conclusion that was said already; another one is told with the argument.
  mutating func tell(_ argument: Argument, depth: Int, heading: Literal?) {
    tellHead(of: argument, depth: depth)
    if case .rule(let id) = argument.source {
      if let title = program[id].title { tellRemark(title, depth: depth + 1) }
      if let because = program[id].because { tellRemark("\"\(because)\"", depth: depth + 1) }
    }
    for (index, premise) in argument.premises.enumerated() {
      tell(premise, label: index == 0 ? "since" : "", of: argument, depth: depth + 1)
    }
    tellConclusion(of: argument, depth: depth + 1, heading: heading)
    for exception in argument.exceptions { tell(exception, of: argument, depth: depth + 1) }
    tellDefeats(of: argument, depth: depth + 1)
    tellOpenPreferences(of: argument, depth: depth + 1)
    if argument.furtherInstances > 0 {
      let number = argument.furtherInstances
      tellRemark(
        "and \(counted(number, "more instance", "more instances")) of it, alike", depth: depth + 1)
    }
  }

  private mutating func tellHead(of argument: Argument, depth: Int) {
    var head: Phrase
    switch argument.source {
    case .rule(let id):
      head = Phrase(program[id].name, .strong)
      let voice = program.voice(of: program[id], described: .inFull)
      if !voice.isEmpty { head = head + Phrase(" · " + voice) }
      let period = program[id].period.inWords
      if !period.isEmpty {
        switch program[id].kind {
        case .contention: head = head + Phrase(" · " + period)
        case .rule, .preference: head = head + Phrase(" · in force " + period)
        }
      }
    case .fact(let index):
      let words = note(ofFact: index, butSee: [], isCiting: false)
      head = Phrase("stated as a " + words)
    case .assumed:
      head = "supposed here"
    }
    let cites = cite(program.cites(of: argument.source))
    if !cites.isEmpty { head = head + Phrase(" " + cites, .faint) }
    report.add(.entry(depth: depth, head, aside: Phrase(argument.fate.words, .strong)))
  }

  private mutating func tellRemark(_ text: String, depth: Int) {
    report.add(.paragraph(depth: depth, Phrase(text)))
  }

  private mutating func tell(
    _ premise: Argument.Premise, label: String, of argument: Argument, depth: Int
  ) {
    let words = words(of: premise)
    let note = note(of: premise)
    report.add(
      .row(depth: depth, label: label, Phrase(words), note: Phrase(note, .faint)))
    tellGathered(by: premise, depth: depth)
  }

  /// Tells what a premise was worked out from that speaks of all of a kind.
  private mutating func tellGathered(by premise: Argument.Premise, depth: Int) {
    guard case .gathered(let members) = premise.basis else { return }
    for member in members.prefix(Self.mostMembers) {
      let note = note(of: member)
      report.add(
        .row(depth: depth, label: "", Phrase("· " + words(of: member)), note: Phrase(note, .faint)))
    }
    guard members.count > Self.mostMembers else { return }
    let words = "· and \(members.count - Self.mostMembers) more"
    report.add(.row(depth: depth, label: "", Phrase(words), note: Phrase()))
  }

  /// How much is told of what a premise was worked out from.
  private static let mostMembers = 12

  /// Tells an exception; what it leaves of the argument is said where that is less than all.
  private mutating func tell(
    _ exception: Argument.Exception, of argument: Argument, depth: Int
  ) {
    for (index, member) in exception.members.enumerated() {
      var note = note(of: member)
      if index == exception.members.count - 1, let effect = exception.effect {
        note += (note.isEmpty ? "" : "; ") + effect
      }
      let words =
        exception.isUndercutter
        ? "this argument does not apply" : words(of: member)
      report.add(
        .row(
          depth: depth, label: index == 0 ? "unless" : "and", Phrase(words),
          note: Phrase(note, .faint)))
    }
  }

  /// Tells the conclusion where it was not said, or is not drawn in the ordinary way.
  private mutating func tellConclusion(of argument: Argument, depth: Int, heading: Literal?) {
    guard case .rule(let id) = argument.source else {
      if argument.conclusion != heading { tellRow("so", argument.conclusion, "", depth: depth) }
      return
    }
    switch program[id].force {
    case .strict:
      tellRow("so", argument.conclusion, "conclusively ", depth: depth)
    case .defeasible:
      if argument.conclusion != heading { tellRow("so", argument.conclusion, "", depth: depth) }
    case .presumption:
      tellRow("so", argument.conclusion, "presumably ", depth: depth)
    case .defeater:
      tellRow(
        "so", argument.conclusion.contrary, "it does not follow that ", depth: depth)
    }
    guard program[id].cap < .clear else { return }
    report.add(
      .row(
        depth: depth, label: "but",
        Phrase("at most \(program[id].cap.name), as it is argued"), note: Phrase()))
  }

  private mutating func tellRow(
    _ label: String, _ literal: Literal, _ lead: String, depth: Int
  ) {
    let words = Phrase(lead + program.reading(literal))
    report.add(.row(depth: depth, label: label, words, note: Phrase()))
  }

  /// Tells by whose preference, and for what reason, an argument is beaten.
  private mutating func tellDefeats(of argument: Argument, depth: Int) {
    guard case .beaten(let defeats) = argument.fate else { return }
    for defeat in defeats {
      let winner = program[defeat.winner].name
      let reference = defeat.section.map { firmness(ofPreference: $0) } ?? ""
      if defeat.preferences.isEmpty {
        let words =
          argument.isPresumption(in: program)
          ? "\(winner) prevails, as \(program.name(of: argument.source)) only presumes"
          : "\(winner) prevails over \(program.name(of: argument.source))"
        report.add(
          .row(depth: depth, label: "beaten", Phrase(words + reference), note: Phrase()))
      }
      for id in defeat.preferences {
        let preference = program[id]
        let loser = program.name(of: argument.source)
        var words = "\(winner) prevails over \(loser) (\(preference.name))"
        if let because = preference.because { words += ": \"\(because)\"" }
        var note = program.voice(of: preference)
        let cites = cite(preference.cites)
        if !cites.isEmpty { note += (note.isEmpty ? "" : " ") + cites }
        report.add(
          .row(
            depth: depth, label: "beaten", Phrase(words + reference),
            note: Phrase(note, .faint)))
      }
    }
  }

  /// Where it is told why a preference that decides a clash holds, and how firmly.
  private func firmness(ofPreference section: Int) -> String {
    let words =
      switch explanation.sections[section].verdict {
      case .established, .clear: ""
      case .prevailing: "that holds on balance: "
      case .refuted, .contested, .arguable, .unsupported, .circular, .inconsistent: "that is open: "
      }
    return "; \(words)see \(label(of: section))"
  }

  /// Tells what would let an argument beat others, were it not open itself.
  private mutating func tellOpenPreferences(of argument: Argument, depth: Int) {
    var told: Set<String> = []
    for preference in argument.openPreferences {
      let words = "prevail over \(program[preference.loser].name)"
      // Against several instances of one rule it is the same.
      guard told.insert(words).inserted else { continue }
      let section = preference.section.map { ": see " + label(of: $0) } ?? ""
      report.add(
        .row(
          depth: depth, label: "would", Phrase(words),
          note: Phrase("its preference is \(preference.verdict.adjective)" + section, .faint)))
    }
  }

  /// Tells why a rule that could have given a conclusion does not.
  mutating func tell(_ miss: Explanation.Miss, depth: Int) {
    let rule = program[miss.rule]
    var head = Phrase(rule.name, .strong)
    let voice = program.voice(of: rule, described: .inFull)
    if !voice.isEmpty { head = head + Phrase(" · " + voice) }
    let cites = cite(rule.cites)
    if !cites.isEmpty { head = head + Phrase(" " + cites, .faint) }
    report.add(.entry(depth: depth, head, aside: Phrase("FAILS", .strong)))
    let (label, words, note) = miss.reason.words
    let reference = miss.section.map { ": see " + self.label(of: $0) } ?? ""
    report.add(
      .row(
        depth: depth + 1, label: label, Phrase(words), note: Phrase(note + reference, .faint)))
  }

  /// Tells a stated fact whose dates keep it from counting.
  mutating func tell(_ dormant: Explanation.DormantFact, depth: Int) {
    let particulars = program.particulars[Int(program.facts[dormant.fact].particulars)]
    var head = Phrase("a stated fact", .strong)
    let cites = cite(particulars.cites)
    if !cites.isEmpty { head = head + Phrase(" " + cites, .faint) }
    report.add(.entry(depth: depth, head, aside: Phrase()))
    let note =
      dormant.isLeftOpen ? Explanation.Failure.leftOpenByDates.words : "not on this date"
    report.add(
      .row(
        depth: depth + 1, label: "counts", Phrase(particulars.period.inWords),
        note: Phrase(note, .faint)))
  }
}

extension Argument.Fate {
  /// What becomes of an argument, as it is called out.
  fileprivate var words: String {
    switch self {
    case .wins: "WINS"
    case .unresolved: "STANDS"
    case .tooWeak: "STANDS, but cannot win"
    case .onlyArguable: "STANDS, as arguable"
    case .beaten: "BEATEN"
    case .overruled: "OVERRULED"
    case .excluded: "FAILS"
    case .undecided: "IN A CIRCLE"
    }
  }
}

extension Argument {
  /// Whether it is made from a presumption, which gives way of itself.
  fileprivate func isPresumption(in program: Program) -> Bool {
    guard case .rule(let id) = source else { return false }
    switch program[id].force {
    case .presumption: return true
    case .strict, .defeasible, .defeater: return false
    }
  }
}

extension Argument.Exception {
  /// What the exception leaves of its argument; `nil` when it does not touch it.
  fileprivate var effect: String? {
    guard allows.lower < .established else { return nil }
    guard allows.isDecided else { return "so it is undecided" }
    return allows.upper == .unsupported ? "so it fails" : "so at most \(allows.upper.name)"
  }
}

extension Explanation.Failure {
  /// What is the matter, in words.
  fileprivate var words: String {
    switch self {
    case .notShown: "not shown"
    case .shownNot: "shown not"
    case .noDate: "there is no date of the answer; set one with \"as of\" or --as-of"
    case .untrue: "that is not so"
    case .leftOpenByDates: "left open by the dates"
    }
  }
}

extension Explanation.Miss.Reason {
  /// Why a rule does not fire: the label, what it needs and what is the matter with it.
  fileprivate var words: (label: String, words: String, note: String) {
    switch self {
    case .premise(let condition, let failure): ("needs", condition, failure.words)
    case .notInForce(let period): ("in force", period.inWords, "not on this date")
    case .forceUncertain(let period): ("in force", period.inWords, "left open by the dates")
    case .switchedOff: ("set", "aside by what is supposed here", "")
    }
  }
}
