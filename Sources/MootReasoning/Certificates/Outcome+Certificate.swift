import MootLanguage
public import MootProofChecker

extension Outcome {
  /// What is stated of every conclusion, so that it can be checked without the engine: labels by stage and rank.
  ///
  /// `nil` where there is none: the evaluation was not finished, a preference goes round in a circle, something but
  /// the date is supposed, or a limit is reached while the order of derivation is looked for.
  /// Takes time linear in what was concluded, and evaluates circles again.
  public func certificate(
    version: String, inputs: [Certificate.Input] = [], limits: Limits = Limits()
  ) -> Certificate? {
    let isPlain = scenario.changes.allSatisfy { if case .asOf = $0 { true } else { false } }
    guard reachedLimit == nil, preferenceCycles.isEmpty, isPlain else { return nil }
    var writer = CertificateWriter(self, version: version, inputs: inputs, limits: limits)
    do throws(LimitReached) {
      try writer.write()
      return writer.certificate
    } catch {
      return nil
    }
  }
}
