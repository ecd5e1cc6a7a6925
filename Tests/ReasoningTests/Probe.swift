import Testing

/// A small theory of the field's literature with its well-founded answer (research/defeasible-logic-peers.md, appendix).
struct Probe: Sendable, CustomTestStringConvertible {
  let name: String

  /// The arrow notation, `;` between statements.
  let text: String

  /// The literals that hold on balance or better; no other does.
  var prevailing: Set<String> = []

  /// The literals that are neither proved nor refuted, because the arguments go round in a circle.
  var undecided: Set<String> = []

  /// The literals that hold clearly or better, where that was published.
  var clear: Set<String>?

  /// Whether its preferences certainly cycle, which is an error.
  var hasPreferenceCycle = false

  var testDescription: String { name }

  /// The text as a file.
  var file: String { text.split(separator: "; ").joined(separator: "\n") + "\n" }

  /// All of them.
  static let all: [Probe] = facts + loops + ambiguity + strictness + teams + circles
}

extension Probe {
  fileprivate static let facts = [
    Probe(name: "facts-conflict", text: ">> p; >> -p", prevailing: ["p", "-p"]),
    Probe(
      name: "facts-conflict-use", text: ">> p; >> -p; r1: p => q; r2: -p => s",
      prevailing: ["p", "-p", "q", "s"]),
    Probe(name: "nixon", text: ">> q; >> r; r1: q => p; r2: r => -p", prevailing: ["q", "r"]),
    Probe(
      name: "tweety",
      text: ">> penguin; r1: penguin -> bird; r2: bird => flies; r3: penguin => -flies; r3 > r2",
      prevailing: ["bird", "-flies", "penguin"]),
    Probe(name: "fact-vs-def", text: ">> p; r1: => -p", prevailing: ["p"]),
    Probe(name: "fact-vs-def-sup", text: ">> p; >> b; r1: b => -p", prevailing: ["b", "p"]),
    Probe(name: "neg-fact", text: ">> -p; r1: => p; r2: -p => q", prevailing: ["-p", "q"]),
    Probe(name: "no-rule-body", text: "r1: -x => y; r2: => z", prevailing: ["z"]),
  ]

  fileprivate static let loops = [
    Probe(name: "loop-self", text: "r1: p => p"),
    Probe(name: "loop-strict", text: "r1: p -> p"),
    Probe(name: "loop-attacker", text: "r1: => q; r2: p => -q; r3: p => p", prevailing: ["q"]),
    Probe(
      name: "loop-strict-attacker", text: "r1: => q; r2: p => -q; r3: p -> p", prevailing: ["q"]),
    Probe(name: "loop-neg2", text: "r1: p => q; r2: q => p; r3: => -p", prevailing: ["-p"]),
  ]

  fileprivate static let ambiguity = [
    Probe(
      name: "ambig-prop", text: "r1: => a; r2: => -a; r3: a => -b; r4: => b", prevailing: ["b"],
      clear: []),
    Probe(
      name: "ambig-prop-sup", text: "r1: => a; r2: => -a; r3: a => -b; r4: => b; r4 > r3",
      prevailing: ["b"]),
    Probe(
      name: "defeat-discard", text: "r1: => p; r2: => -p; r3: p ~> -q; r4: => q", prevailing: ["q"],
      clear: []),
    Probe(
      name: "two-level", text: ">> a; r1: a => b; r2: b => c; r3: a => -c; r2 > r3; r4: a => -b",
      prevailing: ["a", "-c"], clear: ["a"]),
    Probe(
      name: "odd-chain",
      text: "r1: => a0; r2: a1 => -a0; r3: => a1; r4: a2 => -a1; r5: => a2; r4 > r3; r2 > r1",
      prevailing: ["a0", "-a1", "a2"]),
  ]

  fileprivate static let strictness = [
    Probe(name: "strict-defbody", text: "r0: => a; r1: a -> p; r2: => -p", prevailing: ["a"]),
    Probe(
      name: "strict-defbody-sup", text: "r0: => a; r1: a -> p; r2: => -p; r2 > r1",
      prevailing: ["a", "-p"]),
    Probe(
      name: "strict-defbody-sup2", text: "r0: => a; r1: a -> p; r2: => -p; r1 > r2",
      prevailing: ["a", "p"]),
    Probe(
      name: "strict-def-sup", text: ">> a; r1: a -> p; r2: => -p; r2 > r1", prevailing: ["a", "p"]),
    Probe(
      name: "strict-conflict", text: ">> a; r1: a -> p; r2: a -> -p; r3: p => q",
      prevailing: ["a", "p", "-p", "q"]),
    Probe(
      name: "strict-vs-strict-def", text: "r0: => a; r1: a -> p; r2: a -> -p", prevailing: ["a"]),
  ]

  fileprivate static let teams = [
    Probe(
      name: "team",
      text: ">> a; r1: a => p; r2: a => p; s1: a => -p; s2: a => -p; r1 > s1; r2 > s2",
      prevailing: ["a", "p"]),
    Probe(
      name: "team-no", text: ">> a; r1: a => p; r2: a => p; s1: a => -p; s2: a => -p; r1 > s1",
      prevailing: ["a"]),
    Probe(
      name: "defeater-reinstates", text: ">> a; r: a => p; s: a => -p; d: a ~> p; d > s",
      prevailing: ["a"]),
    Probe(name: "defeater-blocks", text: ">> a; r: a => p; d: a ~> -p", prevailing: ["a"]),
    Probe(
      name: "defeater-beaten", text: ">> a; r: a => p; d: a ~> -p; r > d", prevailing: ["a", "p"]),
    Probe(
      name: "dup-sup-defeater-team",
      text: ">> a; r1: a => p; s1: a => -p; d1: a ~> p; d1 > s1; r1 > d1",
      prevailing: ["a"]),
    Probe(
      name: "sup-cycle", text: "r1: => p; r2: => -p; r1 > r2; r2 > r1", hasPreferenceCycle: true),
    Probe(
      name: "sup-transitive", text: "r1: => p; r2: => x; r3: => -p; r1 > r2; r2 > r3",
      prevailing: ["x"]),
    Probe(
      name: "sup-same-head", text: ">> a; r1: a => p; r2: a => p; r1 > r2", prevailing: ["a", "p"]),
    Probe(name: "unprovable-superior", text: "r1: => p; r2: x => -p; r2 > r1", prevailing: ["p"]),
    Probe(
      name: "defender-wait", text: "r0: q -> p; r1: => -p; r2: r => q; r3: => r; r0 > r1",
      prevailing: ["p", "q", "r"]),
  ]

  fileprivate static let circles = [
    Probe(name: "self-attack", text: "r1: => p; r2: p => -p", undecided: ["p"]),
    Probe(name: "self-attack-sup", text: "r1: => p; r2: p => -p; r2 > r1", undecided: ["p", "-p"]),
    Probe(name: "mutual-attack-loop", text: "r1: -b => a; r2: -a => b"),
    Probe(
      name: "mutual-attack-loop2",
      text: "r1: => a; r2: => b; r3: a => -b; r4: b => -a; r3 > r2; r4 > r1",
      undecided: ["a", "-a", "b", "-b"]),
  ]
}
