import MootLanguage

/// The statuses of a caseload, worked out case by case straight from the facts: what W1 must conclude.
struct CaseloadAnswer {
  /// For each act, what holds of its case.
  private(set) var findings: [Finding] = []
  /// For each act, the case, as a number of the facts.
  let cases: [Int]

  /// The statuses, in the order of their weights 1 to 6.
  static let statuses = [
    "punishable", "contested", "prohibited", "lawful", "unregulated", "aggravated",
  ]

  /// Every status of every case as a sentence, six a case.
  static func questions(caseCount: Int) -> [String] {
    (0..<caseCount).flatMap { number in statuses.map { "the status of c\(number) is \($0)" } }
  }

  /// What holds of a case.
  struct Finding {
    var isBanned = false
    var isPermitted = false
    var isLicensed = false
    var isSuspended = false
    var isPending = false
    var isFinal = false
    var isRepetition = false

    /// Whether the act is prohibited.
    var isProhibited: Bool { isBanned && !isSuspended && !isLicensed }
    /// Whether the act is permissible.
    var isPermissible: Bool { (isPermitted || isLicensed) && !isProhibited }

    /// For each status, whether the case has it.
    var statuses: [Bool] {
      [
        isProhibited && isFinal, isProhibited && isPending,
        isProhibited && !isFinal && !isPending, isPermissible, !isPermissible && !isProhibited,
        isProhibited && isRepetition,
      ]
    }
  }

  /// Works out the statuses.
  init(_ files: [SourceFile]) {
    let facts = FactColumns(files)
    let act = facts("act", 4)
    let law = LawTables(facts)
    let trial = TrialTables(facts)
    var findings: [Finding] = []
    var earliest: [Int: Int] = [:]
    for place in act[0].indices {
      let (person, kind, day) = (act[1][place], act[2][place], act[3][place])
      var finding = law.finding(case: act[0][place], person: person, act: kind, day: day)
      trial.judge(act[0][place], &finding)
      if finding.isFinal { earliest[person] = min(earliest[person] ?? day, day) }
      findings.append(finding)
    }
    for place in findings.indices where findings[place].isFinal {
      findings[place].isRepetition = (earliest[act[1][place]] ?? .max) < act[3][place]
    }
    self.findings = findings
    cases = act[0]
  }

  /// How many cases have each status.
  var counts: [String: Int] {
    var counts: [String: Int] = [:]
    for finding in findings {
      for (status, has) in zip(Self.statuses, finding.statuses) where has {
        counts[status, default: 0] += 1
      }
    }
    return counts
  }

  /// The statuses that a case has when its ban is suspended.
  func statusesWhenSuspended(_ place: Int) -> [Bool] {
    var finding = findings[place]
    finding.isSuspended = true
    return finding.statuses
  }
}

/// What the laws say, looked up.
private struct LawTables {
  private let laws: [Int: [Int]]
  private let versions: [Int: [(number: Int, start: Int, end: Int)]]
  private let bans: Set<[Int]>
  private let permits: Set<[Int]>
  private let licences: [[Int]: [(start: Int, end: Int)]]
  private let revocations: [[Int]: Int]
  private let stays: [Int: [(start: Int, end: Int)]]

  init(_ facts: FactColumns) {
    let about = facts("about", 2)
    laws = Dictionary(grouping: about[0].indices) { about[0][$0] }
      .mapValues { $0.map { about[1][$0] } }
    let version = facts("version", 4)
    versions = Dictionary(grouping: version[0].indices) { version[0][$0] }
      .mapValues { $0.map { (version[1][$0], version[2][$0], version[3][$0]) } }
    bans = Self.rows(facts("bans", 3))
    permits = Self.rows(facts("permits", 3))
    let licence = facts("licence", 4)
    licences = Dictionary(grouping: licence[0].indices) { [licence[0][$0], licence[1][$0]] }
      .mapValues { $0.map { (licence[2][$0], licence[3][$0]) } }
    let revocation = facts("revocation", 3)
    revocations = Dictionary(
      revocation[0].indices.map { ([revocation[0][$0], revocation[1][$0]], revocation[2][$0]) },
      uniquingKeysWith: min)
    let stay = facts("stay", 3)
    stays = Dictionary(grouping: stay[0].indices) { stay[0][$0] }
      .mapValues { $0.map { (stay[1][$0], stay[2][$0]) } }
  }

  private static func rows(_ columns: [[Int]]) -> Set<[Int]> {
    Set(columns[0].indices.map { place in columns.map { $0[place] } })
  }

  /// What the laws say of an act.
  func finding(case number: Int, person: Int, act: Int, day: Int) -> CaseloadAnswer.Finding {
    var finding = CaseloadAnswer.Finding()
    for law in laws[act] ?? [] {
      for version in versions[law] ?? [] where version.start <= day && day < version.end {
        if bans.contains([law, version.number, act]) { finding.isBanned = true }
        if permits.contains([law, version.number, act]) { finding.isPermitted = true }
      }
    }
    if (revocations[[person, act]] ?? .max) > day {
      finding.isLicensed = (licences[[person, act]] ?? []).contains {
        $0.start <= day && day < $0.end
      }
    }
    finding.isSuspended = (stays[number] ?? []).contains { $0.start <= day && day < $0.end }
    return finding
  }
}

/// What happened in the courts, looked up.
private struct TrialTables {
  private let guilty: [Int: [Int]]
  private let appeals: [Int: [Int]]
  private let decisions: [Int: [(day: Int, outcome: Int)]]
  private let reversed: Int

  init(_ facts: FactColumns) {
    let (verdict, appeal) = (facts("verdict", 3), facts("appeal", 2))
    let word = facts.number(of: "guilty")
    guilty = Dictionary(grouping: verdict[0].indices.filter { verdict[2][$0] == word }) {
      verdict[0][$0]
    }.mapValues { $0.map { verdict[1][$0] } }
    appeals = Dictionary(grouping: appeal[0].indices) { appeal[0][$0] }
      .mapValues { $0.map { appeal[1][$0] } }
    let decision = facts("appealdec", 3)
    decisions = Dictionary(grouping: decision[0].indices) { decision[0][$0] }
      .mapValues { $0.map { (decision[1][$0], decision[2][$0]) } }
    reversed = facts.number(of: "reversed")
  }

  /// Whether an appeal in a case is pending, and a conviction final.
  func judge(_ number: Int, _ finding: inout CaseloadAnswer.Finding) {
    let verdicts = guilty[number] ?? []
    let lodged = appeals[number] ?? []
    let decided = decisions[number] ?? []
    let isDecided = lodged.contains { day in decided.contains { day <= $0.day } }
    let isOverturned = verdicts.contains { day in
      decided.contains { $0.outcome == reversed && day < $0.day }
    }
    finding.isPending = !lodged.isEmpty && !isDecided
    finding.isFinal = !verdicts.isEmpty && !isOverturned && !finding.isPending
  }
}
