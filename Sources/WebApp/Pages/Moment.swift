/// A moment, for people: in Coordinated Universal Time, and said so.
struct Moment: Sendable, Hashable {
  let seconds: Int

  /// Such as “28 November 2026, 18:10 UTC”.
  var words: String {
    let days = Int((Double(seconds) / 86_400).rounded(.down))
    let (year, month, day) = Self.date(days: days)
    let rest = seconds - days * 86_400
    return
      "\(day) \(Self.months[month - 1]) \(year), \(Self.two(rest / 3_600)):\(Self.two(rest / 60 % 60)) UTC"
  }

  /// The day as a document has it: `2026-11-28`.
  var day: String {
    let (year, month, day) = Self.date(days: Int((Double(seconds) / 86_400).rounded(.down)))
    return "\(year)-\(Self.two(month))-\(Self.two(day))"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The civil date of a day since 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms", 2013).
  private static func date(days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
