import Bibliography

extension ExportedGraph {
  /// The graph as GraphML (graphml.graphdrawing.org), in UTF-8. Every attribute is declared; several texts in one are a
  /// JSON list. A sign that XML can't hold is shown as the picture that Unicode has for it.
  public var graphML: String {
    let nodeKeys = Keys(nodes.map(\.attributes), of: "node")
    let edgeKeys = Keys(edges.map(\.attributes), of: "edge")
    let graphKeys = Keys([attributes], of: "graph")
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
        + " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">",
    ]
    lines += graphKeys.declarations + nodeKeys.declarations + edgeKeys.declarations
    lines.append("  <graph id=\"theory\" edgedefault=\"directed\">")
    lines += graphKeys.data(attributes, indent: "    ")
    for node in nodes {
      lines.append("    <node id=\"\(XMLText.escaped(node.id))\">")
      lines += nodeKeys.data(node.attributes, indent: "      ") + ["    </node>"]
    }
    for edge in edges {
      let (id, from, to) = (XMLText.escaped(edge.id), XMLText.escaped(edge.from), XMLText.escaped(edge.to))
      lines.append("    <edge id=\"\(id)\" source=\"\(from)\" target=\"\(to)\">")
      lines += edgeKeys.data(edge.attributes, indent: "      ") + ["    </edge>"]
    }
    return (lines + ["  </graph>", "</graphml>"]).joined(separator: "\n") + "\n"
  }

  /// The attributes that nodes, or edges, or the graph have, in the order in which they are first met.
  private struct Keys {
    private let owner: String
    private var types: [(name: String, type: String)] = []

    init(_ lists: [[Attribute]], of owner: String) {
      self.owner = owner
      var seen: Set<String> = []
      for attribute in lists.joined() where seen.insert(attribute.name).inserted {
        types.append((attribute.name, attribute.value.type))
      }
    }

    private func id(_ name: String) -> String { "\(owner)-\(name)" }

    var declarations: [String] {
      types.map {
        "  <key id=\"\(id($0.name))\" for=\"\(owner)\" attr.name=\"\($0.name)\" attr.type=\"\($0.type)\"/>"
      }
    }

    func data(_ attributes: [Attribute], indent: String) -> [String] {
      attributes.map {
        "\(indent)<data key=\"\(id($0.name))\">\(XMLText.escaped($0.value.text))</data>"
      }
    }
  }
}

extension ExportedGraph.Value {
  /// The value in JSON.
  var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .number(let number): .number(String(number))
    case .truth(let truth): .bool(truth)
    case .texts(let texts): .array(texts.map { .string($0) })
    }
  }

  fileprivate var type: String {
    switch self {
    case .text, .texts: "string"
    case .number: "int"
    case .truth: "boolean"
    }
  }

  fileprivate var text: String {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .truth(let truth): truth ? "true" : "false"
    case .texts: json.compactText
    }
  }
}

/// Text inside XML 1.0.
enum XMLText {
  /// The text, escaped for an element or an attribute.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      // Readers turn these into other white space where they stand as themselves.
      case "\t", "\n", "\r": result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(PrintableText.picture(of: scalar) ?? scalar)
      }
    }
    return result
  }
}

/// Signs that a format of text can't hold.
enum PrintableText {
  /// What stands for a sign that XML 1.0 forbids, or that no text should hold: its picture in the Unicode block
  /// "Control Pictures", or U+FFFD. `nil` for every other sign.
  static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: nil
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    case let value where value & 0xFFFE == 0xFFFE: "\u{FFFD}"
    default: nil
    }
  }

  /// The text on one line with single spaces, no control signs in it.
  static func line(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      shown.append(scalar.properties.isWhitespace ? " " : picture(of: scalar) ?? scalar)
    }
    return shown.split(separator: " ").map { String($0) }.joined(separator: " ")
  }
}
