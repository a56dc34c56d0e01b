import ProgrammeTheory
import Testing

@testable import Review

@Suite("Forms that are filled")
struct FilledFormTests {
  private func form(_ fields: String...) -> Act {
    .formDefined(ExtractionForm(name: "study", fields: fields.map(ExtractionForm.Field.init(written:))))
  }

  @Test(
    "A form that is defined anew with fewer fields is filled on, and what its former fields held is no characteristic"
  )
  func fewer() throws {
    let given = try ["design: survey", "sites: 3"].map { try #require(FilledForm.Entry(written: $0)) }
    let acts: [Act] = [
      form("design", "sites: number"),
      .formFilled(FilledForm(form: "study", source: "lee2020", entries: given)),
      form("design", "setting"),
    ]
    let synthesis = Synthesis(acts: MadeReview.logged(acts))
    #expect(synthesis.characteristics(of: "lee2020").map(\.name) == ["design"])
    let entry = try #require(FilledForm.Entry(written: "setting: a town"))
    #expect(synthesis.filled("study", of: "lee2020", with: [entry]).entries == [given[0], entry])
    // What is given for a field that isn't there stays, so that the rules refuse it.
    let stray = try #require(FilledForm.Entry(written: "sites: 4"))
    #expect(synthesis.filled("study", of: "lee2020", with: [stray]).entries == [given[0], stray])
  }
}
