extension Reference {
  /// Whether a text is one address of the web, as ``url`` takes it: it begins with `http://` or `https://` in any case, and
  /// holds no white space, quotes or angle brackets. An address of another kind could run something when a reader follows it.
  package static func isWebAddress(_ text: String) -> Bool {
    guard let opening = ["https://", "http://"].first(where: text[...].begins(withASCII:)) else {
      return false
    }
    let rest = text.utf8.dropFirst(opening.utf8.count)
    var isASCII = true
    for byte in rest {
      switch byte {
      case 0x09...0x0D, 0x20, 0x22, 0x3C, 0x3E: return false
      default: isASCII = isASCII && byte < 0x80
      }
    }
    return !rest.isEmpty && (isASCII || !text.unicodeScalars.contains(where: \.properties.isWhitespace))
  }
}
