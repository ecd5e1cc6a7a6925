import FoundationEssentials
import MootLanguage
import MootReasoning

let path = CommandLine.arguments[1]
func read(_ path: String) -> SourceFile? {
  (try? Data(contentsOf: URL(fileURLWithPath: path))).map { SourceFile(name: path, bytes: [UInt8]($0)) }
}
let source = read(path)!
let loaded: (program: Program?, diagnostics: [Diagnostic])
let clock = ContinuousClock()
let start = clock.now
if path.hasSuffix(".dfl") { loaded = loadTheory([source]) } else {
  let l = loadProgram(roots: [source]) { p in read(p).map { .file($0) } ?? .notFound }
  loaded = (l.program, l.diagnostics)
}
for diagnostic in loaded.diagnostics { print(diagnostic.code, diagnostic.message, diagnostic.span.lower) }
guard let program = loaded.program else { fatalError() }
print("loaded", clock.now - start)
let outcome = evaluate(Scenario(program))
for conclusion in outcome.conclusions() where CommandLine.arguments.count > 2 {
  print(program.literal(of: conclusion.literal.predicate, arguments: conclusion.literal.arguments), conclusion.grade.lower.name, conclusion.grade.upper.name)
}
for q in program.questions.indices {
  for a in outcome.answers(to: q) { print(program.questions[q].name, program.text(of: a.literal.predicate, arguments: a.literal.arguments), a.verdict, a.grade.lower, a.contrary.lower, a.isNotForbidden) }
}
for e in program.expectations {
  let r = e.result(in: program)
  print(r.isMet ? "ok" : "FAILED", program.questions[e.question].name, r.answers.map { "\($0.verdict) \($0.grade.lower) vs \($0.contrary.lower)" }, e.outcome.demand, e.span.lower)
}
print("done", clock.now - start)
