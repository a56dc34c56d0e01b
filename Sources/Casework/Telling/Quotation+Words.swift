import ProgrammeTheory

extension Quotation {
  /// The words on one line, as many of them as a report shows: a passage may be as long as a chapter.
  ///
  /// - Parameter most: how many code points are shown.
  func words(atMost most: Int) -> String {
    let shown = exact.unicodeScalars.prefix(most)
    let line = String(shown).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "“\(line)\(shown.endIndex == exact.unicodeScalars.endIndex ? "" : "…")”"
  }
}
