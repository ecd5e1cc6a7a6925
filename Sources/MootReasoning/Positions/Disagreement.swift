import MootLanguage

/// What follows for each party, and what two of them disagree about on one question.
public struct Disagreement: Sendable {
  /// What follows for each party.
  public let positions: Positions
  /// The row of `positions` that the crux is about; `nil` where nothing is disputed, or nothing asked.
  public let row: Int?
  /// What the two disagree about; `nil` where they agree.
  public let crux: Crux?
}

extension Disagreement {
  /// Finds the crux between two parties.
  ///
  /// - Parameters:
  ///   - positions: what follows for each, of `scenario`.
  ///   - rows: where a dispute is looked for.
  ///   - named: the parties to compare, two at most; those furthest apart where none is named.
  public init(
    over positions: Positions, about rows: Rows, between named: [Int] = [], in scenario: Scenario,
    limits: Limits = Limits()
  ) {
    self.positions = positions
    let candidates = positions.rows.indices.filter { rows.include(positions.rows[$0]) }
    for index in candidates {
      let row = positions.rows[index]
      guard let literal = row.literal, let pair = row.pair(named, among: positions.parties) else {
        continue
      }
      let dated = row.asOf.map { [Change.asOf($0)] } ?? []
      self.row = index
      crux = Scenario(scenario.program, changes: scenario.changes + dated).crux(
        over: literal, positions.parties[pair.0], positions.parties[pair.1], limits: limits)
      return
    }
    crux = nil
    if case .all = rows {
      row = nil
    } else {
      row = candidates.first { positions.rows[$0].isDisputed } ?? candidates.first
    }
  }

  /// Which rows are looked at for a dispute, the first that has one.
  public enum Rows: Sendable {
    /// All of them.
    case all
    /// Those of a question of the program, by its index.
    case question(Int)
    /// Those of a sentence asked directly.
    case sentence

    fileprivate func include(_ row: Positions.Row) -> Bool {
      switch self {
      case .all: true
      case .question(let question): row.question == question
      case .sentence: row.question == nil
      }
    }
  }
}

extension Positions.Row {
  /// The two parties to compare; `nil` where they agree.
  fileprivate func pair(_ named: [Int], among parties: [Party]) -> (Int, Int)? {
    guard named.count == 2 else { return mostDistantPair(among: parties, with: named.first) }
    return verdict(ofParty: named[0]) != verdict(ofParty: named[1]) ? (named[0], named[1]) : nil
  }
}
