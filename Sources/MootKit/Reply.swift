public import MootReporting

/// What came of asking: the value, and the same in words and as JSON, as the commands print it.
///
/// ```swift
/// let reply = try rules.answer(to: "Arbat may trade")
/// print(reply.text)
/// print(reply.json)
/// ```
@dynamicMemberLookup
public struct Reply<Value: Sendable>: Sendable {
  /// What came of it.
  public let value: Value
  /// The wording, to be laid out as text or Markdown.
  public let report: Report
  private let document: @Sendable () -> String

  init(_ value: Value, _ report: Report, json: @escaping @Sendable () -> String) {
    self.value = value
    self.report = report
    document = json
  }

  /// The reply as plain text, wrapped at 100 columns.
  public var text: String { report.text() }

  /// The reply as Markdown.
  public var markdown: String { report.markdown }

  /// The reply as JSON with sorted keys, the schema and the receipt of the texts it was made from.
  public var json: String { document() }

  /// A member of the value.
  public subscript<Member>(dynamicMember path: KeyPath<Value, Member>) -> Member {
    value[keyPath: path]
  }
}
