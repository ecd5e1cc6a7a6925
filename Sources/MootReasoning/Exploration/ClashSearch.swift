import MootLanguage

/// Finds two rules that can conclude opposites with nothing to rank them, and the case in which they meet.
///
/// A clash counts when a witness proves it: with the premises of both as facts and no others, both fire and
/// what they conclude is contested. Left out are rules of which one yields to the other by its force, rules
/// that some preference ranks, and rules argued by different speakers, whose clash is the dispute itself.
struct ClashSearch {
  /// The program.
  private let program: Program
  /// What the search may use up.
  private let limits: Limits
  /// The ordinary rules by what they conclude.
  private var concluding: [SignedPredicate: [(rule: Int, head: Sentence)]] = [:]
  /// The pairs of rules that a preference ranks, or that were looked at.
  private var settled: Set<Pair> = []
  /// How many more pairs are tried: fewer in a large rule base, all of which is evaluated each time.
  private var budget: Int
  /// How many more comparisons of rules that fire are made in trials.
  private var comparisons = 5_000_000
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
  init(_ program: Program, limits: Limits) {
    self.program = program
    self.limits = limits
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
          guard budget > 0 else { return found }
          examine((index, head), (other.rule, other.head), nil)
        }
      }
    }
    for incompatibility in program.incompatibilities {
      for one in concluding[incompatibility.first.predicate] ?? [] {
        for other in concluding[incompatibility.second.predicate] ?? [] {
          guard budget > 0 else { return found }
          examine(one, other, incompatibility)
        }
      }
    }
    return found
  }

  /// Looks for a witness of a clash of two rules, and reports it.
  private mutating func examine(
    _ one: (rule: Int, head: Sentence), _ other: (rule: Int, head: Sentence),
    _ incompatibility: Incompatibility?
  ) {
    let pair = Pair(one.rule, other.rule)
    guard one.rule != other.rule, reported[pair.second, default: 0] < Self.mostClashes,
      !isDispute(program.rules[one.rule], program.rules[other.rule]),
      limits.reached == nil, settled.insert(pair).inserted
    else { return }
    budget -= 1
    var meeting = ClashMeeting(of: one, other, incompatibility, in: program)
    let witness = meeting.witness()
    comparisons -= meeting.comparisons
    if comparisons < 0 { budget = 0 }
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
  private func isDispute(_ one: Rule, _ other: Rule) -> Bool {
    guard one.attribution.hasVoice, other.attribution.hasVoice else { return false }
    return voices(one).isDisjoint(with: voices(other))
  }

  /// Those for whom a rule is argued or held.
  private func voices(_ rule: Rule) -> Set<SpeakerID> {
    Set(
      (rule.attribution.arguedBy + rule.attribution.heldBy).map { speaker in
        var voice = speaker
        for _ in program.speakers {
          guard let principal = program[voice].principal else { break }
          voice = principal
        }
        return voice
      })
  }
}
