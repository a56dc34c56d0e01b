/// The few words that the renderers add themselves, in one place so that all of them say the same.
enum Wording {
  static let contents = "Contents"
  static let story = "In short"
  static let explanations = "Why we say this"
  static let explanationsLead =
    "Each number in the text leads to its reason here, and each reason to its sources."
  static let sources = "Sources"
  static let basis = "Where it stands"
  static let why = "Why:"
  static let more = "All that is told of it"
  static let note = "Note"
  static let figure = "Figure"
  static let unknownReason = "?"

  /// The label of a source: "S3".
  static func source(_ number: Int?) -> String { "S" + (number.map(String.init) ?? unknownReason) }

  /// Says how many explanations are not printed, or nothing if all are.
  static func leftOut(explanations count: Int) -> String? {
    switch count {
    case ...0: nil
    case 1: "1 more explanation is not needed for this page and is left out."
    default: "\(count) more explanations are not needed for this page and are left out."
    }
  }

  /// Says how many sources are not printed, or nothing if all are.
  static func leftOut(sources count: Int) -> String? {
    switch count {
    case ...0: nil
    case 1: "1 more source is not cited on this page and is left out."
    default: "\(count) more sources are not cited on this page and are left out."
    }
  }
}
