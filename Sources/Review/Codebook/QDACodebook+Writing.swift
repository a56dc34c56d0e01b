internal import Literature

extension QDACodebook {
  static let space = "urn:QDA-XML:codebook:1.0"

  /// The codebook as XML. Equal codebooks give the same bytes.
  ///
  /// What XML can't hold, such as control signs, is left out; a name stands on one line.
  public var xml: String {
    var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<CodeBook xmlns=\"\(Self.space)\""
    if let origin { text += " origin=\"\(Self.line(origin))\"" }
    text += ">\n  <Codes>\n" + codes.map { Self.xml($0, "    ") }.joined() + "  </Codes>\n"
    if !sets.isEmpty { text += "  <Sets>\n" + sets.map(Self.xml).joined() + "  </Sets>\n" }
    return text + "</CodeBook>\n"
  }

  private static func xml(_ code: Code, _ indent: String) -> String {
    let colour = code.colour.map { " color=\"\($0)\"" } ?? ""
    let tag =
      "\(indent)<Code guid=\"\(code.guid)\" name=\"\(line(code.name))\" isCodable=\"\(code.isCodable)\"\(colour)"
    let inner =
      description(code.description, indent + "  ") + code.children.map { xml($0, indent + "  ") }.joined()
    return inner.isEmpty ? tag + "/>\n" : tag + ">\n" + inner + "\(indent)</Code>\n"
  }

  private static func xml(_ set: CodeSet) -> String {
    "    <Set guid=\"\(set.guid)\" name=\"\(line(set.name))\">\n" + description(set.description, "      ")
      + set.members.map { "      <MemberCode guid=\"\($0)\"/>\n" }.joined() + "    </Set>\n"
  }

  private static func description(_ text: String?, _ indent: String) -> String {
    text.map { "\(indent)<Description>\(XMLText.escaped(allowed($0)))</Description>\n" } ?? ""
  }

  /// A text as it may stand in an attribute: readers make a space of each end of a line there.
  private static func line(_ text: String) -> String {
    XMLText.escaped(allowed(text, spaced: true))
  }

  private static func allowed(_ text: String, spaced: Bool = false) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x9, 0xA, 0xD: result.append(spaced ? " " : scalar)
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
