/// A relation or an action between things, as one template declares it.
public struct Relation: Sendable {
  /// The short name for JSON, CSV and DFL.
  public let key: String
  /// The holes in the order of the key's arguments.
  public let holes: [Hole]
  /// How it is written.
  public let wording: Wording
  /// The declaration.
  public let span: SourceSpan

  /// A place in a template that a term fills.
  public struct Hole: Sendable {
    /// The name written after the question mark.
    public let name: String
    /// What may fill it.
    public let sort: Sort
  }

  /// What may fill a hole or be bound to a variable.
  public enum Sort: Sendable {
    case entity
    case number
    case date
    /// Anything: in `.dfl` files, which declare nothing.
    case any
  }

  /// A word of a template, or one of its holes by index into `Relation.holes`.
  public enum Piece: Hashable, Sendable {
    case word(String)
    case hole(Int)
  }

  /// How the sentences of a relation are written.
  public enum Wording: Sendable {
    /// A state of affairs; `contrary` is `nil` where the template gives no words for it.
    case state(sentence: [Piece], contrary: [Piece]?)
    /// An action: what stands before the verb, the verb (`operates`, and bare `operate`), what follows.
    case action(before: [Piece], verb: String, bareVerb: String, after: [Piece])
    /// An atom of a `.dfl` theory, written `key(arguments)`.
    case atom
  }
}
