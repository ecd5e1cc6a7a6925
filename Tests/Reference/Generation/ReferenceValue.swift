/// What a constant is beyond its word.
enum ReferenceValue: Hashable, Sendable {
  case name

  /// A number in thousandths.
  case number(Int)
  case date(ReferenceDate)

  /// What holes it fits in.
  var sort: ReferenceSort {
    switch self {
    case .name: .name
    case .number: .number
    case .date: .date
    }
  }

  /// How a number or date is written.
  var text: String {
    switch self {
    case .name: preconditionFailure("a name has a word of its own")
    case .date(let date): return date.text
    case .number(let thousandths):
      let (whole, rest) = abs(thousandths).quotientAndRemainder(dividingBy: 1000)
      var digits = rest == 0 ? "" : "." + String(String(1000 + rest).dropFirst())
      while digits.last == "0" { digits.removeLast() }
      return (thousandths < 0 ? "-" : "") + "\(whole)" + digits
    }
  }
}

/// What a hole is for.
enum ReferenceSort: Int, CaseIterable, Sendable {
  case name, number, date

  /// The sort of a variable, told by its number.
  init(ofVariable variable: Int) {
    switch variable {
    case 4...6, 110...119: self = .number
    case 7...9, 120...129: self = .date
    default: self = .name
    }
  }
}
