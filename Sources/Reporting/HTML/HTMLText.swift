/// Text and names as HTML that is well-formed XML too.
enum HTMLText {
  /// The text with every character escaped that could end an element or an attribute.
  static func escaped(_ text: String) -> String {
    let text = PlainText.visible(text)
    guard text.utf8.contains(where: isSpecial) else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27
  }

  /// A name that may stand in an `id` and after `#` in a link. Different names stay different: everything but ASCII
  /// letters, digits and hyphens becomes its code between underscores.
  static func identifier(_ name: String) -> String {
    name.unicodeScalars.map { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-": String(scalar)
      default: "_" + String(scalar.value, radix: 16) + "_"
      }
    }.joined()
  }

  /// A BCP 47 language tag, or "en" if the text isn't one.
  static func language(_ tag: String) -> String {
    let fits =
      !tag.isEmpty && tag.utf8.count <= 35
      && tag.unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-": true
        default: false
        }
      }
    return fits ? tag : "en"
  }
}
