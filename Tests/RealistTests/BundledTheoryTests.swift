import Foundation
import Testing

@Suite("The bundled theory, at the terminal")
struct BundledTheoryTests {
  @Test("It shows as one JSON document with at least 85 tellings and 98 references")
  func show() throws {
    let run = try ProgramRun("theory", "show", "aunger-2021", "--format", "json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(run.status == 0)
    #expect((object["tellings"] as? [Any])?.count ?? 0 >= 85)
    #expect((object["references"] as? [Any])?.count ?? 0 >= 98)
    #expect((object["concepts"] as? [Any])?.count ?? 0 <= 90)
  }

  @Test(
    "check finds by itself what the paper gets wrong, and doesn't fail for it",
    arguments: [
      "modest aims: perception of progress rises or falls",
      "Misleading cross-reference (1): flexible organisations",
      "systems that work together: perception of progress, or communication",
      "voluntary collaboration: domination",
      "destructive conflict resolution is", "trust gained, or less of it lost (Conflict",
      "strong legal agreements: perception of progress, or ambition", "formalisation is",
      "collaborative leadership: achievement of aims, or perception",
      "a collaboration for show: achievement of aims",
      "low trust: achievement of aims, or perception", "an unstable workforce: conflict inside",
      "says 7, lists 8", "says 16, lists 13", "lists 13 distinct",
      "mixed collaborative types: says 16, lists 17",
      "integrated care: says 1, lists 0", "[22] and [93]", "[13], p. 403", "[68], p. 230",
      "Called included, not listed (3): 71, 89, 93", "Included, never cited (4): 41, 43, 50, 64",
      "from [53], p. 78, closed with [47]",
    ])
  func check(finding: String) throws {
    let run = try Self.checked.get()
    #expect(run.status == 0)
    let told = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(told.contains(finding))
  }

  private static let checked = Result { try ProgramRun("theory", "check", "aunger-2021") }

  @Test("A chain tells at each step where it stands and who says it")
  func paths() throws {
    let run = try ProgramRun("theory", "paths", "legal-agreements", "trust")
    #expect(run.status == 0)
    #expect(run.output.contains("trust at the start is higher → trust grows"))
    let steps = run.output.split(separator: "\n\n").filter { $0.hasPrefix("1. With") }
    #expect(!steps.isEmpty)
    for step in steps {
      #expect(step.contains("section “") || step.contains("Table 3"))
      #expect(step.contains("[") || step.contains("source not given"))
    }
  }

  @Test("Why a collaboration dissolves names both breaking points, each with its place")
  func why() throws {
    let run = try ProgramRun("theory", "why", "dissolution")
    #expect(run.status == 0)
    let told = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(told.contains("trust reaches breaking point") && told.contains("faith reaches breaking point"))
    #expect(
      told.contains("Table 3, row 26 “Significant conflict”") && told.contains("Murray et al. 2018 [47]"))
  }

  @Test("The trust-building loop has arms of both signs; what is left out is counted")
  func loops() throws {
    let run = try ProgramRun("theory", "loops", "aunger-2021")
    let told = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(run.status == 0)
    #expect(told.contains("of both signs, so that its sign isn't fixed"))
    #expect(told.contains("left out"))
    #expect(told.contains("Exit:"))
  }
}
