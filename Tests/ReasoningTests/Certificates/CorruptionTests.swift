import MootLanguage
import MootProofChecker
import Testing

@testable import MootReference

/// Certificates that state something false, or give no reason for it, are rejected.
struct CorruptionTests {
  @Test(arguments: TestScale.chunks)
  func `every corruption of a certificate is noticed`(chunk: Int) throws {
    var counts: [Corruption: Int] = [:]
    for seed in TestScale.seeds(ofChunk: chunk, of: max(900, TestScale.groundCount / 20)) {
      let kind = TheoryKind.allCases[Int(seed % UInt64(TheoryKind.allCases.count))]
      guard let theory = try CertifiedTheory(kind, seed: seed) else { continue }
      var random = SeededGenerator(seed: seed)
      for corruption in Corruption.allCases {
        guard let corrupted = corruption.applied(to: theory, &random) else { continue }
        counts[corruption, default: 0] += 1
        if theory.verification(of: corrupted).isAccepted {
          Issue.record("seed \(seed), \(kind): \(corruption) is accepted\n\(theory.text)")
        }
      }
    }
    for corruption in Corruption.allCases {
      #expect(counts[corruption, default: 0] >= 5, "\(corruption) was hardly tried")
    }
    #expect(counts.values.reduce(0, +) >= 1_250)
  }

  /// Any labels at all: what is accepted states what the engine concludes.
  @Test(arguments: TestScale.chunks)
  func `an accepted certificate states the truth, whatever its labels are`(chunk: Int) throws {
    var acceptedCount = 0
    for seed in TestScale.seeds(ofChunk: chunk, of: max(900, TestScale.groundCount / 20)) {
      let kind = TheoryKind.allCases[Int(seed % UInt64(TheoryKind.allCases.count))]
      guard let theory = try CertifiedTheory(kind, seed: seed) else { continue }
      var random = SeededGenerator(seed: seed)
      for _ in 0..<10 {
        let mutated = theory.certificate.mutated(&random)
        guard theory.verification(of: mutated).isAccepted else { continue }
        acceptedCount += 1
        if theory.grades(in: mutated) != theory.engineGrades {
          Issue.record("seed \(seed), \(kind): accepted with other grades\n\(theory.text)")
        }
      }
    }
    #expect(acceptedCount >= 10)
  }
}

extension Certificate {
  /// The certificate with a few labels and out stages drawn anew.
  func mutated(_ random: inout SeededGenerator) -> Certificate {
    var mutated = self
    for _ in 0..<1 + random.below(3) {
      if random.chance(25), let section = sections.indices.randomElement(using: &random) {
        mutated.sections[section].outStage = UInt32(1 + random.below(4))
      }
      guard
        let section = sections.indices.filter({ !sections[$0].labels.isEmpty })
          .randomElement(using: &random)
      else { continue }
      let literal = random.below(sections[section].labels.count)
      var labels = mutated.labelSets[Int(mutated.sections[section].labels[literal])].labels
      for _ in 0..<1 + random.below(4) { labels[random.below(4)] = .random(&random) }
      mutated.sections[section].labels[literal] = UInt32(mutated.labelSets.count)
      mutated.labelSets.append(Certificate.LabelSet(labels))
    }
    return mutated
  }
}

extension Certificate.Label {
  /// Any label of an early stage.
  fileprivate static func random(_ random: inout SeededGenerator) -> Certificate.Label {
    let (stage, rank) = (UInt32(1 + random.below(5)), UInt32(random.below(6)))
    switch random.below(4) {
    case 0, 1: return .holds(stage: stage, rank: rank)
    case 2: return .fails(stage: stage)
    default: return .undecided(rank: rank)
    }
  }
}
