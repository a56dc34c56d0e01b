import Testing

@testable import Reporting

@Suite("Steps with what joins and leaves")
struct StepTests {
  static let chart = StepChart(steps: [
    .init(
      phase: "Before",
      main: .init("Seeds bought: 1,200", lines: ["from the market: 900", "swapped: 300"], tone: .step),
      leaving: [.init("Lost to mice: 200")]),
    .init(
      phase: "In the ground", main: .init("Sown: 1,000", lines: ["up: 640"], tone: .step),
      leaving: [
        .init(
          "Rotten: 300", lines: ["too wet: 280", "too deep, in heavy soil that nobody had dug for years: 20"]),
        .init("Not told of: 60", lines: ["nobody wrote down why"], tone: .doubt),
      ]),
    .init(
      phase: "In the ground", main: .init("Planted out: 652", lines: ["640 + 12"], tone: .step),
      joining: [.init("+ 12 from the neighbours", lines: ["in pots"])], leaving: [.init("Eaten: 52")]),
    .init(phase: "After", main: .init("Harvested: 600", tone: .end)),
  ])

  private func draw(_ chart: StepChart) async throws -> SVG {
    try await ChartDrawingTests.draw(.steps(chart))
  }

  private func text(_ chart: StepChart, width: Int = 80) -> String {
    TerminalRenderer(width: width).render([.figure(ChartTests.figure(.steps(chart)))])
  }

  @Test("are drawn with characters on a terminal", arguments: [80, 30])
  func golden(_ width: Int) throws {
    try Golden.expect(text(Self.chart, width: width), equals: "chart-steps-\(width).txt")
  }

  @Test("keep their words apart and inside the picture, and every arrow straight")
  func places() async throws {
    let svg = try await draw(Self.chart)
    let labels = ChartDrawingTests.labels(svg).filter {
      !["Before", "In the ground", "After"].contains($0.text)
    }
    #expect(labels.count > 15)
    for (number, label) in labels.enumerated() {
      #expect(label.x.lowerBound >= 0 && label.x.upperBound <= svg.width && label.y.upperBound <= svg.height)
      #expect(!labels.dropFirst(number + 1).contains { $0.meets(label) }, "\(label.text)")
    }
    let lines = svg.markup.matches(of: /d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"/)
    #expect(lines.count == 8)
    #expect(lines.allSatisfy { $0.1 == $0.3 || $0.2 == $0.4 })
  }

  @Test("however many, long and hostile, make a picture and a text of bounded size")
  func hostile() async throws {
    let words = String(repeating: "<b>\u{1B}[31m\u{202E}]]>&\u{0} ", count: 400)
    let box = StepChart.Box(words, lines: Array(repeating: words, count: 500), tone: .doubt)
    let step = StepChart.Step(
      phase: words, main: box, joining: Array(repeating: box, count: 100),
      leaving: Array(repeating: box, count: 100))
    for chart in [
      StepChart(steps: Array(repeating: step, count: 3)),
      StepChart(steps: Array(repeating: .init(phase: "", main: .init("")), count: 1_000)),
    ] {
      let svg = try await draw(chart)
      #expect(WellFormedXML(svg.markup).fault == nil && svg.markup.utf8.count < 4_000_000)
      #expect(svg.width < 900 && svg.height < 100_000)
      #expect(!text(chart).unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      #expect(text(chart).split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 80 })
    }
    let many = StepChart(steps: Array(repeating: .init(main: .init("a")), count: 63))
    #expect(try await draw(many).markup.contains("Not drawn: 3 more steps."))
    #expect(text(many).contains("Not drawn: 3 more steps."))
  }
}
