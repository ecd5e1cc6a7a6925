import MootLanguage

/// Facts of the caseload: acts, versions of laws, verdicts, appeals, licences and stays.
struct Caseload {
  /// One table for each relation, tab-separated.
  let tables: [SourceFile]
  /// The number of cases.
  let caseCount: Int

  private static let acts = [
    "harvest", "transport", "broadcast", "import", "build", "sell", "publish", "fish", "employ",
    "store",
  ]

  /// Takes tables as they are.
  init(tables: [SourceFile]) {
    self.tables = tables
    let acts = tables.first { $0.name.hasSuffix("act.facts") }
    caseCount = acts?.bytes.count { $0 == UInt8(ascii: "\n") } ?? 0
  }

  /// Makes up so many cases, always the same for a seed.
  init(caseCount: Int, seed: UInt64) {
    var draft = CaseloadDraft(seed: seed)
    draft.addLaws(acts: Self.acts)
    for number in 0..<caseCount {
      draft.addCase(number, persons: max(1, caseCount / 2), acts: Self.acts)
    }
    tables = CaseloadRules.tables.map { key in
      let rows = draft.rows[key] ?? []
      return SourceFile(
        name: "\(key).facts", bytes: Array((rows.joined(separator: "\n") + "\n").utf8))
    }
    self.caseCount = caseCount
  }
}

/// Facts of a caseload while they are made up.
private struct CaseloadDraft {
  /// The rows of each relation, each once.
  var rows: [String: [String]] = [:]
  private var known: Set<String> = []
  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  /// Makes up laws: forty, with five versions each.
  mutating func addLaws(acts: [String]) {
    for law in 0..<40 {
      let act = acts[law % acts.count]
      add("about", act, "law\(law)")
      let cuts = (0..<4).map { _ in day(1992...2022) }.sorted()
      let bounds = [19_000_101] + cuts + [99_990_101]
      for version in 0..<5 {
        add("version", "law\(law)", version, bounds[version], bounds[version + 1])
        let kind = random.below(100)
        if kind < 15 {
          add("bans", "law\(law)", version, act)
        } else if kind < 55 {
          add("permits", "law\(law)", version, act)
        }
      }
    }
  }

  /// Makes up a case.
  mutating func addCase(_ number: Int, persons: Int, acts: [String]) {
    let (name, person) = ("c\(number)", "p\(random.below(persons))")
    let act = acts[random.below(acts.count)]
    let date = day(1990...2024)
    add("act", name, person, act, date)
    if random.below(100) < 50 { addTrial(name, on: date + 10_000) }
    if random.below(100) < 40 {
      let start = date + [-20_000, -10_000, -5_000, 5_000][random.below(4)]
      add("licence", person, act, start, start + [10_000, 30_000, 50_000][random.below(3)])
      if random.below(100) < 10 {
        add("revocation", person, act, date + (random.below(2) == 0 ? -3_000 : 3_000))
      }
    }
    if random.below(100) < 5 {
      add("stay", name, date - 1_000, date + (random.below(2) == 0 ? -500 : 1_000))
    }
  }

  private mutating func addTrial(_ name: String, on date: Int) {
    add("verdict", name, date, random.below(100) < 70 ? "guilty" : "acquitted")
    guard random.below(100) < 40 else { return }
    add("appeal", name, date + 100)
    guard random.below(100) < 50 else { return }
    add("appealdec", name, date + 10_000, random.below(100) < 30 ? "reversed" : "upheld")
  }

  private mutating func day(_ years: ClosedRange<Int>) -> Int {
    let year = years.lowerBound + random.below(years.count)
    return year * 10_000 + (1 + random.below(12)) * 100 + 1 + random.below(28)
  }

  private mutating func add(_ key: String, _ cells: any CustomStringConvertible...) {
    let row = cells.map(\.description).joined(separator: "\t")
    if known.insert("\(key)\t\(row)").inserted { rows[key, default: []].append(row) }
  }
}

/// Random numbers that are the same everywhere (Steele, Lea and Flood 2014).
private struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 to below `bound`.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ (bits >> 31)) % UInt64(bound))
  }
}
