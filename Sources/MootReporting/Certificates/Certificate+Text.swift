import MootLanguage
public import MootProofChecker

extension Certificate {
  /// The certificate as a file: a line each for what it is made of, and a line `end` to tell that it is whole.
  ///
  /// `+2.1` is "holds from stage 2 on, at rank 1", `-3` "fails from stage 3 on", `?4` "undecided at rank 4"; the
  /// labels of a set are those of the levels 4, 3, 2 and 1.
  ///
  /// `%` and two hexadecimal digits stand for the marks that end a line, and for `%`.
  public var text: String {
    var text = "\(Self.heading)\nversion \(escaped(version))\nas of \(asOf?.text ?? "no date")\n"
    for input in inputs { text += "input \(input.digest) \(escaped(input.name))\n" }
    for value in values {
      switch value {
      case .entity(let name): text += "name \(escaped(name))\n"
      case .number(let number): text += "number \(number)\n"
      case .date(let date): text += "date \(date.text)\n"
      }
    }
    for set in labelSets {
      text += "labels"
      for label in set.labels.reversed() { text += " " + label.text }
      text += "\n"
    }
    for section in sections {
      let (predicate, name) = (section.predicate, escaped(section.name))
      let sign = predicate.isPositive ? "+" : "-"
      text += "predicate \(sign)\(predicate.predicate.raw) out \(section.outStage) \(name)\n"
      let arity = section.labels.isEmpty ? 0 : section.arguments.count / section.labels.count
      for (literal, label) in section.labels.enumerated() {
        text += "= \(label)"
        for argument in section.arguments(of: literal, arity: arity) {
          text += argument == Section.nothing ? " none" : " \(argument)"
        }
        text += "\n"
      }
    }
    return text + "end\n"
  }

  /// The first line of a file.
  static let heading = "moot certificate 1"

  /// A text on one line.
  private func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x25 || $0 == 0x0A || $0 == 0x0D }) else { return text }
    return text.replacingScalars { scalar in
      switch scalar {
      case "%": "%25"
      case "\n": "%0A"
      case "\r": "%0D"
      default: nil
      }
    }
  }
}

extension Certificate.Label {
  /// The label as a file has it.
  fileprivate var text: String {
    switch self {
    case .holds(let stage, let rank): "+\(stage).\(rank)"
    case .fails(let stage): "-\(stage)"
    case .undecided(let rank): "?\(rank)"
    }
  }
}
