/// A question the file asks.
public struct Question: Sendable {
  /// Its name.
  public let name: String
  /// How it is put in words.
  public let title: String?
  /// The date it is asked for, where that is not the file's.
  public let asOf: CalendarDate?
  /// Its variables.
  public let variables: [Variable]
  /// What is asked.
  public let sentence: Sentence
  /// The whole statement.
  public let span: SourceSpan
}

/// A sentence that is not known to be so: absent in an ordinary answer, ranged over by what-if.
public struct Unknown: Sendable {
  /// What is not known; without variables.
  public let sentence: Sentence
  /// The chance that it is so, 0 to 1, as written.
  public let chance: Double?
}
