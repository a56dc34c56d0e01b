import Casework
import Foundation
import ProgrammeTheory
import Reporting
import TestSupport
import Testing

@Suite("Codebook")
struct CodebookTests {
  private func theories() throws -> [Theory] { [try Fixture.gardens(), try BundledCases.theory()] }

  private func entry(_ id: String, of theory: Theory) throws -> Codebook.Entry {
    try #require(Codebook(of: theory).groups.flatMap(\.entries).first { $0.id.text == id })
  }

  @Test("Every concept of a theory has one entry, in its group")
  func whole() throws {
    for theory in try theories() {
      let groups = Codebook(of: theory).groups
      #expect(groups.flatMap(\.entries).map(\.id).sorted() == theory.concepts.map(\.id).sorted())
      for group in groups {
        #expect(group.entries.allSatisfy { theory.concept($0.id)?.group == group.id })
        #expect(Codebook(of: theory).only(group.id)?.groups == [group])
        #expect(Codebook(of: theory).only(group.name.uppercased())?.groups == [group])
      }
      #expect(Codebook(of: theory).only("no such group") == nil)
    }
  }

  @Test("What one concept leaves out arrives at the concept that it is coded as")
  func arrivals() throws {
    let theory = try Fixture.gardens()
    let arrivals = try entry("firm-coordination", of: theory).arrivals
    #expect(arrivals.map(\.from.text) == ["know-how"])
    #expect(arrivals.map(\.what) == ["that somebody tells them what to do"])
    for theory in try theories() {
      let entries = Codebook(of: theory).groups.flatMap(\.entries)
      let sent = entries.flatMap { $0.coding?.exclude ?? [] }.count { $0.instead != nil }
      #expect(entries.flatMap(\.arrivals).count == sent && sent > 0)
    }
  }

  @Test("What is either so or not so has no far ends")
  func levels() throws {
    let theory = try Fixture.gardens()
    let binary = try entry("water-access", of: theory).levels
    #expect(binary.map(\.means) == [nil, "water on the ground", nil, "no water nearby", nil])
    let goals = try entry("harvest-goals", of: theory).levels
    #expect(goals.first?.means == "goals that no garden meets" && goals.last?.means == "no goals at all")
  }

  @Test("The fixed fields that speak of a concept are named")
  func fields() throws {
    let theory = try Fixture.gardens()
    #expect(try entry("shared-work", of: theory).fields.first == "arrangement")
    #expect(try entry("harvest-goals", of: theory).fields == ["ambition (of each aim)"])
    #expect(try entry("know-how", of: theory).fields == [])
  }

  @Test("A phrase that stands inside another concept's is pointed out, whole words only")
  func phrases() throws {
    var theory = try Fixture.gardens()
    func concept(_ id: String, _ phrases: [String]) throws -> Concept {
      let old = try #require(theory.concepts.first)
      return Concept(
        id: try GardenCase.concept(id), name: id, definition: "D", phrases: phrases, scope: old.scope,
        scale: old.scale, wording: old.wording, group: old.group)
    }
    theory.concepts = [
      try concept("dew", ["dew", "morning dew", "…"]),
      try concept("frost", ["Morning Dew that froze", "dewy"]),
    ]
    let shared = try entry("dew", of: theory).sharedPhrases
    #expect(shared.map(\.phrase) == ["dew", "morning dew"])
    #expect(shared.allSatisfy { $0.inside == "Morning Dew that froze" && $0.of.text == "frost" })
    #expect(try entry("frost", of: theory).sharedPhrases.isEmpty)
  }

  @Test("Each concept of each slot of each configuration is counted once")
  func slots() throws {
    for theory in try theories() {
      let slots = Codebook(of: theory).groups.flatMap(\.entries).map(\.slots)
      func named(_ concepts: (CMOConfiguration) -> [Concept.ID]) -> Int {
        theory.configurations.reduce(0) { $0 + Set(concepts($1)).count }
      }
      let contexts = named { $0.context.map(\.concept) + $0.conditions.flatMap { $0.anyOf.map(\.concept) } }
      #expect(slots.reduce(0) { $0 + $1.context.count } == contexts)
      #expect(
        slots.reduce(0) { $0 + $1.mechanism.count } == named { $0.mechanism?.literals.map(\.concept) ?? [] })
      #expect(slots.reduce(0) { $0 + $1.outcome.count } == named { $0.outcome.map(\.concept) })
    }
  }

  @Test("The bundled notes send nobody round in a circle of one, and most concepts have some")
  func bundledNotes() throws {
    let theory = try BundledCases.theory()
    #expect(theory.concepts.count { $0.coding != nil } > 60)
    for concept in theory.concepts {
      let coding = concept.coding
      #expect(coding?.exclude.contains { $0.instead == concept.id } != true, "\(concept.id)")
      let texts = (coding?.include ?? []) + (coding?.exclude.map(\.what) ?? [])
      #expect(Set(texts).count == texts.count && texts.allSatisfy { $0.count < 130 }, "\(concept.id)")
    }
  }

  @Test("The page tells every concept, the rules first, and can be read back from JSON")
  func page() throws {
    for theory in try theories() {
      let codebook = Codebook(of: theory)
      let page = TheoryTeller(of: theory, madeBy: "realist 0").page(of: codebook)
      #expect(page.parts.first?.id == "rules" && page.parts.count == codebook.groups.count + 1)
      #expect(Mentions(of: page).dangling == [])
      let text = MarkdownRenderer().render(page)
      #expect(theory.concepts.allSatisfy { text.contains($0.id.text) } && text.contains("neither"))
      let data = try JSONEncoder().encode(codebook)
      #expect(try JSONDecoder().decode(Codebook.self, from: data) == codebook)
    }
  }
}
