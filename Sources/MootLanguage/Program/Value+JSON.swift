import struct FoundationEssentials.Decimal

extension Value {
  /// Reads a number as JSON writes it, exactly: also `1.5e3`.
  ///
  /// `nil` when the text is no number, or cannot be written with 38 digits.
  static func number(readingJSON text: String) -> Decimal? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard parts.count == 2 else { return number(reading: text.utf8) }
    guard let exponent = Int(parts[1]), (-60...60).contains(exponent) else { return nil }
    let sign = parts[0].hasPrefix("-") ? "-" : ""
    let digits = parts[0].dropFirst(sign.count).split(
      separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(digits.count) else { return nil }
    let fraction = digits.count == 2 ? String(digits[1]) : ""
    // The point moves `exponent` places to the right, over zeros where the digits end.
    let padded =
      String(repeating: "0", count: max(0, -exponent)) + digits[0] + fraction
      + String(repeating: "0", count: max(0, exponent - fraction.count))
    let whole = padded.dropLast(max(0, fraction.count - exponent))
    let rest = padded.dropFirst(whole.count)
    let plain = [whole.trimmingZeros, rest.isEmpty ? nil : String(rest.trimmingTrailingZeros)]
    return number(reading: (sign + plain.compactMap(\.self).joined(separator: ".")).utf8)
  }
}

extension Substring {
  /// The digits without zeros before them; one is left.
  fileprivate var trimmingZeros: String {
    let trimmed = drop { $0 == "0" }
    return trimmed.isEmpty ? "0" : String(trimmed)
  }

  /// The digits without zeros behind them; one is left.
  fileprivate var trimmingTrailingZeros: String {
    let end = lastIndex { $0 != "0" }
    return end.map { String(self[...$0]) } ?? "0"
  }
}
