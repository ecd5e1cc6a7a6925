extension CalendarDate {
  /// The date as it is written in files: `2006`, `2006-09` or `2006-09-01`.
  public var text: String {
    var text = Self.padded(year, to: 4)
    if let month { text += "-" + Self.padded(month, to: 2) }
    if let day { text += "-" + Self.padded(day, to: 2) }
    return text
  }

  /// The date as a person reads it: `2006`, `September 2006` or `1 September 2006`.
  public var reading: String {
    guard let month else { return String(year) }
    let words = "\(Self.monthNames[month - 1]) \(year)"
    return day.map { "\($0) \(words)" } ?? words
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func padded(_ number: Int, to length: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, length - digits.count)) + digits
  }
}
