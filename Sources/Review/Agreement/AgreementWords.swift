import Agreement
import Literature

extension CrossTable.Coefficient {
  /// The coefficient with two places, or why there is none.
  var words: String {
    guard let value else { return "undefined: \(reason ?? "")" }
    return PlainNumber.fixed(value, places: 2)
  }
}
