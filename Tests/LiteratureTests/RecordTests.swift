import Bibliography
import Literature
import Testing

@Suite("Records")
struct RecordTests {
  @Test("A record is called what its reference is called")
  func identifier() {
    #expect(Record(reference: Reference(id: "7", type: .articleJournal)).id == "7")
  }
}
