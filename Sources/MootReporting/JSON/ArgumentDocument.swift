import MootLanguage
import MootReasoning

/// An argument in JSON.
struct ArgumentDocument: Encodable {
  let source: SourceDocument
  let conclusion: String
  let grade: GradeDocument
  let fate: String
  let title: String?
  let because: String?
  let force: String?
  let period: PeriodDocument?
  let assumption: Bool?
  let premises: [PremiseDocument]
  let exceptions: [ExceptionDocument]
  let defeats: [DefeatDocument]?
  let openPreferences: [OpenPreferenceDocument]?
  let furtherInstances: Int

  private enum CodingKeys: CodingKey {
    case conclusion, grade, fate, title, because, force, period, assumption, premises, exceptions
    case defeats, openPreferences, furtherInstances
  }

  /// Creates the document of an argument.
  init(_ argument: Argument, in program: Program) {
    source = SourceDocument(argument.source, in: program)
    conclusion = program.sentence(argument.conclusion)
    grade = GradeDocument(argument.grade)
    fate = argument.fate.name
    premises = argument.premises.map { PremiseDocument($0, in: program) }
    exceptions = argument.exceptions.map { ExceptionDocument($0, in: program) }
    defeats = argument.fate.defeats.map { $0.map { DefeatDocument($0, in: program) } }
    let open = argument.openPreferences.map { OpenPreferenceDocument($0, in: program) }
    openPreferences = open.isEmpty ? nil : open
    furtherInstances = argument.furtherInstances
    switch argument.source {
    case .rule(let id):
      let rule = program[id]
      title = rule.title
      because = rule.because
      force = rule.force.name
      period = rule.period == .always ? nil : PeriodDocument(rule.period)
      assumption = rule.isAssumption ? true : nil
    case .fact(let index):
      let stated = program.particulars(ofFact: index).period
      title = nil
      because = nil
      force = nil
      period = stated == .always ? nil : PeriodDocument(stated)
      assumption = nil
    case .assumed:
      title = nil
      because = nil
      force = nil
      period = nil
      assumption = nil
    }
  }

  func encode(to encoder: any Encoder) throws {
    try source.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(conclusion, forKey: .conclusion)
    try container.encode(grade, forKey: .grade)
    try container.encode(fate, forKey: .fate)
    try container.encodeIfPresent(title, forKey: .title)
    try container.encodeIfPresent(because, forKey: .because)
    try container.encodeIfPresent(force, forKey: .force)
    try container.encodeIfPresent(period, forKey: .period)
    try container.encodeIfPresent(assumption, forKey: .assumption)
    try container.encode(premises, forKey: .premises)
    try container.encode(exceptions, forKey: .exceptions)
    try container.encodeIfPresent(defeats, forKey: .defeats)
    try container.encodeIfPresent(openPreferences, forKey: .openPreferences)
    try container.encode(furtherInstances, forKey: .furtherInstances)
  }
}

/// An exception in JSON.
struct ExceptionDocument: Encodable {
  let members: [PremiseDocument]
  let undercutter: Bool
  let allows: GradeDocument

  /// Creates the document of an exception.
  init(_ exception: Argument.Exception, in program: Program) {
    members = exception.members.map { PremiseDocument($0, in: program) }
    undercutter = exception.isUndercutter
    allows = GradeDocument(exception.allows)
  }
}

/// A defeat in JSON; `section` tells of the dispute about the preference.
struct DefeatDocument: Encodable {
  let winner: String
  let preferences: [String]
  let section: Int?

  /// Creates the document of a defeat.
  init(_ defeat: Argument.Defeat, in program: Program) {
    winner = program[defeat.winner].name
    preferences = defeat.preferences.map { program[$0].name }
    section = defeat.section
  }
}

/// A preference that is open itself, in JSON; `section` tells of the dispute about it.
struct OpenPreferenceDocument: Encodable {
  let over: String
  let grade: GradeDocument
  let verdict: String
  let section: Int?

  /// Creates the document of an open preference.
  init(_ preference: Argument.OpenPreference, in program: Program) {
    over = program[preference.loser].name
    grade = GradeDocument(preference.grade)
    verdict = preference.verdict.rawValue
    section = preference.section
  }
}

extension Argument.Fate {
  /// The word for it in JSON.
  fileprivate var name: String {
    switch self {
    case .wins: "wins"
    case .unresolved: "unresolved"
    case .tooWeak: "tooWeak"
    case .onlyArguable: "onlyArguable"
    case .beaten: "beaten"
    case .overruled: "overruled"
    case .excluded: "excluded"
    case .undecided: "undecided"
    }
  }

  /// The defeats of an argument that is beaten.
  fileprivate var defeats: [Argument.Defeat]? {
    if case .beaten(let defeats) = self { defeats } else { nil }
  }
}

extension Rule.Force {
  /// The word for it in JSON.
  fileprivate var name: String {
    switch self {
    case .strict: "strict"
    case .defeasible: "defeasible"
    case .presumption: "presumption"
    case .defeater: "defeater"
    }
  }
}
