import MootLanguage

/// Whether the engine concludes the same of a theory before and after a metamorphosis.
struct MetamorphosisCheck {
  let metamorphosis: TheoryMetamorphosis

  /// What differs, in words; nil where nothing does or the change cannot be made.
  func difference(on theory: FirstOrderTheory, seed: UInt64) -> String? {
    var random = SeededGenerator(seed: seed ^ 0x3E7A)
    guard let judged = JudgedTheory(theory) else { return nil }
    let changed = metamorphosis.applied(to: judged.theory, &random)
    do {
      let before = try EngineUnderTest.conclude(judged.theory.mootText, "theory.moot")
      guard let after = try conclusions(after: changed) else { return nil }
      return difference(judged.theory, before, changed, after)
    } catch { return "\(metamorphosis), seed \(seed): \(error)" }
  }

  /// What the engine concludes after the change; nil where it cannot be made.
  private func conclusions(after changed: FirstOrderTheory) throws -> EngineConclusions? {
    let source = SourceFile(name: "theory.moot", bytes: Array(changed.mootText.utf8))
    switch metamorphosis {
    case .shuffling, .renaming, .adding, .swapping, .shifting: break
    case .asking: return try EngineUnderTest.concludeAsking(changed.mootText, "theory.moot")
    case .formatting:
      guard let bytes = formatted(source).bytes else { throw Unreadable(text: changed.mootText) }
      guard formatted(SourceFile(name: "theory.moot", bytes: bytes)).bytes == bytes else {
        throw Unsettled(text: changed.mootText)
      }
      return try EngineUnderTest.conclude(String(decoding: bytes, as: UTF8.self), "theory.moot")
    case .rewriting:
      guard changed.isExpressibleInArrows, changed.values.isEmpty,
        let program = loadProgram(roots: [source], including: { _ in .notFound }).program
      else { return nil }
      let (text, refused) = program.theoryText()
      guard !refused.contains(where: { $0.severity == .error }) else { return nil }
      return try EngineUnderTest.conclude(text, "theory.dfl")
    }
    return try EngineUnderTest.conclude(changed.mootText, "theory.moot")
  }

  /// A text that cannot be formatted.
  struct Unreadable: Error {
    let text: String
  }

  /// A text that formatting twice changes again.
  struct Unsettled: Error {
    let text: String
  }

  /// What the answers before and after differ in.
  func difference(
    _ theory: FirstOrderTheory, _ before: EngineConclusions, _ changed: FirstOrderTheory,
    _ after: EngineConclusions
  ) -> String? {
    switch (before, after) {
    case (.preferenceCycle, .preferenceCycle): return nil
    case (.grades(let first), .grades(let second)):
      let atoms = AtomTable(theory)
      for literal in 0..<atoms.literalCount {
        let sentence = atoms.sentence(literal)
        let image = metamorphosis.applied(to: sentence, of: theory)
        let name = theory.mootNotation(sentence)
        let other =
          metamorphosis == .rewriting
          ? changed.arrowNotation(image) : changed.mootNotation(image)
        let (one, two) = (first[name] ?? .unsupported, second[other] ?? .unsupported)
        if one != two {
          return "\(metamorphosis): \(name) \(one), then \(other) \(two)\n"
            + theory.mootText + "--- then\n" + changed.mootText
        }
      }
      return nil
    case (.preferenceCycle, .grades), (.grades, .preferenceCycle):
      // Written in arrows a preference is established, and a circle of them is found before evaluation.
      if metamorphosis == .rewriting { return nil }
      return "\(metamorphosis): a preference cycle on one side only\n"
        + theory.mootText + "--- then\n" + changed.mootText
    }
  }
}
