extension SignedGraph {
  /// The graph in Graphviz's DOT language (graphviz.org/doc/info/lang.html). More is a solid arrow, less a dashed one
  /// with a T at its head, a buffer a dotted one; arrows that hold one way only are marked by an open tail.
  public func dot(naming theory: Theory) -> String {
    let nodes = concepts.map { "  \(Self.quoted($0.text)) [label=\(Self.quoted(theory.name(of: $0)))];" }
    let edges = arrows.map { arrow in
      let style: String =
        switch arrow.sign {
        case .same: "style=solid, arrowhead=normal, label=\"+\""
        case .opposite: "style=dashed, arrowhead=tee, label=\"−\""
        case .buffers: "style=dotted, arrowhead=box, label=\"buffers\""
        }
      let tail = arrow.isOneSided ? ", dir=both, arrowtail=odot" : ""
      return "  \(Self.quoted(arrow.from.text)) -> \(Self.quoted(arrow.to.text)) "
        + "[\(style)\(tail), tooltip=\(Self.quoted(arrow.configuration.text))];"
    }
    let body =
      ["digraph theory {", "  rankdir=LR;", "  node [shape=box, fontname=\"Helvetica\"];"] + nodes + edges
    return (body + ["}"]).joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    // Graphviz reads entities of HTML in its labels, and stops at a NUL.
    let escaped = PrintableText.line(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("&", with: "&amp;")
    return "\"\(escaped)\""
  }
}
