import Foundation
import Testing

@testable import Reporting

@Suite("A chart")
struct ChartTests {
  static let courses = CourseChart(
    panels: [
      CourseChart.Panel(
        title: "Harvest & more",
        series: ["Ada", "Ben"].enumerated().map { number, name in
          CourseChart.Series(
            name: name,
            points: (0...4).map { time in
              let middle = 0.3 + 0.1 * Double(time * (1 - 2 * number)) / 2
              return CourseChart.Point(
                time: Double(time), middle: middle, inner: middle - 0.05...middle + 0.05,
                outer: middle - 0.1...middle + 0.2)
            })
        }),
      CourseChart.Panel(title: "Slugs", series: []),
    ], time: "round", span: 0...4, scale: 0...1,
    marks: [.init(at: 0, label: "less"), .init(at: 0.5, label: "neither"), .init(at: 1, label: "more")],
    rangeWords: ["half", "9 of 10"],
    ticks: [.init(at: 0, label: "April 2024"), .init(at: 4, label: "May 2025")],
    events: [.init(at: 2.5, label: "A shed was built"), .init(at: 2, label: "Rain")])

  static let ranges = RangeChart(
    rows: [
      .init(label: "Dig in common, and early", ranges: [1...3.5, -0.5 ... -0.1]),
      .init(label: "Put up a fence", ranges: [-2 ... -1, -0.5...2]), .init(label: "Wait", ranges: []),
    ], sides: .init(left: "worse", right: "better"), reach: 4, unit: "of 10 models")

  static let strip = StripChart(
    rows: [
      .init(label: "Dig in common", cells: [.good, .good, .mixed, .none]),
      .init(label: "Put up a fence", cells: [.bad, .none]),
    ], columns: ["1", "2", "3", "4"], time: "begun in round",
    words: [.good: "it helps", .bad: "it harms", .mixed: "either", .none: "no difference"])

  static func figure(_ picture: Picture, title: String = "A <chart>") -> Figure {
    Figure(
      id: "chart", title: title, description: "What \"it\" shows", sentence: Sentence("S."), picture: picture,
      table: Table(caption: "C", columns: ["A"], rows: [[Cell("a")]]))
  }

  static let all: [(String, Picture)] = [
    ("courses", .courses(courses)), ("ranges", .ranges(ranges)), ("strip", .strip(strip)),
    ("steps", .steps(StepTests.chart)),
  ]

  private func draw(_ figure: Figure) async throws -> SVG {
    guard case .drawn(let svg) = await PictureStudio().draw(figure) else { throw CancellationError() }
    return svg
  }

  @Test("is drawn as it was", arguments: [0, 1, 2, 3])
  func golden(_ number: Int) async throws {
    let (name, picture) = Self.all[number]
    let svg = try await draw(Self.figure(picture))
    try Golden.expect(svg.markup + "\n", equals: "chart-\(name).svg")
    let document = WellFormedXML(svg.markup)
    #expect(document.fault == nil)
    let root = try #require(document.elements.first)
    let names = (root.attributes["aria-labelledby"] ?? "").split(separator: " ").map(String.init)
    #expect(names.count == 2 && names.allSatisfy { document.values(of: "id").contains($0) })
    #expect(root.attributes["role"] == "img" && document.text.contains("A <chart>"))
    #expect(document.values(of: "font-size").compactMap(Double.init).allSatisfy { $0 >= 12 })
    #expect(!document.elements.contains { $0.name == "script" || $0.attributes["href"] != nil })
  }

  @Test("goes through JSON unchanged", arguments: [0, 1, 2, 3])
  func json(_ number: Int) throws {
    let picture = Self.all[number].1
    let data = try JSONEncoder().encode(picture)
    #expect(try JSONDecoder().decode(Picture.self, from: data) == picture)
  }

  @Test("without anything to draw says so")
  func empty() async {
    for picture in [
      Picture.courses(
        CourseChart(panels: [], time: "", span: 0...1, scale: 0...1, marks: [])),
      .ranges(RangeChart(rows: [], sides: .init(left: "", right: ""), reach: 1, unit: "")),
      .strip(StripChart(rows: [], columns: [], time: "", words: [:])), .steps(StepChart(steps: [])),
    ] {
      #expect(await PictureStudio().draw(Self.figure(picture)) == .unavailable(.empty))
    }
  }

  @Test(
    "stays well-formed and small whatever it is given",
    arguments: [
      "", "<script>alert(1)</script>", "a\u{0}b\u{7}c\u{1B}[31m", "\u{202E}gnorw", "&amp; \"'",
      String(repeating: "wide ", count: 400), String(repeating: "x", count: 2000),
    ])
  func hostileWords(_ words: String) async throws {
    let numbers: [Double] = [.nan, .infinity, -.infinity, 1e308, -1e308, 0, 0.5]
    let points = numbers.flatMap { time in
      numbers.map { CourseChart.Point(time: time, middle: $0, inner: -1e308...1e308, outer: nil) }
    }
    let pictures: [Picture] = [
      .courses(
        CourseChart(
          panels: Array(
            repeating: .init(
              title: words, series: Array(repeating: .init(name: words, points: points), count: 30)),
            count: 50), time: words, span: 0...1e308, scale: -1e308...1e308,
          marks: numbers.map { .init(at: $0, label: words) }, rangeWords: [words, words, words])),
      .ranges(
        RangeChart(
          rows: Array(
            repeating: .init(label: words, ranges: [-1e308...1e308, 0...0, 3...(.infinity)]), count: 500),
          sides: .init(left: words, right: words), reach: .nan, unit: "u")),
      .strip(
        StripChart(
          rows: Array(
            repeating: .init(label: words, cells: Array(repeating: .mixed, count: 500)), count: 500),
          columns: Array(repeating: words, count: 500), time: words, words: [:])),
    ]
    for picture in pictures {
      let svg = try await draw(Self.figure(picture, title: words))
      let document = WellFormedXML(svg.markup)
      #expect(document.fault == nil && svg.markup.utf8.count < 4_000_000)
      #expect(svg.width.isFinite && svg.height.isFinite && svg.height < 10_000)
      #expect(!document.elements.contains { $0.name == "script" })
      #expect(!svg.markup.contains("nan") && !svg.markup.contains("inf"))
    }
  }

  @Test("tells its series apart by dash and marker too, and by colour for every kind of colour vision")
  func styles() {
    let styles = ChartStyle.all
    #expect(styles.count == CourseChart.most.series)
    #expect(Set(styles.map(\.dash)).count == styles.count)
    #expect(Set(styles.map { "\($0.marker)" }).count == styles.count)
    for style in styles {
      #expect(Self.contrast(style.colour) >= 3, "\(style.colour) is too pale on white")
    }
    for (number, one) in styles.enumerated() {
      for other in styles.dropFirst(number + 1) {
        let distance = zip(Self.deuteranope(one.colour), Self.deuteranope(other.colour))
          .reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
        #expect(distance > 0.2, "\(one.colour) and \(other.colour) look alike")
      }
    }
  }

  /// Red, green and blue as amounts of light.
  private static func light(_ colour: String) -> [Double] {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    return [16, 8, 0].map { shift in
      let part = Double(value >> shift & 255) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
  }

  /// The contrast to white, as WCAG 2.2 has it.
  private static func contrast(_ colour: String) -> Double {
    let light = light(colour)
    return 1.05 / (0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] + 0.05)
  }

  /// What is left of a colour for somebody without green cones (Viénot, Brettel and Mollon 1999).
  private static func deuteranope(_ colour: String) -> [Double] {
    let light = light(colour)
    let yellow = 0.29275 * light[0] + 0.70725 * light[1]
    return [yellow, -0.02234 * light[0] + 0.02234 * light[1] + light[2]].map { pow(max($0, 0), 1 / 2.4) }
  }
}
