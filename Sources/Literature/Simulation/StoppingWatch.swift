/// Watches ranked screening, and says when a ``StoppingTest`` is met.
public struct StoppingWatch: Sendable {
  private let test: StoppingTest
  private let total: Int
  private let counts: LogFactorials
  /// Where samples may begin, with what was found before: at the start, and after each relevant record. To begin later,
  /// between them, only makes the sample smaller, and the chance larger.
  private var starts: [(read: Int, found: Int)] = [(0, 0)]

  /// How many records were read.
  public private(set) var read = 0
  /// How many of them were relevant.
  public private(set) var found = 0

  /// A watch over the screening of so many records.
  public init(_ test: StoppingTest = .usual, total: Int) {
    (self.test, self.total) = (test, max(total, 0))
    counts = LogFactorials(upTo: max(total, 0))
  }

  /// Notes that a record was read.
  public mutating func note(isRelevant: Bool) {
    guard read < total else { return }
    read += 1
    guard isRelevant else { return }
    found += 1
    starts.append((read, found))
  }

  /// The smallest chance, over all samples that end with the last record read, to find as few if the target were missed;
  /// 1 before a relevant record is found.
  public var chance: Double {
    guard found > 0 else { return 1 }
    let missed = test.fewestMissed(found: found)
    guard missed <= total - read else { return 0 }
    var least = 1.0
    for start in starts where start.read < read {
      let sampled = found - start.found
      let chance = counts.atMost(
        sampled, of: missed + sampled, in: total - start.read, drawing: read - start.read)
      least = min(least, chance)
    }
    return least
  }

  /// Whether screening may stop now.
  public var isMet: Bool { chance < test.level }
}
