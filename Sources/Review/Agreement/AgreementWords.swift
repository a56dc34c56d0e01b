import Agreement
import Literature

extension CrossTable.Coefficient {
  /// The coefficient with two places, or why there is none.
  var words: String {
    guard let value else { return "undefined: \(reason ?? "")" }
    return PlainNumber.fixed(value, places: 2)
  }
}

/// How coefficients of agreement are read, in the words of every page that has them.
enum AgreementWords {
  static let kappa =
    "Kappa (Cohen 1960) is agreement beyond chance: 1 is full, 0 is no more than chance, below 0 is less."
}
