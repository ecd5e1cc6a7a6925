import MootLanguage

/// Finds two rules that can conclude opposites with nothing to rank them, and the case in which they meet.
///
/// A clash counts when a witness proves it: with the premises of both as facts and no others, both fire and
/// what they conclude is contested. Left out are rules of which one yields to the other by its force, rules
/// that some preference ranks, and rules argued by different speakers, whose clash is the dispute itself.
struct ClashSearch {
  /// The program.
  private let program: Program
  /// Tells when to stop.
  private let watch: Watch
  /// The ordinary rules by what they conclude.
  private var concluding: [SignedPredicate: [(rule: Int, head: Sentence)]] = [:]
  /// The pairs of rules that a preference ranks, or that were looked at.
  private var settled: Set<Pair> = []
  /// How many more pairs are tried: fewer in a large rule base, all of which is evaluated each time.
  private var budget: Int
  /// How many more comparisons of rules are made: of pairs, and in trials of those that fire.
  private var comparisons = 5_000_000
  /// Those for whom each rule is argued or held, as far as that was asked.
  private var voices: [Int: Set<SpeakerID>] = [:]
  /// How many clashes of each rule are reported so far.
  private var reported: [Int: Int] = [:]
  /// What was found.
  private var found: [Diagnostic] = []

  /// How many clashes of one rule are reported.
  private static let mostClashes = 3

  /// Two rules, the one first in the source first.
  private struct Pair: Hashable {
    let first: Int
    let second: Int

    init(_ one: Int, _ other: Int) {
      first = min(one, other)
      second = max(one, other)
    }
  }

  /// Gathers the rules.
  init(_ program: Program, _ watch: Watch) {
    self.program = program
    self.watch = watch
    budget = min(300, 200_000 / max(1, program.rules.count))
    if program.isTheory { settled = preferences }
    for (index, rule) in program.rules.enumerated() {
      if case .preference(let preferred, let over) = rule.kind {
        settled.insert(Pair(Int(preferred.raw), Int(over.raw)))
      } else if rule.force == .defeasible {
        for head in rule.conclusions where program[head.predicate.predicate].relation != nil {
          concluding[head.predicate, default: []].append((index, head))
        }
      }
    }
  }

  /// The pairs of rules that a theory in arrow notation ranks: a preference is a fact there.
  private var preferences: Set<Pair> {
    var pairs: Set<Pair> = []
    for index in program.facts.indices {
      let literal = program.facts[index].predicate
      if case .precedence(let first, let second) = program[literal.predicate].kind {
        pairs.insert(Pair(Int(first.raw), Int(second.raw)))
      }
    }
    return pairs
  }

  /// What is found.
  mutating func diagnostics() -> [Diagnostic] {
    for index in program.rules.indices where program.rules[index].force == .defeasible {
      for head in program.rules[index].conclusions {
        for other in concluding[head.predicate.contrary] ?? [] where other.rule < index {
          guard goesOn() else { return found }
          examine((index, head), (other.rule, other.head), nil)
        }
      }
    }
    for incompatibility in program.incompatibilities {
      for one in concluding[incompatibility.first.predicate] ?? [] {
        for other in concluding[incompatibility.second.predicate] ?? [] {
          guard goesOn() else { return found }
          examine(one, other, incompatibility)
        }
      }
    }
    return found
  }

  /// Whether another pair may be looked at.
  private mutating func goesOn() -> Bool {
    comparisons -= 1
    return budget > 0 && comparisons > 0 && watch.goesOn(after: 1)
  }

  /// Looks for a witness of a clash of two rules, and reports it.
  private mutating func examine(
    _ one: (rule: Int, head: Sentence), _ other: (rule: Int, head: Sentence),
    _ incompatibility: Incompatibility?
  ) {
    let pair = Pair(one.rule, other.rule)
    guard one.rule != other.rule, reported[pair.second, default: 0] < Self.mostClashes,
      !isDispute(one.rule, other.rule), settled.insert(pair).inserted, watch.goesOnNow()
    else { return }
    budget -= 1
    var meeting = ClashMeeting(of: one, other, incompatibility, in: program)
    let witness = meeting.witness()
    comparisons -= meeting.comparisons
    guard let witness else { return }
    reported[pair.second, default: 0] += 1
    let (second, first) = (program.rules[pair.second], program.rules[pair.first])
    found.append(
      .unrankedClash(
        of: second.name, with: first.name, premises: witness.premises,
        conclusion: witness.conclusion, isTheory: program.isTheory,
        at: program.firstLine(of: second), other: program.firstLine(of: first)))
  }

  /// Whether two rules are argued by different speakers, so that their clash is what the dispute is about.
  private mutating func isDispute(_ one: Int, _ other: Int) -> Bool {
    guard program.rules[one].attribution.hasVoice, program.rules[other].attribution.hasVoice
    else { return false }
    return voices(of: one).isDisjoint(with: voices(of: other))
  }

  /// Those for whom a rule is argued or held.
  private mutating func voices(of rule: Int) -> Set<SpeakerID> {
    if let known = voices[rule] { return known }
    let attribution = program.rules[rule].attribution
    let found = Set(
      (attribution.arguedBy + attribution.heldBy).map { speaker in
        var voice = speaker
        for _ in program.speakers {
          guard let principal = program[voice].principal else { break }
          voice = principal
        }
        return voice
      })
    voices[rule] = found
    return found
  }
}
