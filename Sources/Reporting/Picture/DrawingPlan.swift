/// A causal picture made ready for layout: what will be drawn, numbered, with the size of every box.
struct DrawingPlan: Sendable, Hashable {
  /// A box with its wrapped label.
  struct Box: Sendable, Hashable {
    let node: CausalPicture.Node
    let lines: [String]
    let width: Double
    let height: Double
  }

  /// An arrow between two boxes, by their numbers.
  struct Link: Sendable, Hashable {
    let arrow: CausalPicture.Arrow
    let from: Int
    let to: Int
    let lines: [String]
    let width: Double
    let height: Double
  }

  /// A frame around boxes, by their numbers.
  struct Frame: Sendable, Hashable {
    let title: String
    var boxes: [Int]
    let width: Double
  }

  /// The size of the letters in boxes, in pixels.
  static let letterSize = 17.0
  /// The size of the letters beside arrows, in frames and in the key, in pixels.
  static let smallLetterSize = 15.0
  /// From one line of a label to the next.
  static let lineHeight = 21.0
  /// Room at the start of a box for the sign of its tone.
  static let signRoom = 24.0

  let boxes: [Box]
  let links: [Link]
  let frames: [Frame]
  let direction: CausalPicture.Direction

  init(_ picture: CausalPicture) {
    var numbers: [CausalPicture.Node.ID: Int] = [:]
    var boxes: [Box] = []
    var frames: [Frame] = []
    for node in picture.nodes where numbers[node.id] == nil {
      numbers[node.id] = boxes.count
      if let group = node.group.map(PlainText.visible), !group.isEmpty {
        if let frame = frames.firstIndex(where: { $0.title == group }) {
          frames[frame].boxes.append(boxes.count)
        } else {
          let width = LabelMetrics.width(of: group, size: Self.smallLetterSize)
          frames.append(Frame(title: group, boxes: [boxes.count], width: width))
        }
      }
      boxes.append(Self.box(for: node))
    }
    self.boxes = boxes
    self.frames = frames
    links = picture.arrows.compactMap { arrow in
      guard let from = numbers[arrow.from], let to = numbers[arrow.to] else { return nil }
      return Self.link(arrow, from: from, to: to)
    }
    direction = picture.direction
  }

  private static func box(for node: CausalPicture.Node) -> Box {
    let lines = LabelMetrics.lines(node.label, size: letterSize)
    let text = lines.reduce(40) { max($0, LabelMetrics.width(of: $1, size: letterSize)) }
    let room = node.tone.hasSign ? signRoom : 0
    return Box(
      node: node, lines: lines, width: (text + room + 28).rounded(.up),
      height: Double(max(1, lines.count)) * lineHeight + 20)
  }

  private static func link(_ arrow: CausalPicture.Arrow, from: Int, to: Int) -> Link {
    let lines = arrow.label.map { LabelMetrics.lines($0, size: smallLetterSize) } ?? []
    let text = lines.reduce(0) { max($0, LabelMetrics.width(of: $1, size: smallLetterSize)) }
    // The sign stands before the words.
    return Link(
      arrow: arrow, from: from, to: to, lines: lines, width: lines.isEmpty ? 0 : (text + 34).rounded(.up),
      height: Double(lines.count) * (lineHeight - 2) + 6)
  }
}

extension CausalPicture.Tone {
  /// True if the box carries a sign beside its label.
  var hasSign: Bool { self != .neutral && self != .given }
}
