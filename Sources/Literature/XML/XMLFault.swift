/// Where a text stops being XML that is read here, and why.
package struct XMLFault: Error, Hashable {
  package let line: Int
  /// What is wrong, and what to do about it.
  package let problem: String
  /// Whether nothing more of the file may be read.
  var isFinal = false

  /// A declaration of entities can make a text of a line fill all memory, or fetch a file.
  static func internalSubset(line: Int) -> XMLFault {
    XMLFault(
      line: line,
      problem:
        "the file declares entities of its own (a DOCTYPE with an internal subset), which are not read. "
        + "Export the records again, without a DOCTYPE",
      isFinal: true)
  }
}

/// What was mended in a text that isn't well-formed.
struct XMLRepair: Hashable {
  let line: Int
  /// What was wrong, and what it was taken for.
  let told: String
}
