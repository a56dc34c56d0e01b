import Bibliography
import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@Suite("Schemas")
struct VerdictTests {
  @Test("The schemas are valid by draft 2020-12, closed, described, and use all they define")
  func schemas() throws {
    #expect(try Jury.problemsOfSchemas() == [])
  }

  @Test("Every bundled document and every fixture is accepted, as one document and file by file")
  func bundled() throws {
    var jobs: [(schema: String, paths: [String])] = []
    for folder in Fixture.bundledTheories + [Fixture.gardensPath] {
      let paths = try Fixture.files(of: folder).map { "\(folder)/\($0.name)" }
      jobs.append(("theory", paths))
      jobs += paths.filter { $0.hasSuffix(".yaml") }.map { ("theory-file", [$0]) }
    }
    let cases = Fixture.package.appendingPathComponent("Sources/BundledKnowledge/Knowledge/cases").path
    for folder in [cases, "\(Fixture.folder.path)/garden-cases"] {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
      jobs += names.sorted().map { ("case", ["\(folder)/\($0)"]) }
    }
    #expect(jobs.count > 20)
    let verdicts = try Jury.verdicts(onFiles: jobs)
    let refused = zip(jobs, verdicts).filter { $1 != "accepted" }.map { "\($0.paths): \($1)" }
    #expect(refused == [])
  }

  @Test("What is printed of a theory as JSON is accepted, and read again it is the same theory")
  func printed() throws {
    let theories = try (Fixture.bundledTheories + [Fixture.gardensPath]).map {
      try TheoryDocument.read(path: $0)
    }
    let texts = try theories.map(TheoryDocument.json)
    let jobs = try texts.map { Jury.Job(schema: "theory", document: try Specimen.parsed($0)) }
    #expect(try Jury.verdicts(on: jobs).filter { $0 != "accepted" } == [])
    for (theory, text) in zip(theories, texts) {
      let file = DocumentFile(name: "theory.json", text: text)
      #expect(try TheoryDocument.read(files: [file], references: nil) == theory)
    }
  }

  @Test("The schema and our reader say the same of every damaged document", arguments: Kind.allCases)
  func mutants(_ kind: Kind) throws {
    let specimens = try kind.specimens()
    let mutants = (1...250).map { seed in
      var mutation = StructuralMutation(seed: UInt64(seed))
      return mutation.mutant(of: mutation.pick(specimens))
    }
    let verdicts = try Jury.verdicts(on: mutants.map { .init(schema: kind.rawValue, document: $0.document) })
    var accepted = 0
    for (seed, (mutant, verdict)) in zip(1..., zip(mutants, verdicts)) {
      let faults = kind.faults(of: mutant.document).filter { !$0.isBetweenValues }
      accepted += faults.isEmpty ? 1 : 0
      #expect(
        faults.isEmpty == (verdict == "accepted"),
        "seed \(seed), at \(mutant.at): the schema \(verdict); the reader: \(faults.first?.description ?? "accepts")"
      )
    }
    #expect((60...190).contains(accepted), "\(accepted) of 250 are accepted: too few or too many to compare")
  }
}
