import OrderedCollections

extension SignedGraph {
  /// As many arrows as Mermaid draws where a site doesn't allow more (its setting `maxEdges`).
  public static let mostMermaidArrows = 500
  /// As much text as Mermaid reads where a site doesn't allow more (its setting `maxTextSize`).
  public static let mostMermaidText = 50_000

  /// The graph as a flowchart of Mermaid (mermaid.js.org/syntax/flowchart): concepts in their groups, those too that no
  /// arrow touches.
  ///
  /// Arrows between the same concepts with the same sign are one, labelled with how many configurations make it: a solid
  /// arrow and + for more, a dotted one and − for less, a round head for what protects from a loss. Thick brown arrows
  /// marked ◆ are contested. Which configurations they are isn't told.
  public func mermaid(naming theory: Theory) -> String {
    var gathered: OrderedDictionary<MermaidArrow, [CMOConfiguration.ID]> = [:]
    for arrow in arrows {
      gathered[MermaidArrow(from: arrow.from, to: arrow.to, sign: arrow.sign), default: []].append(
        arrow.configuration)
    }
    var lines = ["flowchart LR"] + Self.boxes(of: theory)
    var contested: [String] = []
    for (number, (arrow, configurations)) in gathered.elements.enumerated() {
      let isContested = configurations.contains { !theory.rivalries(of: $0).isEmpty }
      if isContested { contested.append(String(number)) }
      lines.append("  " + arrow.line(makers: OrderedSet(configurations).count, isContested: isContested))
    }
    if !contested.isEmpty {
      lines.append("  linkStyle \(contested.joined(separator: ",")) stroke:#8a5a00,stroke-width:3px")
    }
    let text = lines.joined(separator: "\n") + "\n"
    guard gathered.count > Self.mostMermaidArrows || text.utf8.count > Self.mostMermaidText else {
      return text
    }
    return
      "%% \(gathered.count) arrows, \(text.utf8.count) bytes. Mermaid draws \(Self.mostMermaidArrows) arrows and "
      + "reads \(Self.mostMermaidText) bytes unless its settings maxEdges and maxTextSize are raised.\n"
      + text
  }

  private static func boxes(of theory: Theory) -> [String] {
    let groups = OrderedSet(theory.groups.map(\.id) + theory.concepts.map(\.group))
    return groups.enumerated().flatMap { number, group -> [String] in
      let members = theory.concepts.filter { $0.group == group }
      guard !members.isEmpty else { return [] }
      let name = theory.groups.first { $0.id == group }?.name ?? group
      let boxes = members.map { "    \(MermaidText.id($0.id))[\"\(MermaidText.escaped($0.name))\"]" }
      return ["  subgraph group_\(number + 1)[\"\(MermaidText.escaped(name))\"]"] + boxes + ["  end"]
    }
  }
}

/// All arrows of one sign between two concepts.
private struct MermaidArrow: Hashable {
  let from: Concept.ID
  let to: Concept.ID
  let sign: SignedGraph.Sign

  func line(makers: Int, isContested: Bool) -> String {
    let head =
      switch sign {
      case .same: "-->"
      case .opposite: "-.->"
      case .buffers: "--o"
      }
    let count = makers > 1 ? " \(makers)" : ""
    let label = ExportedGraph.sign(sign) + count + (isContested ? " ◆" : "")
    return "\(MermaidText.id(from)) \(head)|\"\(label)\"| \(MermaidText.id(to))"
  }
}

/// Text inside a diagram of Mermaid.
enum MermaidText {
  /// A name for a box that no word of Mermaid's own is the beginning of.
  static func id(_ concept: Concept.ID) -> String { "c_" + concept.text.replacing("-", with: "_") }

  /// The text for inside quotes. Every ASCII sign that could mean something to Mermaid, to the Markdown in its labels or
  /// to HTML is written as its number between `#` and `;`.
  static func escaped(_ text: String) -> String {
    let line = PrintableText.line(text)
    var result = ""
    var isStart = true
    for scalar in line.unicodeScalars {
      let isPlain =
        !scalar.isASCII || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || " ,'()/?".unicodeScalars.contains(scalar)
        || (!isStart && "-.".unicodeScalars.contains(scalar))
      if isPlain { result.unicodeScalars.append(scalar) } else { result += "#\(scalar.value);" }
      // "1." or "-" at the start would be an item of a list.
      if scalar.properties.isAlphabetic || !scalar.isASCII { isStart = false }
    }
    return result
  }
}
