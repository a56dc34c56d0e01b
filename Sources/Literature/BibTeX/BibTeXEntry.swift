/// An entry of BibTeX as it stands in the file, abbreviations replaced and strings joined, TeX not yet read.
struct BibTeXEntry {
  /// One field of it.
  struct Field {
    /// The name in small letters.
    var name: String
    var value: [UInt8]
    var line: Int
  }

  /// The word behind the `@`, in small letters.
  var type: String
  /// The key; empty where there is none.
  var key: String
  var fields: [Field] = []
  /// The line of the `@`.
  var line: Int
  /// What was mended, with the lines.
  var repairs: [(line: Int, told: String)] = []
}

/// Why an entry can't be read.
struct BibTeXFault: Error, Hashable {
  let line: Int
  let problem: String
}
