import MootLanguage
public import MootProofChecker

/// Why a file is no certificate.
public struct CertificateError: Error, Equatable {
  /// The line that is wrong, from 1.
  public let line: Int
  /// What is wrong with it.
  public let message: String
}

extension Certificate {
  /// Reads a certificate from the bytes of a file, in time linear in them.
  public init(reading bytes: [UInt8]) throws(CertificateError) {
    self.init(version: "", asOf: nil)
    var number = 0
    var rest = bytes[...]
    while !rest.isEmpty {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest.dropFirst(line.count + 1)
      number += 1
      if number > 1, line.elementsEqual("end".utf8) {
        guard rest.isEmpty else {
          throw CertificateError(line: number, message: "there is text behind the end")
        }
        return
      }
      let isRight = number == 1 ? line.elementsEqual(Self.heading.utf8) : take(line)
      guard isRight else {
        throw CertificateError(line: number, message: "this is no line of a certificate")
      }
    }
    throw CertificateError(line: number + 1, message: "the certificate ends early")
  }

  /// Takes in a line; fails where it is none of a certificate.
  private mutating func take(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line
    let word = rest.takeWord()
    switch word {
    case "=": return takeLiteral(&rest)
    case "name":
      guard let name = rest.unescaped else { return false }
      values.append(.entity(name))
    case "number":
      guard let number = Value.number(reading: rest) else { return false }
      values.append(.number(number))
    case "date":
      guard let date = Value.date(reading: rest) else { return false }
      values.append(.date(date))
    case "labels": return takeLabels(&rest)
    case "predicate": return takeSection(&rest)
    case "version":
      guard let text = rest.unescaped else { return false }
      version = text
    case "input":
      let digest = rest.takeWord()
      guard let name = rest.unescaped else { return false }
      inputs.append(Input(name: name, digest: digest))
    case "as":
      guard rest.takeWord() == "of" else { return false }
      if rest.elementsEqual("no date".utf8) { return true }
      asOf = Value.date(reading: rest)
      return asOf != nil
    default: return false
    }
    return true
  }

  private mutating func takeLiteral(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard !sections.isEmpty, let label = rest.takeNumber() else { return false }
    let last = sections.count - 1
    while !rest.isEmpty {
      if rest.elementsEqual("none".utf8) || rest.starts(with: "none ".utf8) {
        _ = rest.takeWord()
        sections[last].arguments.append(Section.nothing)
      } else {
        guard let argument = rest.takeNumber() else { return false }
        sections[last].arguments.append(argument)
      }
    }
    sections[last].labels.append(label)
    return true
  }

  private mutating func takeLabels(_ rest: inout ArraySlice<UInt8>) -> Bool {
    var labels: [Label] = []
    for _ in 0..<4 {
      let sign = rest.popFirst()
      guard let number = rest.takeNumber(before: UInt8(ascii: ".")) else { return false }
      switch sign {
      case UInt8(ascii: "+"):
        guard let rank = rest.takeNumber() else { return false }
        labels.append(.holds(stage: number, rank: rank))
      case UInt8(ascii: "-"): labels.append(.fails(stage: number))
      case UInt8(ascii: "?"): labels.append(.undecided(rank: number))
      default: return false
      }
    }
    labelSets.append(LabelSet(labels.reversed()))
    return rest.isEmpty
  }

  private mutating func takeSection(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard let sign = rest.popFirst(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      let number = rest.takeNumber(), rest.takeWord() == "out", let stage = rest.takeNumber(),
      let name = rest.unescaped
    else { return false }
    let isPositive = sign == UInt8(ascii: "+")
    let predicate = SignedPredicate(PredicateID(raw: number), isPositive: isPositive)
    sections.append(Section(predicate: predicate, name: name, outStage: stage))
    return true
  }
}

extension ArraySlice<UInt8> {
  /// Takes what stands before the next space, and the space.
  fileprivate mutating func takeWord() -> String {
    let word = prefix { $0 != UInt8(ascii: " ") }
    removeFirst(Swift.min(count, word.count + 1))
    return String(decoding: word, as: UTF8.self)
  }

  /// Takes a number that fits, and the space or mark behind it.
  fileprivate mutating func takeNumber(before mark: UInt8 = UInt8(ascii: " ")) -> UInt32? {
    var number: UInt64 = 0
    var digits = 0
    while let byte = first, byte != UInt8(ascii: " "), byte != mark {
      guard byte >= 48, byte <= 57, digits < 10 else { return nil }
      number = number * 10 + UInt64(byte - 48)
      digits += 1
      removeFirst()
    }
    _ = popFirst()
    return digits == 0 ? nil : UInt32(exactly: number)
  }

  /// The text, with `%` and two hexadecimal digits for the marks that end a line.
  fileprivate var unescaped: String? {
    guard contains(UInt8(ascii: "%")) else { return String(validating: self, as: UTF8.self) }
    var bytes: [UInt8] = []
    var rest = self
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard digits.utf8.count == 2, let code = UInt8(digits, radix: 16) else { return nil }
      bytes.append(code)
      rest.removeFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
