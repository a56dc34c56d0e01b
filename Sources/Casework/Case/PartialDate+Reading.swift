public import Bibliography
internal import Documents

/// A day of the calendar, only for putting dates in order.
struct Day: Comparable {
  let year: Int
  let month: Int
  let day: Int

  static func < (one: Day, other: Day) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }
}

extension PartialDate {
  /// The first day that the date may mean.
  var earliest: Day { Day(year: year, month: month ?? 1, day: day ?? 1) }
  /// The last day that the date may mean.
  var latest: Day { Day(year: year, month: month ?? 12, day: day ?? 31) }

  /// Reads `2014`, `2014-06` or `2014-06-03`; `nil` for anything else, such as a 13th month.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = [4, 2, 2]
    guard (1...3).contains(parts.count),
      zip(parts, lengths).allSatisfy({
        $0.count == $1 && $0.utf8.allSatisfy((UInt8(ascii: "0")...57).contains)
      })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count else { return nil }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil
    )
  }
}

extension DocumentNode {
  func date() -> PartialDate? {
    parsed("Write a date as 2014, 2014-06 or 2014-06-03.") { PartialDate(iso: $0) }
  }

  /// Whether it says that it isn't known.
  var isNotKnown: Bool { glimpse == StatedLevel.notKnown.rawValue }

  /// The value, or nothing where it says that it isn't known.
  var known: DocumentNode? { isNotKnown ? nil : self }
}

extension PartialDate {
  /// The month that lies so many months later; a date that is only a year counts by its last month. `nil` beyond the years
  /// that can be written.
  func adding(months: Double) -> PartialDate? {
    guard months.isFinite, abs(months) < 100_000 else { return nil }
    let all = year * 12 + (month ?? 12) - 1 + Int(months.rounded())
    let inYear = ((all % 12) + 12) % 12
    return PartialDate(year: (all - inYear) / 12, month: inYear + 1)
  }
}
