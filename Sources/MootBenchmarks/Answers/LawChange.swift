import MootLanguage

/// A ban that a version of a law contains or not, and the cases that version applies to.
struct LawChange {
  /// The change in the words of a what-if.
  let words: String
  /// The cases, by the places of their acts.
  let cases: [Int]
  private let row: String
  private let isBanned: Bool

  /// Bans in versions that apply to about two in a hundred of all cases.
  static func all(in files: [SourceFile]) -> [LawChange] {
    let versions = rows("version", files)
    let bans = Set(rows("bans", files).map { $0.joined(separator: "\t") })
    let acts = rows("act", files)
    let byAct = Dictionary(grouping: acts.indices) { acts[$0][2] }
    return rows("about", files).flatMap { about in
      versions.filter { $0[0] == about[1] }.compactMap { version -> LawChange? in
        guard let start = Int(version[2]), let end = Int(version[3]) else { return nil }
        let cases = (byAct[about[0]] ?? []).filter { place in
          Int(acts[place][3]).map { start <= $0 && $0 < end } ?? false
        }
        guard (acts.count * 18...acts.count * 22).contains(cases.count * 1_000) else { return nil }
        let row = "\(version[0])\t\(version[1])\t\(about[0])"
        let isBanned = bans.contains(row)
        let sentence = "version \(version[1]) of \(version[0]) bans \(about[0])"
        return LawChange(
          words: isBanned ? "retract \(sentence)" : sentence, cases: cases, row: row,
          isBanned: isBanned)
      }
    }
  }

  /// The facts with the change made.
  func made(in files: [SourceFile]) -> [SourceFile] {
    files.map { file in
      guard file.name.hasSuffix("bans.facts") else { return file }
      var rows = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      if isBanned { rows.removeAll { $0 == row } } else { rows.append(row) }
      return SourceFile(
        name: file.name, bytes: Array(rows.map { $0 + "\n" }.joined().utf8))
    }
  }

  private static func rows(_ key: String, _ files: [SourceFile]) -> [[String]] {
    guard let file = files.first(where: { $0.name.hasSuffix("\(key).facts") }) else { return [] }
    return String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: "\t").map(String.init)
    }
  }
}
