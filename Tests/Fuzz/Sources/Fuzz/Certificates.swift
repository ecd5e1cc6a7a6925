import MootLanguage
import MootReasoning
import MootReporting

@testable import MootProofChecker

/// Certificates; the first byte says of which program.
///
/// What is read can be written and read again as the same; what the checker accepts is what was concluded.
func examineCertificate(_ bytes: [UInt8]) {
  guard let byte = bytes.first else { return }
  do throws(CertificateError) {
    let certificate = try Certificate(reading: Array(bytes.dropFirst()))
    let outcome = CertifiedPrograms.outcome(chosenBy: byte)
    var draws = Draws(from: bytes)
    examine(certificate, of: outcome, mustBeAccepted: false, &draws)
  } catch {
    claim(error.line > 0 && !error.message.isEmpty, "no certificate, without a reason")
  }
}

/// Claims that the certificate of an outcome is written, read, and accepted.
func examineCertificate(of outcome: Outcome, _ draws: inout Draws) {
  guard outcome.reachedLimit == nil, outcome.preferenceCycles.isEmpty,
    let certificate = outcome.certificate(version: "1", inputs: [], limits: .ofFuzzing)
  else { return }
  examine(certificate, of: outcome, mustBeAccepted: true, &draws)
}

/// Claims that a certificate is read from its text: as the same where it is accepted, for what a rejected one says
/// may be more than its text has room for.
private func examineText(of certificate: Certificate, isAccepted: Bool) {
  let text = certificate.text
  guard let again = try? Certificate(reading: Array(text.utf8)) else {
    fatalError("claim: a certificate cannot be read:\n\(text)")
  }
  claim(again.text, equals: text, "a certificate is written as another")
  if isAccepted { claim(again == certificate, "another certificate is read from\n\(text)") }
}

/// Claims that a certificate which is accepted says what was concluded.
private func examine(
  _ certificate: Certificate, of outcome: Outcome, mustBeAccepted: Bool, _ draws: inout Draws
) {
  let verification = check(
    certificate, against: outcome.scenario.program, asOf: outcome.asOf, seconds: 5)
  examineText(of: certificate, isAccepted: verification.isAccepted)
  let report = Report(verification)
  switch draws.below(3) {
  case 0: examine(printed: report.text())
  case 1: examine(printed: report.markdown)
  default:
    let receipt = Receipt(asOf: outcome.asOf, of: outcome.program.sources)
    let document = verification.json(receipt: receipt)
    claim(isJSON(Array(document.utf8)), "no JSON: \(document)")
  }
  if mustBeAccepted, verification.failure?.condition != .time {
    claim(verification.isAccepted, "the certificate of an outcome is rejected: \(report.text())")
  }
  if verification.isAccepted, let literal = outcome.disagreement(with: certificate) {
    let words = outcome.program.text(of: literal.predicate, arguments: literal.arguments)
    fatalError("claim: a certificate is accepted, but \"\(words)\" was concluded otherwise")
  }
}
