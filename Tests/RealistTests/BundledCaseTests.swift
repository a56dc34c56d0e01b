import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@Suite("The bundled cases, at the terminal")
struct BundledCaseTests {
  private struct Record: Decodable {
    let startOutlook: [Main]
    let outlook: [Main]
    let actions: [Action]
    struct Main: Decodable, Equatable {
      let concept: String
      let tendency: String
    }
    struct Action: Decodable {
      let lever: String
      let helps: [String]
      let movesItself: [String]
      let protects: [String]
      let harms: [String]
    }

    func tendency(_ concept: String) -> String { outlook.first { $0.concept == concept }?.tendency ?? "none" }
  }

  private func record(_ name: String) async throws -> Record {
    let outcome = try await Program().run("assess", name, "--format", "json")
    return try JSONDecoder().decode(Record.self, from: Data(outcome.out.utf8))
  }

  @Test(
    "An enforced merger starts with less trust, lower aims and early conflict, as the paper's discussion says"
  )
  func merger() async throws {
    let record = try await record("enforced-merger")
    #expect(record.tendency("initial-trust").hasPrefix("falls"))
    #expect(record.tendency("aim-ambition").hasPrefix("falls"))
    #expect(record.tendency("inter-organisational-conflict").hasPrefix("rises"))
    #expect(record.tendency("confidence") == "rises")
    let told = try await Program().run("assess", "enforced-merger").told
    // The story stands before the first part.
    let story = told.components(separatedBy: "What is known ─").first ?? ""
    for words in [
      "trust at the start is lower", "aims become more modest", "conflict between the partners grows",
    ] {
      #expect(story.contains(words), "\(words)")
    }
  }

  @Test("What the discussion advises helps an enforced merger, costs nothing, and is told")
  func advice() async throws {
    let theory = try TheoryDocument.read(path: try #require(Fixture.bundledTheories.first))
    let actions = try await record("enforced-merger").actions
    let told = try await Program().run("assess", "enforced-merger").told.lowercased()
    for (words, helped) in [
      ("relational agreement", ["initial-trust", "trust"]),
      ("shared vision", ["trust", "inter-organisational-conflict"]),
      ("worked together before", ["initial-trust"]), ("who answers for what", ["trust"]),
    ] {
      let lever = try #require(theory.levers.first { $0.name.contains(words) }, "\(words)")
      let action = try #require(actions.first { $0.lever == lever.id.text })
      #expect(
        action.harms.isEmpty && Set(helped).isSubset(of: action.helps + action.protects + action.movesItself),
        "\(words)")
      #expect(told.contains(lever.name.lowercased()), "\(words)")
    }
  }

  @Test("The two alliances can't be told apart at the start; with their events they part, and it says why")
  func alliances() async throws {
    let (access, other) = (try await record("access-aco"), try await record("collaborative-aco"))
    #expect(access.startOutlook == other.startOutlook && !access.startOutlook.isEmpty)
    #expect(access.tendency("trust").hasPrefix("rises") && other.tendency("trust").hasPrefix("falls"))
    #expect(
      access.tendency("dissolution").hasPrefix("falls") && other.tendency("dissolution").hasPrefix("rises"))
    let told = try await Program().run("assess", "access-aco", "--full").told
    #expect(told.contains("At the start the theory can't tell"))
    // Both had the tension: it can't be what parts them.
    #expect(told.contains(#/They part first with this \(2017, [^)]*\): The partner has the upper hand/#))
    #expect(told.contains("Why: the facts on which they differ now"))
    #expect(told.contains("This case is among the studies that the theory was made from"))
  }
}
