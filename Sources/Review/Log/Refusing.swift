/// Rules that refuse what can't be done.
protocol Refusing {}

extension Refusing {
  func require(_ isSo: Bool, _ words: @autoclosure () -> String) throws(ReviewFault) {
    guard isSo else { throw .refused(words()) }
  }

  func requireShort(_ words: String, _ what: String) throws(ReviewFault) {
    try require(words.utf8.count <= 20_000, "\(what) has up to 20,000 bytes. Put longer texts elsewhere.")
  }
}
