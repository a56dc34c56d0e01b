import Foundation
import Testing

@testable import Reporting

/// Numbers that are the same each time (SplitMix64).
private struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("What is drawn of a chart")
struct ChartDrawingTests {
  /// A text of a drawing with the box that it fills.
  struct Label {
    var text: String
    var x: ClosedRange<Double>
    var y: ClosedRange<Double>

    func meets(_ other: Label) -> Bool {
      // Boxes may share a pixel: letters keep some distance to the edges of their box.
      x.lowerBound + 1 < other.x.upperBound && other.x.lowerBound + 1 < x.upperBound
        && y.lowerBound + 1 < other.y.upperBound && other.y.lowerBound + 1 < y.upperBound
    }
  }

  static func draw(_ picture: Picture, id: String = "chart") async throws -> SVG {
    var figure = ChartTests.figure(picture)
    figure.id = id
    guard case .drawn(let svg) = await PictureStudio().draw(figure) else { throw CancellationError() }
    return svg
  }

  /// The labels of a drawing, measured.
  static func labels(_ svg: SVG) -> [Label] {
    svg.markup.matches(
      of: /<text x="([-\d.]+)" y="([-\d.]+)" text-anchor="(\w+)" font-size="([\d.]+)"[^>]*>([^<]*)</
    )
    .map { match in
      let (x, y) = (Double(match.1) ?? .nan, Double(match.2) ?? .nan)
      let (size, text) = (Double(match.4) ?? .nan, String(match.5))
      let width = LabelMetrics.width(of: text, size: size)
      let left = match.3 == "start" ? x : match.3 == "end" ? x - width : x - width / 2
      return Label(text: text, x: left...left + width, y: y - size * 0.75...y)
    }
  }

  static func courses(
    series: [[Double]], panels: Int = 1, events: [CourseChart.Event] = [], ticks: [CourseChart.Tick] = []
  ) -> CourseChart {
    let panel = CourseChart.Panel(
      title: "How much they believe in what they do together, all of them",
      series: series.enumerated().map { number, levels in
        CourseChart.Series(
          name: "partner \(number)",
          points: levels.enumerated().map { CourseChart.Point(time: Double($0), middle: $1) })
      })
    return CourseChart(
      panels: Array(repeating: panel, count: panels), time: "round", span: 0...20, scale: 0...1,
      marks: [
        .init(at: 0, label: "much less"), .init(at: 0.5, label: "neither"), .init(at: 1, label: "more"),
      ],
      rangeWords: ["half", "9 of 10"], ticks: ticks, events: events)
  }

  static let crowded: [Picture] = [
    .courses(courses(series: Array(repeating: Array(repeating: 0.99, count: 21), count: 6))),
    .courses(courses(series: Array(repeating: [0.2, 0.01], count: 6), panels: 12)),
    .courses(
      courses(
        series: [[0, 1]],
        events: [3, 3, 3.1, 4, 19.9, 20, 0].map { .init(at: $0, label: "something that happened") },
        ticks: (0...20).map { .init(at: Double($0), label: "2 April \(2000 + $0)") })),
    .courses(courses(series: [[1, 0]], panels: 5, ticks: [.init(at: 20, label: "in the year 2030")])),
    .ranges(
      RangeChart(
        rows: [[8...10, -10 ... -9], [-0.2...0.1], [0...0], [], [1...2, 3...4, -3...9], [-10...10]].map {
          .init(
            label: "Choose leaders who listen, ask, and solve what comes up together with others", ranges: $0)
        }, sides: .init(left: "ends worse", right: "ends better than it would have ended otherwise"),
        reach: 10,
        unit: "of 10 models")),
    .strip(
      StripChart(
        rows: [.init(label: "Hire people who share values", cells: Array(repeating: .bad, count: 30))],
        columns: (1...30).map { "\($0 * 5)" }, time: "begun in round", words: [:])),
    .strip(
      StripChart(
        rows: [.init(label: "Hire", cells: [.good, .untried])],
        columns: ["April 2024", "May 2024", "June 2024"], time: "begun in", words: [:])),
  ]

  @Test("has no labels that meet, and none beyond its edge", arguments: crowded.indices)
  func labelsApart(_ number: Int) async throws {
    let svg = try await Self.draw(Self.crowded[number])
    let labels = Self.labels(svg)
    #expect(labels.count > 4)
    for (place, label) in labels.enumerated() {
      #expect(label.x.lowerBound >= 0 && label.x.upperBound <= svg.width, "\(label.text) is cut off")
      #expect(label.y.lowerBound >= 0 && label.y.upperBound <= svg.height, "\(label.text) is cut off")
      for other in labels[(place + 1)...] {
        #expect(!label.meets(other), "\(label.text) lies on \(other.text)")
      }
    }
  }

  @Test("is read on a screen 320 pixels wide: rows fit, and no text gets smaller than 10 pixels")
  func narrow() async throws {
    for (number, picture) in Self.crowded.enumerated() {
      let figure = ChartTests.figure(picture)
      let svg = try await Self.draw(picture)
      let least = svg.width * picture.leastScale
      // The page keeps 16 pixels at each side.
      switch picture {
      case .ranges: #expect(least <= 288)
      case .courses(let chart) where chart.panels.count < 4: #expect(least <= 288)
      default: break
      }
      let sizes = WellFormedXML(svg.markup).values(of: "font-size").compactMap(Double.init)
      #expect(sizes.filter { $0 < 14 }.allSatisfy { $0 == 12 }, "chart \(number)")
      #expect((sizes.max() ?? 0) * picture.leastScale >= 10)
      let page = Page(
        title: "P", notice: "N", story: [], parts: [Part(id: "p", title: "P", blocks: [.figure(figure)])])
      let html = HTMLRenderer().render(page, pictures: ["chart": .drawn(svg)])
      #expect(html.contains("min-width:\(Int(least))px"))
    }
  }

  @Test("names what it leaves out")
  func leftOut() async throws {
    let courses = Self.courses(
      series: Array(repeating: [0.5, 0.6], count: 8), panels: 14,
      events: (0..<11).map { .init(at: Double($0), label: "e") })
    #expect(
      try await Self.draw(.courses(courses)).markup
        .contains("Not drawn: 2 more panels, 2 more lines, 2 more events."))
    let ranges = RangeChart(
      rows: Array(repeating: .init(label: "a", ranges: [0...1]), count: 43),
      sides: .init(left: "l", right: "r"),
      reach: 1, unit: "u")
    #expect(try await Self.draw(.ranges(ranges)).markup.contains("Not drawn: 3 more rows."))
    let strip = StripChart(
      rows: Array(repeating: .init(label: "a", cells: [.good]), count: 41),
      columns: Array(repeating: "1", count: 42), time: "t", words: [:])
    #expect(
      try await Self.draw(.strip(strip)).markup.contains("Not drawn: 1 more rows, 2 more columns."))
  }

  @Test(
    "writes the numbers of a range with their sign",
    arguments: [
      (1...3.5, "+1 to 3.5"), (-2 ... -1, "−1 to 2"), (2...2, "+2"), (-0.5...2, "−0.5 to +2"), (0...0, "0"),
      (-3 ... -3, "−3"), (0...1, "+0 to 1"), (-1...0, "−0 to 1"),
    ] as [(ClosedRange<Double>, String)])
  func numbers(range: ClosedRange<Double>, text: String) async throws {
    let chart = RangeChart(
      rows: [.init(label: "a", ranges: [range])], sides: .init(left: "l", right: "r"), reach: 4, unit: "u")
    #expect(Self.labels(try await Self.draw(.ranges(chart))).contains { $0.text == text })
  }

  @Test("draws an event where it happened, in every panel, and none outside the span")
  func events() async throws {
    let chart = Self.courses(
      series: [[0.5, 0.6]], panels: 2,
      events: [.init(at: 5, label: "rain"), .init(at: 21, label: "never"), .init(at: .nan, label: "nowhere")])
    let svg = try await Self.draw(.courses(chart))
    let text = WellFormedXML(svg.markup).text
    #expect(text.contains("rain") && !text.contains("never") && !text.contains("nowhere"))
    #expect(WellFormedXML(svg.markup).named("circle").filter { $0.attributes["r"] == "8.5" }.count == 3)
  }

  @Test("is the same each time, as a picture and as JSON", arguments: [0, 1, 2])
  func deterministic(_ number: Int) async throws {
    let picture = ChartTests.all[number].1
    #expect(try await Self.draw(picture) == Self.draw(picture))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let json = String(decoding: try encoder.encode(picture), as: UTF8.self)
    for _ in 0..<8 {
      let again = try JSONDecoder().decode(Picture.self, from: Data(json.utf8))
      #expect(String(decoding: try encoder.encode(again), as: UTF8.self) == json)
    }
    #expect(number != 2 || json.contains("\"words\":{\"bad\":\"it harms\""))
  }

  @Test("has names of its own in a page with several")
  func identifiers() async throws {
    let markup =
      try await Self.draw(.strip(ChartTests.strip), id: "one").markup
      + Self.draw(.strip(ChartTests.strip), id: "two").markup
    let anchors = WellFormedXML("<g>" + markup + "</g>").values(of: "id")
    #expect(anchors.count == 4 && Set(anchors).count == 4)
  }

  @Test("places that are pushed apart keep their order, their distance, and the range where there is room")
  func pushed() {
    var random = Numbers(state: 42)
    for _ in 0..<200 {
      let wished = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        Double.random(in: -20...120, using: &random)
      }
      let places = ChartText.pushed(wished, distance: 15, within: 0...100)
      #expect(places.allSatisfy { (0...100).contains($0) }, "\(wished)")
      for (one, next) in zip(places.sorted(), places.sorted().dropFirst()) {
        #expect(next - one > 14.999, "\(wished)")
      }
      let order = wished.indices.sorted { (wished[$0], $0) < (wished[$1], $1) }
      #expect(order.map { places[$0] } == places.sorted(), "\(wished)")
    }
  }

  @Test("a text of any length and make is brought to its room in no time", arguments: [20.0, 200])
  func long(room: Double) {
    for part in ["a", "a ", "e\u{301}\u{301}\u{301}", "\u{202E}x", "👩‍👩‍👧 ", "\u{FE0F}"] {
      let text = String(repeating: part, count: 100_000)
      let fitted = ChartText.fitted(text, into: room)
      #expect(LabelMetrics.width(of: fitted, size: 14) <= room + 14 && fitted.unicodeScalars.count < 2500)
      #expect(ChartText.wrapped(text, into: room, most: 3).count <= 3)
    }
  }
}
