import MootLanguage

extension Period {
  /// The period in words: "from August 2007", "until 2006"; empty when it has no ends.
  var inWords: String {
    let ends = [from.map { "from " + $0.reading }, until.map { "until " + $0.reading }]
    return ends.compactMap { $0 }.joined(separator: " ")
  }
}
