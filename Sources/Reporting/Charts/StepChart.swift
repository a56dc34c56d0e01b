/// Steps that follow one another, with what joins and what leaves at each: how many things go through and where the others
/// went.
///
/// Of steps no more than ``most`` are drawn, of what joins or leaves at one no more than ``mostBoxes``, and of the lines in a
/// box no more than ``mostLines``; the picture says how many it leaves out, and the figure's table has them.
public struct StepChart: Sendable, Hashable, Codable {
  /// How many steps are drawn at most.
  public static let most = 60
  /// How many boxes are drawn at most that join at one step, and that leave.
  public static let mostBoxes = 12
  /// How many lines of a box are drawn at most.
  public static let mostLines = 40

  /// What kind of box it is. Each has an outline of its own besides its colour.
  public enum Tone: String, Sendable, Hashable, Codable, CaseIterable {
    /// Where things go on.
    case step
    /// Where they end up.
    case end
    /// What joins or leaves.
    case aside
    /// What isn't known, or can't be right.
    case doubt
  }

  /// A box.
  public struct Box: Sendable, Hashable, Codable {
    /// Its first words, which stand out.
    public var title: String
    /// What stands below.
    public var lines: [String]
    /// What kind it is.
    public var tone: Tone

    /// A box.
    public init(_ title: String, lines: [String] = [], tone: Tone = .aside) {
      (self.title, self.lines, self.tone) = (title, lines, tone)
    }
  }

  /// A step.
  public struct Step: Sendable, Hashable, Codable {
    /// The part of the way that it belongs to, such as “Screening”; steps that follow one another with the same one share
    /// its name.
    public var phase: String
    /// The step itself.
    public var main: Box
    /// What joins before it.
    public var joining: [Box]
    /// What leaves from it.
    public var leaving: [Box]

    /// A step.
    public init(phase: String = "", main: Box, joining: [Box] = [], leaving: [Box] = []) {
      (self.phase, self.main, self.joining, self.leaving) = (phase, main, joining, leaving)
    }
  }

  /// The steps, from the first.
  public var steps: [Step]

  /// A chart.
  public init(steps: [Step]) { self.steps = steps }
}

extension StepChart.Step {
  /// What is drawn of boxes that join or leave.
  static func shown(_ boxes: [StepChart.Box]) -> [StepChart.Box] {
    guard boxes.count > StepChart.mostBoxes else { return boxes }
    let kept = StepChart.mostBoxes - 1
    return boxes.prefix(kept) + [StepChart.Box("… and \(boxes.count - kept) more")]
  }
}

extension StepChart.Box {
  /// What is drawn of it: no more lines than there may be.
  var shown: [String] {
    guard lines.count > StepChart.mostLines else { return lines }
    let kept = StepChart.mostLines - 1
    return lines.prefix(kept) + ["… and \(lines.count - kept) more lines"]
  }
}
