/// The first row of a table, by which it is told to be one.
enum TableHeading {
  /// CSV or TSV where text begins with a row of names of columns; `nil` where it doesn't.
  ///
  /// - Parameters:
  ///   - text: the beginning of a file.
  ///   - isLoose: whether one known name is enough.
  static func format(of text: ArraySlice<UInt8>, isLoose: Bool = false) -> RecordFormat? { nil }
}
