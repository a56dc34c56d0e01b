/// A date as exact as it is known: a year, or a year and a month, or a full day.
public struct PartialDate: Hashable, Sendable, CustomStringConvertible {
  /// The year of the Gregorian calendar, -9999 to 9999.
  public let year: Int
  /// The month, 1 to 12, where it is known.
  public let month: Int?
  /// The day of the month, where it is known.
  public let day: Int?

  /// A date, or `nil` where there is no such date: a 13th month, a 31 April, a day without its month.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (-9999...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day, !(1...Self.days(in: month, of: year)).contains(day) { return nil }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The date after ISO 8601, such as `2021-03-08`, `2021-03` or `2021`.
  public var description: String {
    let digits = String(abs(year))
    let fullYear = (year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return ([fullYear] + [month, day].compactMap { $0 }.map { $0 < 10 ? "0\($0)" : "\($0)" })
      .joined(separator: "-")
  }

  /// Year, month and day, as far as they are known.
  var parts: [Int] { [year] + [month, day].compactMap { $0 } }

  /// The date of `[year]`, `[year, month]` or `[year, month, day]`.
  init?(parts: [Int]) {
    guard (1...3).contains(parts.count) else { return nil }
    self.init(
      year: parts[0], month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    default: 31
    }
  }
}
