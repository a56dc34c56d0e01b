import Documents
import TestSupport
import Testing

@testable import Review

@Suite("The protocol")
struct ProtocolTests {
  private static let text = """
    format: realist-protocol/1
    title: How mergers work
    question: How, why and for whom do mergers of hospitals work?
    registration: PROSPERO CRD42019149009
    reviewers:
      - Ann Lee
      - Ben Roe
    databases:
      - HMIC
      - MEDLINE
    stages:
      - stage: title-abstract
        reviewers: 2
        include:
          - about organisations that work together
          - a case study, evaluation, opinion or review
      - stage: full-text
        blinded: no
        exclude:
          - says nothing of how it works
    exclude:
      - about staff and patients
    highlight:
      wanted:
        - merger
      unwanted:
        - patient

    """

  private func faults(_ text: String) -> [String] {
    do {
      _ = try ProtocolDocument.read(DocumentFile(name: "p.yaml", text: text))
      return []
    } catch { return error.faults.map(\.description) }
  }

  @Test("What is written is read, and read is written the same")
  func roundTrip() throws {
    let plan = try ProtocolDocument.read(DocumentFile(name: "p.yaml", text: Self.text))
    #expect(ProtocolDocument.write(plan).text == Self.text)
    #expect(plan.usedStages == [.titleAndAbstract, .fullText])
    #expect(plan.criteria(at: .titleAndAbstract).map(\.code) == ["I1", "I2", "E1"])
    #expect(
      plan.criteria(at: .fullText).map(\.words) == [
        "says nothing of how it works", "about staff and patients",
      ])
    #expect(plan.stage(.relevance) == nil && plan.stage(.fullText)?.isBlinded == false)
  }

  @Test("Every fault is told at once, with its line and field")
  func allFaults() {
    let told = faults(
      """
      format: realist-protocol/9
      titel: T
      question: ""
      stages:
        - stage: abstract
          reviewers: 3
        - stage: full-text
        - stage: full-text
          blinded: perhaps
      reviewers: [Ann, Ann]

      """)
    #expect(told.count == 8, "\(told)")
    #expect(told.contains { $0.hasPrefix("p.yaml:2: ") && $0.contains("Did you mean “title”?") })
    #expect(told.contains { $0.contains("stages[0].reviewers") && $0.contains("from 1 to 2") })
    #expect(told.contains { $0.contains("“Ann” stands twice") })
  }

  @Test("Hostile documents are refused, and nothing traps", arguments: 0..<60)
  func hostile(_ seed: Int) {
    var mutation = Mutation(seed: UInt64(seed))
    for _ in 0..<20 {
      let bytes = mutation.damaged(Self.text)
      guard let file = try? DocumentFile(name: "p.yaml", bytes: bytes),
        let plan = try? ProtocolDocument.read(file)
      else { continue }
      let again = try? ProtocolDocument.read(ProtocolDocument.write(plan))
      #expect(again == plan)
    }
  }

  @Test("A list without end is a fault")
  func endless() {
    let list = (0...500).map { "  - word \($0)\n" }.joined()
    #expect(faults("format: realist-protocol/1\ntitle: T\nquestion: Q\nexclude:\n" + list).count == 1)
  }
}
