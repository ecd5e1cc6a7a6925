@_spi(_Unicode) import Swift

extension String {
  /// The text in Unicode's normalisation form C, in which equal texts have equal bytes.
  var inNormalisationFormC: String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: _nfc)
    return String(scalars)
  }
}
