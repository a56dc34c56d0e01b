import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@Suite("Writing a theory")
struct WritingTests {
  @Test("scratch")
  func scratch() throws {
    let clock = ContinuousClock()
    var t: Theory?
    print(clock.measure { do { t = try Fixture.gardens() } catch { print(error) } })
    guard let t else { return }
    try TheoryDocument.write(t, to: "/tmp/gardens-out")
    for f in try TheoryDocument.write(t) { print("=== \(f.name)"); print(f.text) }
  }
}
