import BundledKnowledge
import Documents
import Foundation
import ProgrammeTheory
import Testing

/// What the check has to find by itself in the bundled theory: what its source gets wrong.
@Suite("Findings on the bundled theory")
struct BundledFindingsTests {
  /// A finding that has to be there: its kind and the parts that it is about, among others.
  struct Expected: Sendable, CustomTestStringConvertible {
    let kind: Finding.Kind
    let about: [String]
    let name: String

    init(_ name: String, _ kind: Finding.Kind, _ about: String...) {
      self.kind = kind
      self.about = about
      self.name = name
    }

    var testDescription: String { "\(kind.rawValue): \(name)" }

    func holds(in findings: [Finding]) -> Bool {
      findings.contains { finding in
        finding.kind == kind && Set(about).isSubset(of: finding.subjects.map(\.description))
      }
    }
  }

  static let told: [Expected] = [
    Expected(
      "unambitious aims, progress", .polarityContradiction, "telling p-unambitious-aims",
      "telling r-unambitious-aims", "concept perception-of-progress"),
    Expected(
      "unambitious aims, trust", .polarityContradiction, "telling p-unambitious-aims",
      "telling r-underambition", "concept trust"),
    Expected("flexibility", .misleadingReference, "telling p-flexibility", "telling r-flexibility"),
    Expected(
      "interoperable systems", .outcomeDrift, "telling p-interoperable-systems",
      "telling r-interoperable-systems"),
    Expected(
      "voluntary partnership", .roleShift, "telling p-voluntary-combative",
      "telling r-voluntary-combative", "concept domination"),
    Expected(
      "destructive resolution", .roleShift, "telling p-destructive-resolution",
      "telling r-destructive-resolution", "concept destructive-resolution"),
    Expected(
      "constructive resolution", .gainOrSmallerLoss, "telling p-constructive-resolution",
      "telling r-constructive-resolution", "concept trust"),
    Expected(
      "legal agreements", .outcomeDrift, "telling p-legal-agreements", "telling r-legal-agreements",
      "concept perception-of-progress", "concept aim-ambition"),
    Expected("formalisation", .roleShift, "concept formalisation", "telling r-formalisation-confidence"),
    Expected(
      "collaborative leadership", .outcomeDrift, "telling p-collaborative-leadership",
      "telling r-collaborative-leadership", "concept aim-achievement", "concept perception-of-progress"),
    Expected(
      "inauthenticity", .outcomeDrift, "telling p-inauthentic", "telling r-inauthentic",
      "concept aim-achievement", "concept perception-of-progress"),
    Expected(
      "reduced trust", .outcomeDrift, "telling p-reduced-trust", "telling r-reduced-trust",
      "concept aim-achievement", "concept perception-of-progress"),
    Expected(
      "workforce churn", .mechanismDrift, "telling r-workforce-instability",
      "concept intra-organisational-conflict", "concept perception-of-progress"),
  ]

  static let counted: [Expected] = [
    Expected("seven that list eight", .countMismatch, "statement count-synergy"),
    Expected("sixteen that list thirteen", .countMismatch, "statement count-trust"),
    Expected(
      "fourteen that list thirteen distinct", .countMismatch, "statement count-middle-range", "source 70"),
    Expected("mixed arrangements", .tallyMismatch, "statement tally-mixed"),
    Expected("integrated care", .tallyMismatch, "statement tally-integrated-care"),
    Expected("one work", .sameWorkTwice, "source 22", "source 93"),
    Expected("p. 403", .pageOutsideRange, "source 13"),
    Expected("p. 230", .pageOutsideRange, "source 68"),
    Expected("71", .calledIncludedButNotListed, "source 71"),
    Expected("89", .calledIncludedButNotListed, "source 89"),
    Expected("93", .calledIncludedButNotListed, "source 93"),
    Expected("41", .includedButNeverCited, "source 41"),
    Expected("43", .includedButNeverCited, "source 43"),
    Expected("50", .includedButNeverCited, "source 50"),
    Expected("64", .includedButNeverCited, "source 64"),
    Expected("53 closed with 47", .quotationOfTwoWorks, "source 53", "source 47"),
  ]

  private static func bundled() throws -> Theory {
    let theory = try #require(try KnowledgeFolder.locate().theory("aunger-2021"))
    return try TheoryDocument.read(path: theory.path)
  }

  @Test("What the source gets wrong is found")
  func found() throws {
    let findings = try Self.bundled().check()
    for expected in Self.told + Self.counted {
      let isThere = expected.holds(in: findings)
      #expect(isThere, "\(expected.testDescription)")
    }
  }

  @Test("What the source gets right in its numbers isn't found wrong")
  func nothingElse() throws {
    let report = try Self.bundled().findingReport
    for kind in Set(Self.counted.map(\.kind)) {
      #expect(report[kind].count == Self.counted.count { $0.kind == kind }, "\(kind.rawValue)")
    }
    #expect(report[.flowMismatch].isEmpty)
    #expect(report[.tellingInNoConfiguration].isEmpty)
    #expect(report[.unusedConcept].isEmpty)
  }

  @Test("Where the row is mended to say what the prose says, nothing is found between them", arguments: told)
  func goes(_ expected: Expected) throws {
    var theory = try Self.bundled()
    let ids = expected.about.compactMap { about in
      about.hasPrefix("telling ") ? Telling.ID(String(about.dropFirst(8))) : nil
    }
    let finding = try #require(
      theory.check().first { finding in
        finding.kind == expected.kind && Set(expected.about).isSubset(of: finding.subjects.map(\.description))
      })
    // The first telling of the finding is prose; the row takes over its slots.
    let first = try #require(
      finding.subjects.compactMap { subject -> Telling.ID? in
        guard case .telling(let id) = subject else { return nil }
        return id
      }.first)
    let row = try #require(ids.last)
    let prose = try #require(theory.telling(first))
    theory.tellings = theory.tellings.map { $0.id == row ? $0.saying(prose) : $0 }
    // Claims that rest on the row as it was are gone with it.
    theory.configurations.removeAll { $0.tellings.contains(row) && !$0.tellings.contains(first) }
    let isStillThere = expected.holds(in: theory.check())
    #expect(!isStillThere)
  }

  @Test("The grave findings fit a terminal")
  func fits() throws {
    let lines = try Self.bundled().findingReport.lines()
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.count <= 75)
  }
}

extension Telling {
  /// The telling with the slots of another.
  fileprivate func saying(_ other: Telling) -> Telling {
    Telling(
      id: id, form: form, place: place, context: other.context, conditions: other.conditions,
      mechanism: other.mechanism, outcome: other.outcome, attribution: attribution, bearing: bearing,
      sameAs: sameAs, inverts: inverts, refersTo: refersTo, note: note)
  }
}
