import Dispatch
import Documents
import Testing

@Suite("The log of a reading")
struct FaultLogTests {
  private func fault(_ number: Int) -> Fault {
    Fault(file: "f", line: number, field: "", problem: "p\(number)", remedy: "")
  }

  @Test("A full log makes no more words, and counts each that it is asked to take")
  func full() {
    let log = FaultLog()
    var made = 0
    for number in 0..<1_500 {
      func words() -> Fault {
        made += 1
        return fault(number)
      }
      log.note(words())
    }
    #expect(made == FaultyDocument.mostKept)
    #expect(log.faults.count == FaultyDocument.mostKept)
    #expect(log.leftOut == 500)
  }

  @Test("A log that keeps none makes no words, and still isn't empty once there is a fault")
  func none() {
    let log = FaultLog(keeping: 0)
    #expect(log.isEmpty)
    func words() -> Fault {
      Issue.record("The words were made.")
      return fault(1)
    }
    log.note(words())
    #expect(!log.isEmpty)
    #expect(log.faults == [])
  }

  @Test("A fault that is noted again isn't told again")
  func again() {
    let log = FaultLog()
    for number in [1, 2, 1, 2, 3] { log.note(fault(number)) }
    #expect(log.faults == [1, 2, 3].map(fault))
    #expect(log.leftOut == 0)
  }

  @Test("No fault is lost when several threads note into one log")
  func threads() {
    let log = FaultLog()
    DispatchQueue.concurrentPerform(iterations: 8) { part in
      for number in 0..<200 { log.note(fault(part * 200 + number)) }
    }
    #expect(log.faults.count == FaultyDocument.mostKept)
    #expect(Set(log.faults).count == FaultyDocument.mostKept)
    #expect(log.leftOut == 600)
  }
}
