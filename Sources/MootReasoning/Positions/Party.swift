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
    var arguments: [[RuleID]] = Array(repeating: [], count: program.speakers.count)
    for (index, rule) in program.rules.enumerated() where !dropped.rules[index] {
      let voices = rule.attribution.arguedBy + rule.attribution.heldBy
      for speaker in program.represented(by: voices) {
        arguments[Int(speaker.raw)].append(RuleID(raw: UInt32(index)))
      }
    }
    var spokesmen: [[SpeakerID]] = Array(repeating: [], count: program.speakers.count)
    for index in program.speakers.indices where !arguments[index].isEmpty {
      let voice = SpeakerID(raw: UInt32(index))
      for speaker in program.represented(by: [voice]) where speaker != voice {
        spokesmen[Int(speaker.raw)].append(voice)
      }
    }
    return program.speakers.indices.filter { index in
      !arguments[index].isEmpty
        && !spokesmen[index].contains { arguments[Int($0.raw)] == arguments[index] }
    }.map { index in
      Party(
        speaker: SpeakerID(raw: UInt32(index)), spokesmen: spokesmen[index],
        arguments: arguments[index])
    }
  }
}

extension Program {
  /// Some speakers, and all for whom they speak, directly or through others; each once.
  fileprivate func represented(by voices: [SpeakerID]) -> Set<SpeakerID> {
    var represented: Set<SpeakerID> = []
    for voice in voices {
      var current: SpeakerID? = voice
      while let reached = current, represented.insert(reached).inserted {
        current = self[reached].principal
      }
    }
    return represented
  }
}
