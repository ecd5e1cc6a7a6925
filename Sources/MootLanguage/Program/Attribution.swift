/// Who argues or decides something, and through whom it reaches us.
public struct Attribution: Sendable, Equatable {
  /// Those who argue it (`argued by`).
  public let arguedBy: [SpeakerID]
  /// The court or courts that hold it (`held by`).
  public let heldBy: [SpeakerID]
  /// Through whom it reaches us (`as told by`).
  public let toldBy: [SpeakerID]
  /// Whether it is read into what was said.
  public let isImplied: Bool

  /// Creates an attribution.
  public init(
    arguedBy: [SpeakerID] = [], heldBy: [SpeakerID] = [], toldBy: [SpeakerID] = [],
    isImplied: Bool = false
  ) {
    self.arguedBy = arguedBy
    self.heldBy = heldBy
    self.toldBy = toldBy
    self.isImplied = isImplied
  }

  /// Nobody's.
  public static let none = Attribution()

  /// Whether anybody argues or holds it.
  public var hasVoice: Bool { !arguedBy.isEmpty || !heldBy.isEmpty }
}

/// Who argues, tells or decides.
public struct Speaker: Sendable {
  /// The name used in the file.
  public let name: String
  /// Who that is, in words.
  public let description: String
  /// The speaker this one speaks for.
  public let principal: SpeakerID?
  /// The declaration.
  public let span: SourceSpan
}

/// A source that facts and rules cite.
public struct Citation: Sendable {
  /// The key used in the file.
  public let key: String
  /// The citation in words.
  public let text: String
  /// Its date, where stated.
  public let date: CalendarDate?
  /// Where it can be read.
  public let url: String?
  /// The declaration.
  public let span: SourceSpan
}
