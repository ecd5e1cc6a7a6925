/// The predicates and constants of `.dfl` files, which declare neither.
struct DFLVocabulary {
  /// Numbers and names.
  private(set) var values = ValueTable()
  /// One relation for each name and number of arguments.
  ///
  /// The predicate of each has the same index.
  private(set) var relations: [Relation] = []
  private var relationNames = NameTable()
  private var constants = NameTable()
  private var valueOfConstant: [ValueID] = []

  /// The predicate of a literal.
  mutating func predicate(
    of literal: DFLStatement.Literal, in source: SourceFile, file: UInt32
  ) -> SignedPredicate {
    let arity = literal.terms.count
    let index: Int
    if literal.name.kind == .quoted {
      let name = Self.unquoted(literal.name, in: source.bytes)
      index = relationNames.intern(name, in: name.indices, tag: UInt32(arity))
    } else {
      index = relationNames.intern(source.bytes, in: literal.name.range, tag: UInt32(arity))
    }
    if index == relations.count {
      relations.append(
        Relation(
          key: relationNames[index], holes: Self.holes(count: arity), wording: .atom,
          span: SourceSpan(file, literal.name.lower, literal.name.upper)))
    }
    return SignedPredicate(PredicateID(raw: UInt32(index)), isPositive: !literal.isNegated)
  }

  /// The value of a word or quoted name: a word that reads as a number is one.
  mutating func value(of token: DFLToken, in bytes: [UInt8]) -> ValueID {
    let isQuoted = token.kind == .quoted
    let index = constants.intern(bytes, in: token.range)
    if index == valueOfConstant.count {
      let value: Value
      if isQuoted {
        value = .entity(String(decoding: Self.unquoted(token, in: bytes), as: UTF8.self))
      } else if let number = Value.number(reading: bytes[token.range]) {
        value = .number(number)
      } else {
        value = .entity(String(decoding: bytes[token.range], as: UTF8.self))
      }
      valueOfConstant.append(values.intern(value))
    }
    return valueOfConstant[index]
  }

  /// The holes of a relation with `count` arguments, named by their place from 1.
  private static func holes(count: Int) -> [Relation.Hole] {
    (0..<count).map { Relation.Hole(name: String($0 + 1), sort: .any) }
  }

  /// The name a quotation stands for: `\` before a quotation mark or `\` is left out, and `\u{…}` is the
  /// character with that number.
  private static func unquoted(_ token: DFLToken, in bytes: [UInt8]) -> [UInt8] {
    var rest = bytes[Int(token.lower) + 1..<Int(token.upper) - 1]
    var name: [UInt8] = []
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.first else {
        name.append(byte)
        continue
      }
      switch next {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"):
        name.append(next)
        rest.removeFirst()
      case UInt8(ascii: "u"):
        if let (character, length) = CharacterNumber.read(from: rest) {
          name.append(contentsOf: String(character).utf8)
          rest.removeFirst(length)
        } else {
          name.append(byte)
        }
      default:
        name.append(byte)
      }
    }
    return name
  }
}
