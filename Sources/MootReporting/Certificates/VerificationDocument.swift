import MootLanguage
public import MootProofChecker

/// What checking a certificate came to, as JSON (`moot.verification/1`).
struct VerificationDocument: Encodable {
  let accepted: Bool
  let conclusions: Int
  let failure: FailureDocument?
  let instances: Int
  let labels: Int
  let receipt: Receipt
  let schema = "moot.verification/1"

  /// Why a certificate is rejected.
  struct FailureDocument: Encodable {
    let condition: String
    let level: String?
    let literal: String?
  }
}

extension Verification {
  /// What it came to, as JSON (`moot.verification/1`).
  public func json(receipt: Receipt) -> String {
    let document = VerificationDocument(
      accepted: isAccepted, conclusions: conclusionCount,
      failure: failure.map {
        VerificationDocument.FailureDocument(
          condition: $0.condition.rawValue, level: $0.level?.name, literal: $0.literal)
      },
      instances: instanceCount, labels: labelCount, receipt: receipt)
    return jsonText(document)
  }
}
