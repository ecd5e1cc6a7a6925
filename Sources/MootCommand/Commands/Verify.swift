import MootLanguage
import MootProofChecker
import MootReasoning
import MootReporting

extension Arguments {
  /// `moot verify`: the certificate of every conclusion, written and checked; or one that is in a file, checked.
  func verified(in surroundings: Surroundings) throws(CommandFailure) -> CommandResult {
    if certificate != nil, output != nil {
      throw .usage("-o writes a certificate, and --certificate reads one", of: verb)
    }
    let ruleBase = try readRuleBase(in: surroundings)
    let program = try ruleBase.checkedProgram(in: surroundings)
    var evaluation = Evaluation(of: program, self)
    let outcome = try evaluation.outcome()
    let receipt = ruleBase.receipt(asOf: outcome.asOf)
    let certificate = try certificate(of: outcome, receipt)
    guard let certificate else {
      let limit = outcome.limitInWords ?? "the certificate needs more than the limits allow"
      throw CommandFailure(.limit, "incomplete: \(limit)")
    }
    let verification = check(
      certificate, against: program, asOf: outcome.asOf, seconds: limits.time)
    if verification.isAccepted, let literal = outcome.disagreement(with: certificate) {
      let name = outcome.program.literal(of: literal.predicate, arguments: literal.arguments)
      throw CommandFailure(
        .bug, "the certificate is accepted, but \(name.shown) was concluded otherwise")
    }
    return result(of: verification, certificate, receipt, in: surroundings)
  }

  /// The certificate that is asked about: of an outcome, or from a file.
  private func certificate(
    of outcome: Outcome, _ receipt: Receipt
  ) throws(CommandFailure) -> Certificate? {
    guard let certificate else {
      let inputs = receipt.inputs.sorted { $0.key.precedesInBytes($1.key) }
        .map { Certificate.Input(name: $0.key, digest: $0.value) }
      return outcome.certificate(version: receipt.version, inputs: inputs, limits: limits)
    }
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try contents(ofFile: certificate, atMost: largestTable)
    } catch {
      throw error.failure(reading: certificate)
    }
    do throws(CertificateError) {
      return try Certificate(reading: bytes)
    } catch {
      throw CommandFailure(
        .badInput,
        "\"\(certificate.shown)\" is no certificate: line \(error.line): \(error.message)")
    }
  }

  private func result(
    of verification: Verification, _ certificate: Certificate, _ receipt: Receipt,
    in surroundings: Surroundings
  ) -> CommandResult {
    var result = CommandResult(exitCode: verification.isAccepted ? .answered : .findings)
    for input in certificate.inputs {
      guard let digest = receipt.inputs[input.name], digest != input.digest else { continue }
      result.messages += "moot: \(input.name.shown) is not what the certificate was written of\n"
    }
    let report = Report(verification)
    if output != nil {
      result.output = certificate.text
      result.messages += report.text(width: surroundings.width)
    } else if format == .json {
      result.output = verification.json(receipt: receipt)
    } else {
      result.output = surroundings.text(of: report, as: format)
    }
    return result
  }
}
