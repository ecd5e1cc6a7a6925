import FoundationEssentials
import MootLanguage
import MootReasoning

let path = CommandLine.arguments[1]
let data = try Data(contentsOf: URL(fileURLWithPath: path))
let clock = ContinuousClock()
var loaded: (program: Program?, diagnostics: [Diagnostic]) = (nil, [])
let t0 = clock.measure { loaded = loadTheory([SourceFile(name: path, bytes: [UInt8](data))]) }
for diagnostic in loaded.diagnostics { print(diagnostic.message) }
guard let program = loaded.program else { fatalError() }
var outcome: Outcome?
let t1 = clock.measure { outcome = evaluate(Scenario(program)) }
guard let outcome else { fatalError() }
var histogram: [String: Int] = [:]
for conclusion in outcome.conclusions() {
  histogram["\(conclusion.grade.lower.name)-\(conclusion.grade.upper.name)", default: 0] += 1
  if program.rules.count < 40 { print(program.literal(of: conclusion.literal.predicate, arguments: conclusion.literal.arguments), conclusion.grade.lower.name, conclusion.grade.upper.name) }
}
print(histogram.sorted { $0.key < $1.key }, "cycles", outcome.preferenceCycles.count, t0, t1)
