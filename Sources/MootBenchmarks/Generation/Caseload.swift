import MootLanguage

/// Facts of the caseload, made up: acts, versions of laws, verdicts, appeals, licences and stays.
struct Caseload {
  private var tables: [Table: FactText] = [:]
  private var random: SplitMix

  /// The tables of facts, by their short names.
  enum Table: String, CaseIterable {
    case act, about, version, bans, permits, verdict, appeal, appealdec, licence, revocation, stay
    case strikes, dispute

    /// The tables of the plain caseload.
    static let plain = allCases.filter { $0 != .strikes && $0 != .dispute }
  }

  private static let acts = [
    "harvest", "transport", "broadcast", "import", "build", "sell", "publish", "fish", "employ",
    "store",
  ]

  private init(seed: UInt64) { random = SplitMix(seed: seed) }

  /// Makes up so many cases, always the same for a seed.
  static func files(caseCount: Int, seed: UInt64 = 1) -> [SourceFile] {
    var caseload = Caseload(seed: seed)
    caseload.addLaws()
    for number in 0..<caseCount { caseload.addCase(number, persons: max(1, caseCount / 2)) }
    return caseload.files(of: Table.plain)
  }

  /// Makes up so many cases in which cases strike one another down: most of them earlier ones, and in one
  /// pair of forty each the other; one case in ten is in dispute.
  static func contestedFiles(caseCount: Int, seed: UInt64 = 1) -> [SourceFile] {
    let plain = files(caseCount: caseCount, seed: seed)
    var caseload = Caseload(seed: seed + 1)
    for number in 1..<max(1, caseCount) where caseload.random.happens(in: 50) {
      let earliest = max(0, number - 50)
      let struck = earliest + caseload.random.below(number - earliest)
      caseload.add(.strikes, .name("c", number), .name("c", struck))
    }
    for number in stride(from: 0, to: caseCount - 1, by: 2) where caseload.random.below(40) == 0 {
      caseload.add(.strikes, .name("c", number), .name("c", number + 1))
      caseload.add(.strikes, .name("c", number + 1), .name("c", number))
    }
    for number in 0..<caseCount where caseload.random.happens(in: 10) {
      caseload.add(.dispute, .name("c", number))
    }
    return plain + caseload.files(of: [.strikes, .dispute])
  }

  private func files(of keys: [Table]) -> [SourceFile] {
    keys.map { (tables[$0] ?? FactText($0.rawValue)).file }
  }

  /// Makes up laws: forty, with five versions each.
  private mutating func addLaws() {
    for law in 0..<40 {
      let act = Self.acts[law % Self.acts.count]
      add(.about, .word(act), .name("law", law))
      let cuts = (0..<4).map { _ in day(1992...2022) }.sorted()
      let bounds = [19_000_101] + cuts + [99_990_101]
      for version in 0..<5 {
        let name = FactText.Cell.name("law", law)
        add(
          .version, name, .number(version), .number(bounds[version]), .number(bounds[version + 1]))
        let kind = random.below(100)
        if kind < 15 {
          add(.bans, name, .number(version), .word(act))
        } else if kind < 55 {
          add(.permits, name, .number(version), .word(act))
        }
      }
    }
  }

  private mutating func addCase(_ number: Int, persons: Int) {
    let (name, person) = (FactText.Cell.name("c", number), random.below(persons))
    let act = FactText.Cell.word(Self.acts[random.below(Self.acts.count)])
    let date = day(1990...2024)
    add(.act, name, .name("p", person), act, .number(date))
    if random.happens(in: 50) { addTrial(name, on: date + 10_000) }
    if random.happens(in: 40) {
      let start = date + [-20_000, -10_000, -5_000, 5_000][random.below(4)]
      let end = start + [10_000, 30_000, 50_000][random.below(3)]
      add(.licence, .name("p", person), act, .number(start), .number(end))
      if random.happens(in: 10) {
        let revoked = date + (random.below(2) == 0 ? -3_000 : 3_000)
        add(.revocation, .name("p", person), act, .number(revoked))
      }
    }
    if random.happens(in: 5) {
      let end = date + (random.below(2) == 0 ? -500 : 1_000)
      add(.stay, name, .number(date - 1_000), .number(end))
    }
  }

  private mutating func addTrial(_ name: FactText.Cell, on date: Int) {
    add(.verdict, name, .number(date), .word(random.happens(in: 70) ? "guilty" : "acquitted"))
    guard random.happens(in: 40) else { return }
    add(.appeal, name, .number(date + 100))
    guard random.happens(in: 50) else { return }
    let outcome = random.happens(in: 30) ? "reversed" : "upheld"
    add(.appealdec, name, .number(date + 10_000), .word(outcome))
  }

  private mutating func day(_ years: ClosedRange<Int>) -> Int {
    let year = years.lowerBound + random.below(years.count)
    return year * 10_000 + (1 + random.below(12)) * 100 + 1 + random.below(28)
  }

  private mutating func add(_ key: Table, _ first: FactText.Cell, _ rest: FactText.Cell...) {
    tables[key, default: FactText(key.rawValue)].add([first] + rest)
  }
}
