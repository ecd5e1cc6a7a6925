/// What can be said of a literal (semantics, section 3).
enum ReferenceVerdict: String, CaseIterable, Sendable {
  case inconsistent, established, clear, prevailing, refuted, contested, arguable, unsupported,
    circular
}
