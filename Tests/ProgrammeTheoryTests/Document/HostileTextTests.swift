import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

/// Seconds of processor time that this process has used.
private func processorTime() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

@Suite("Hostile text")
struct HostileTextTests {
  @Test(
    "Text that is made to overwhelm a reader is answered in time, with faults",
    arguments: HostileText.all.indices)
  func answered(_ index: Int) async {
    // In a process of its own, so that a trap or a stack that overflows fails this case and no other.
    await #expect(processExitsWith: .success) { [index] in
      let hostile = HostileText.all[index]
      let text = hostile.text
      let start = processorTime()
      do {
        let theory = try TheoryDocument.read(
          files: [DocumentFile(name: "theory.yaml", text: text)], references: nil)
        Issue.record("\(hostile) gave the theory \(theory.identity.id)")
      } catch let error as FaultyDocument {
        #expect(!error.faults.isEmpty)
        #expect(error.description.utf8.count < 100_000)
        print("\(hostile): \(String(error.description.prefix(300)).split(separator: "\n").prefix(2))")
      }
      let seconds = processorTime() - start
      print("TIME \(seconds) \(hostile)")
      #expect(seconds < 2, "\(hostile) took \(seconds) s")
    }
  }
}
