/// A drawing plan in Graphviz's language.
///
/// Only numbers and sizes are written. No word of the picture is among them, so none can be read as dot syntax: boxes
/// have a fixed size, and where words will stand, an empty table keeps the room.
struct DotDocument {
  let text: String

  init(_ plan: DrawingPlan) {
    var lines = [
      "digraph g {",
      "graph [rankdir=\(plan.direction == .downwards ? "TB" : "LR"), nodesep=0.4, ranksep=0.85, splines=true];",
      "node [shape=box, fixedsize=true, label=\"\"];",
      "edge [label=\"\"];",
    ]
    for (number, frame) in plan.frames.enumerated() {
      lines.append("subgraph cluster_\(number) {")
      lines.append("margin=14; label=\(Self.room(width: frame.width + 16, height: 24));")
      lines.append(frame.boxes.map { "n\($0);" }.joined(separator: " ") + " }")
    }
    for (number, box) in plan.boxes.enumerated() {
      lines.append("n\(number) [width=\(Self.inches(box.width)), height=\(Self.inches(box.height))];")
    }
    for (number, link) in plan.links.enumerated() {
      let label = link.lines.isEmpty ? "" : ", label=" + Self.room(width: link.width, height: link.height)
      let weight = link.arrow.emphasis == .quiet ? 1 : 3
      lines.append("n\(link.from) -> n\(link.to) [id=\"e\(number)\", weight=\(weight)\(label)];")
    }
    text = (lines + ["}", ""]).joined(separator: "\n")
  }

  /// An empty table of a size in pixels; one pixel here is one of Graphviz's points.
  private static func room(width: Double, height: Double) -> String {
    """
    <<TABLE BORDER="0" FIXEDSIZE="TRUE" WIDTH="\(Int(width))" HEIGHT="\(Int(height))"><TR><TD></TD></TR></TABLE>>
    """
  }

  private static func inches(_ pixels: Double) -> String { FixedNumber.text(pixels / 72, places: 4) }
}
