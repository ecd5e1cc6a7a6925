import MootLanguage
import MootProofChecker
import Testing

/// Stages and ranks in certificates made by hand: reasons must come before what rests on them.
struct PlaceTests {
  /// A literal that is clear, from a stage on, with a rank.
  private struct Place: Comparable {
    let stage: UInt32
    let rank: UInt32

    static func < (first: Place, second: Place) -> Bool {
      (first.stage, first.rank) < (second.stage, second.rank)
    }

    /// The labels: the ranks of a literal's levels are behind one another.
    var labels: Certificate.LabelSet {
      Certificate.LabelSet(
        (1...4).map { level in
          level == 4
            ? .fails(stage: 9) : .holds(stage: stage, rank: rank * 4 + UInt32(3 - level))
        })
    }

    /// A few places.
    static let some = (1...3).flatMap { stage in
      (0...2).map { Place(stage: UInt32(stage), rank: UInt32($0)) }
    }
  }

  private static let relations = """
    relation p holds / p fails
    relation q holds / q fails

    """

  /// The certificate with other labels for "p holds" and "q holds"; a level 4 out at 9 does not bear on them.
  private func verification(
    _ theory: CertifiedTheory, _ labels: [Certificate.LabelSet?], outStages: [UInt32] = [1, 1]
  ) -> Bool {
    var certificate = theory.certificate
    certificate.labelSets = labels.compactMap { $0 }
    certificate.sections = []
    for (predicate, set) in labels.enumerated() {
      let signed = SignedPredicate(PredicateID(raw: UInt32(predicate)), isPositive: true)
      var section = Certificate.Section(
        predicate: signed, name: theory.program.certificateName(of: signed),
        outStage: outStages[predicate])
      if set != nil {
        section.labels = [UInt32(certificate.sections.count { !$0.labels.isEmpty })]
      }
      certificate.sections.append(section)
    }
    return theory.verification(of: certificate).isAccepted
  }

  @Test func `what rests on itself is not accepted at any places`() throws {
    let theory = try #require(
      try CertifiedTheory(
        Self.relations + """
          rule a
            if q holds
            then p holds
          rule b
            if p holds
            then q holds
          """))
    #expect(verification(theory, [nil, nil]))
    for first in Place.some {
      for second in Place.some {
        #expect(!verification(theory, [first.labels, second.labels]))
      }
    }
  }

  @Test func `a conclusion must have a place behind its premise`() throws {
    let theory = try #require(
      try CertifiedTheory(
        Self.relations + """
          contention c
            that p holds
          rule b
            if p holds
            then q holds
          """))
    for first in Place.some {
      for second in Place.some {
        #expect(verification(theory, [first.labels, second.labels]) == (first < second))
      }
    }
  }

  @Test func `what an exception defeats is out at a later stage than the exception is in`() throws {
    let theory = try #require(
      try CertifiedTheory(
        Self.relations + """
          contention c
            that p holds
          rule b
            unless p holds
            then q holds
          """))
    for place in Place.some {
      for stage: UInt32 in 1...4 {
        let out = Certificate.LabelSet(Array(repeating: .fails(stage: stage), count: 4))
        #expect(
          verification(theory, [place.labels, out], outStages: [1, 9]) == (place.stage < stage))
      }
    }
  }

  @Test func `a rule fires at no earlier stage than its exception is out`() throws {
    let theory = try #require(
      try CertifiedTheory(
        Self.relations + """
          rule b
            unless p holds
            then q holds
          """))
    for place in Place.some {
      for stage: UInt32 in 1...4 {
        let isAccepted = verification(theory, [nil, place.labels], outStages: [stage, 1])
        #expect(isAccepted == (stage == 1), "what is passed over is out before all of its readers")
        let out = Certificate.LabelSet(Array(repeating: .fails(stage: stage), count: 4))
        #expect(verification(theory, [out, place.labels]) == (stage <= place.stage))
      }
    }
  }

  @Test func `two that exclude one another are undecided, and nothing else is accepted`() throws {
    let theory = try #require(
      try CertifiedTheory(
        Self.relations + """
          rule a
            unless q holds
            then p holds
          rule b
            unless p holds
            then q holds
          """))
    let undecided = Certificate.LabelSet([
      .undecided(rank: 2), .undecided(rank: 1), .undecided(rank: 0), .fails(stage: 1),
    ])
    #expect(verification(theory, [undecided, undecided]))
    for place in Place.some {
      #expect(!verification(theory, [place.labels, nil]))
      #expect(!verification(theory, [nil, place.labels]))
      #expect(!verification(theory, [place.labels, undecided]))
      for stage: UInt32 in 1...4 {
        let out = Certificate.LabelSet(Array(repeating: .fails(stage: stage), count: 4))
        #expect(
          !verification(theory, [place.labels, out]), "each would be the reason of the other")
        #expect(!verification(theory, [place.labels, nil], outStages: [1, stage]))
      }
    }
  }
}
