/// The answer to a question (section 3 of the semantics).
public enum Verdict: String, Sendable, CaseIterable {
  case established
  case clear
  case prevailing
  case refuted
  case contested
  case arguable
  case unsupported
  case circular
  case inconsistent
}
