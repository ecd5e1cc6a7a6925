public import MootLanguage

/// A speaker with all that is argued or held by them, or by those who speak for them.
public struct Party: Sendable {
  /// The speaker.
  public let speaker: SpeakerID
  /// The others who speak for them and argue something, in the order of their declaration.
  public let spokesmen: [SpeakerID]
  /// The rules, contentions and preferences they argue or hold, in source order.
  public let arguments: [RuleID]
}

extension Scenario {
  /// Those who argue or hold something that no change switches off, in the order of their declaration.
  ///
  /// One for whom others speak is a party beside them, unless that is the same as one of these alone.
  public var parties: [Party] {
    let program = programWithPreferences
    let dropped = Suspension(self, program: program)
    let heard = program.rules.indices.filter {
      !dropped.rules[$0] && program.rules[$0].attribution.hasVoice
    }
    var parties: [Party] = []
    for index in program.speakers.indices {
      let speaker = SpeakerID(raw: UInt32(index))
      let arguments = heard.filter { program.isArgued($0, by: speaker) }
      guard !arguments.isEmpty else { continue }
      let spokesmen = program.speakers.indices.map { SpeakerID(raw: UInt32($0)) }.filter { voice in
        voice != speaker && program.speaks(voice, for: speaker)
          && heard.contains { program.isArgued($0, by: voice) }
      }
      parties.append(
        Party(
          speaker: speaker, spokesmen: spokesmen,
          arguments: arguments.map { RuleID(raw: UInt32($0)) }))
    }
    return parties.filter { party in
      !parties.contains { other in
        party.spokesmen.contains(other.speaker) && other.arguments == party.arguments
      }
    }
  }
}

extension Program {
  /// Whether a rule has the voice of a speaker, or of one who speaks for them.
  fileprivate func isArgued(_ rule: Int, by speaker: SpeakerID) -> Bool {
    let attribution = rules[rule].attribution
    return (attribution.arguedBy + attribution.heldBy).contains { speaks($0, for: speaker) }
  }
}
