/// Numbers as text that is the same on every machine: no locale, no exponent.
enum FixedNumber {
  /// The number with at most the given places after the point; 0 if it isn't a number that a drawing can hold.
  static func text(_ number: Double, places: Int = 1) -> String {
    guard number.isFinite, abs(number) < 1e7 else { return "0" }
    let scale = (0..<max(0, min(places, 6))).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((abs(number) * Double(scale)).rounded())
    let sign = number < 0 && scaled > 0 ? "-" : ""
    let whole = String(scaled / scale)
    var fraction = String(scaled % scale + scale).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    return sign + whole + (fraction.isEmpty ? "" : "." + fraction)
  }
}
