import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@testable import Review

@Suite("Forms that are defined anew")
struct FormTests {
  private func form(_ fields: [String]) -> ExtractionForm {
    ExtractionForm(name: "study", fields: fields.map { ExtractionForm.Field(name: $0) })
  }

  private func entry(_ field: String, _ value: String) -> FilledForm.Entry {
    FilledForm.Entry(field: field, value: value)
  }

  @Test("A form that lost a field is filled again, and what stood in that field is a characteristic no more")
  func fewerFields() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.empty(in: folder)
      try review.append(.sourceDescribed(MadeReview.source("lee2020")), by: "Ann")
      try review.append(.formDefined(form(["design", "sites"])), by: "Ann")
      func fill(_ given: [FilledForm.Entry]) throws {
        let filled = try review.synthesis().filled("study", of: "lee2020", with: given)
        try review.append(.formFilled(filled), by: "Ann")
      }
      try fill([entry("design", "survey"), entry("sites", "3")])
      try review.append(.formDefined(form(["design", "country"])), by: "Ann")
      func told() throws -> [String] {
        try review.synthesis().characteristics(of: "lee2020").map { "\($0.name): \($0.value)" }
      }
      #expect(try told() == ["design: survey"])
      try fill([entry("country", "Nowhere")])
      #expect(try told() == ["design: survey", "country: Nowhere"])
      // What is asked for and isn't there is still refused.
      #expect(throws: ReviewFault.self) { try fill([entry("sites", "4")]) }
      #expect(try told() == ["design: survey", "country: Nowhere"])
    }
  }
}
