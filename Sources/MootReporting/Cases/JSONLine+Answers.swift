import MootLanguage
import MootReasoning

extension JSONLine {
  /// Adds an answer, with the members of `AnswerDocument`.
  mutating func add(_ answer: Answer, to question: String?, in program: Program) {
    open("{")
    key("against")
    add(answer.opposing, in: program)
    key("asOf")
    add(answer.asOf?.text)
    key("bindings")
    add(answer.bindings, in: program)
    key("contrary")
    add(answer.contrary)
    key("for")
    add(answer.supporting, in: program)
    key("grade")
    add(answer.grade)
    key("literal")
    add(program.notation(answer.literal))
    key("notForbidden")
    add(answer.isNotForbidden)
    if answer.isNotForbidden {
      key("prohibitionArguable")
      add(answer.isProhibitionArguable)
    }
    key("question")
    add(question)
    if answer.restsOnInconsistency {
      key("restsOnInconsistency")
      add(true)
    }
    key("sentence")
    add(program.sentence(answer.literal))
    key("verdict")
    add(answer.verdict.rawValue)
    close("}")
  }

  private mutating func add(_ grade: GradeInterval) {
    open("{")
    key("lower")
    add(grade.lower.name)
    key("upper")
    add(grade.upper.name)
    close("}")
  }

  private mutating func add(_ bindings: [Answer.Binding], in program: Program) {
    open("{")
    var named: [(name: String, value: ValueID)] = []
    for binding in bindings where !named.contains(where: { $0.name == binding.name }) {
      if !binding.name.isEmpty { named.append((binding.name, binding.value)) }
    }
    for (name, value) in named.sorted(by: { $0.name < $1.name }) {
      key(name)
      add(program[value].plainText)
    }
    close("}")
  }

  private mutating func add(_ sides: [Answer.Side], in program: Program) {
    open("[")
    for side in sides {
      next()
      add(side, in: program)
    }
    close("]")
  }

  private mutating func add(_ side: Answer.Side, in program: Program) {
    let source = SourceDocument(side.source, in: program)
    open("{")
    if source.assumed == true {
      key("assumed")
      add(true)
    }
    if !side.beatenBy.isEmpty {
      key("beatenBy")
      add(side.beatenBy.map { program[$0].name })
    }
    key("by")
    add(source.by)
    key("cites")
    add(source.cites)
    if let fact = source.fact {
      key("fact")
      add(fact)
    }
    key("grade")
    add(side.grade.name)
    if source.implied == true {
      key("implied")
      add(true)
    }
    key("instances")
    add(side.instances)
    if let rule = source.rule {
      key("rule")
      add(rule)
    }
    if let toldBy = source.toldBy {
      key("toldBy")
      add(toldBy)
    }
    close("}")
  }
}
