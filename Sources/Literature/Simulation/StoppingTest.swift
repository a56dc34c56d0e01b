import Foundation

/// Whether screening may stop: the test of Callaghan and Müller-Hansen 2020, "Statistical stopping criteria for automated
/// screening in systematic reviews", Systematic Reviews 9:273, doi:10.1186/s13643-020-01521-4.
///
/// The hypothesis is that recall is below a target. If it were, so many relevant records would have to be among those
/// that aren't read; drawing from them at random, one would then hardly find as few as were found. That chance is given by
/// the hypergeometric distribution, and screening may stop once it is small.
///
/// For a random sample of the unread the test is exact. During ranked screening the last records read are taken for such a
/// sample (their "ranked quasi-sampling"): since ranking finds more than chance does, that errs on the careful side; but
/// looking again after each record, at every start of a sample, errs on the other. So its miss rate is shown in simulations.
public struct StoppingTest: Hashable, Sendable {
  /// The recall that should be reached, above 0 and at most 1.
  public var recall: Double
  /// The chance at which one may stop: that of being wrong.
  public var level: Double

  /// A test for a recall of 95% that is wrong at most 5% of the time.
  public static let usual = StoppingTest(recall: 0.95, level: 0.05)

  /// A test of these.
  public init(recall: Double, level: Double) {
    self.recall = min(max(recall, 0.01), 1)
    self.level = min(max(level, 0), 1)
  }

  /// The method, as it is named in reports.
  public static let citation =
    "Callaghan and Müller-Hansen 2020, Systematic Reviews 9:273, doi:10.1186/s13643-020-01521-4"

  /// The fewest relevant records that are unread if the target is missed.
  ///
  /// - Parameter found: how many relevant records were found.
  func fewestMissed(found: Int) -> Int { Int((Double(found) / recall).rounded(.down)) + 1 - found }

  /// How many of the unread must be drawn at random and read, so that one may stop if none of them is relevant; `nil`
  /// where even all of them don't do, since there are none.
  ///
  /// - Parameters:
  ///   - found: how many relevant records were found.
  ///   - unread: how many records are unread.
  public func sampleSize(found: Int, unread: Int) -> Int? {
    guard unread > 0, found > 0 else { return nil }
    let missed = fewestMissed(found: found)
    guard missed <= unread else { return 0 }
    let counts = LogFactorials(upTo: unread)
    // The chance of none falls with the sample: the first that is small enough is found by halving.
    var (low, high) = (1, unread)
    while low < high {
      let middle = (low + high) / 2
      let chance = counts.atMost(0, of: missed, in: unread, drawing: middle)
      if chance < level { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Logarithms of factorials, and what follows from them.
struct LogFactorials: Sendable {
  private let values: [Double]

  init(upTo most: Int) {
    var values = [0.0]
    values.reserveCapacity(most + 1)
    for number in 1...max(most, 1) { values.append(values[number - 1] + log(Double(number))) }
    self.values = values
  }

  private func choose(_ count: Int, of all: Int) -> Double {
    values[all] - values[count] - values[all - count]
  }

  /// The hypergeometric distribution: the chance to find at most so many.
  ///
  /// - Parameters:
  ///   - found: the most that are found.
  ///   - relevant: how many are relevant.
  ///   - all: how many there are; at most the number that this was made for.
  ///   - drawn: how many are drawn.
  func atMost(_ found: Int, of relevant: Int, in all: Int, drawing drawn: Int) -> Double {
    guard all < values.count, relevant <= all, drawn <= all, relevant >= 0, drawn >= 0 else { return 0 }
    let (least, most) = (max(0, drawn + relevant - all), min(relevant, drawn))
    guard found >= least else { return 0 }
    guard found < most else { return 1 }
    var term = exp(
      choose(found, of: relevant) + choose(drawn - found, of: all - relevant) - choose(drawn, of: all))
    var sum = term
    var count = found
    // From the largest count down: each follows from the one before, until they no longer matter.
    while count > least {
      let ratio =
        Double(count) * Double(all - relevant - drawn + count)
        / (Double(relevant - count + 1) * Double(drawn - count + 1))
      term *= ratio
      sum += term
      count -= 1
      if ratio < 1, term < sum * 1e-17 { break }
    }
    return min(sum, 1)
  }
}
