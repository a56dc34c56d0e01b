/// Numbers as they stand in sentences and tables: the same on every machine.
package enum PlainNumber {
  /// So many of something.
  package static func count(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  /// A whole number with commas between thousands: 2,769.
  package static func grouped(_ number: Int) -> String {
    var (rest, groups) = (String(number.magnitude), [String]())
    while rest.count > 3 {
      groups.insert(String(rest.suffix(3)), at: 0)
      rest.removeLast(3)
    }
    return (number < 0 ? "-" : "") + ([rest] + groups).joined(separator: ",")
  }

  /// A number with as many places after the point, from 0 to 9; a dash for one that is none.
  package static func fixed(_ number: Double?, places: Int) -> String {
    guard let number, number.isFinite, abs(number) < 1e9 else { return "–" }
    let scale = (0..<min(max(places, 0), 9)).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((abs(number) * Double(scale)).rounded())
    let sign = number < 0 && scaled > 0 ? "-" : ""
    guard scale > 1 else { return sign + String(scaled) }
    return sign + String(scaled / scale) + "." + String(scaled % scale + scale).dropFirst()
  }

  /// A share as a per cent, with one place where it isn't whole.
  package static func percent(_ share: Double?) -> String {
    guard let share, share.isFinite else { return "–" }
    let text = fixed(share * 100, places: 1)
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + "%"
  }
}
