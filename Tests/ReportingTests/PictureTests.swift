import Foundation
import Testing

@testable import Reporting

@Suite("A picture")
struct PictureTests {
  /// What dot 2.43.0 wrote about the example's figure; kept, so that the drawing can be compared byte by byte.
  private static let answer = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden/web-layout.json")

  private static let plan: DrawingPlan = {
    guard case .graph(let graph) = Example.figure.picture else {
      preconditionFailure("the example is a graph")
    }
    return DrawingPlan(graph)
  }()

  @Test("is drawn from a layout as it was")
  func drawing() throws {
    try Golden.expect(DotDocument(Self.plan).text, equals: "web.dot")
    let layout = try GraphLayout(json: Data(contentsOf: Self.answer), plan: Self.plan)
    let svg = CausalDrawing(plan: Self.plan, layout: layout).svg(of: Example.figure)
    try Golden.expect(svg.markup + "\n", equals: "web.svg")
  }

  @Test("names itself to readers aloud, and tells tones and signs apart without colour")
  func accessible() throws {
    let layout = try GraphLayout(json: Data(contentsOf: Self.answer), plan: Self.plan)
    let svg = CausalDrawing(plan: Self.plan, layout: layout).svg(of: Example.figure)
    let document = WellFormedXML(svg.markup)
    #expect(document.fault == nil)
    let root = try #require(document.elements.first)
    #expect(root.attributes["role"] == "img")
    let names = (root.attributes["aria-labelledby"] ?? "").split(separator: " ").map(String.init)
    #expect(names.allSatisfy { document.values(of: "id").contains($0) })
    #expect(document.values(of: "font-size").compactMap(Double.init).allSatisfy { $0 >= 14 })
    for words in ["Harvest: falls", "Slugs, snails and all", "lowers; in play here", "not in play here"] {
      #expect(document.text.contains(words))
    }
  }

  @Test("is laid out by Graphviz", .enabled(if: GraphvizHere.isInstalled))
  func real() async throws {
    let outcome = await PictureStudio(graphviz: GraphvizLayout(program: .onPath, limit: .seconds(600))).draw(
      Example.figure)
    guard case .drawn(let svg) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(svg.width > 200 && svg.height > 200)
    #expect(WellFormedXML(svg.markup).fault == nil)
  }

  @Test(
    "that can't be had is a sentence, never an error",
    arguments: [
      (GraphvizLayout.Program.none, PictureObstacle.switchedOff),
      (.at("/nowhere/dot"), .notInstalled), (.at("no-such-program-as-this"), .notInstalled),
      (.at("/"), .notInstalled),
      (.at("/bin/false"), .failed), (.at("/bin/true"), .failed), (.at("/bin/cat"), .failed),
    ])
  func obstacles(program: GraphvizLayout.Program, obstacle: PictureObstacle) async {
    let outcome = await PictureStudio(graphviz: GraphvizLayout(program: program, limit: .seconds(600))).draw(
      Example.figure)
    #expect(outcome == .unavailable(obstacle))
    let html = HTMLRenderer().render(Example.page, pictures: ["web": outcome])
    #expect(html.contains(HTMLText.escaped(obstacle.sentence)) && html.contains("The same as rows"))
  }

  @Test(
    "that takes too long is left out, and what it started is ended",
    arguments: ["exec sleep 600", "sleep 600; true"])
  func slow(script: String) async throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("dot-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    let began = ContinuousClock.now
    let graphviz = GraphvizLayout(program: .at(file.path), limit: .milliseconds(300))
    let outcome = await PictureStudio(graphviz: graphviz).draw(Example.figure)
    #expect(outcome == .unavailable(.tooSlow(seconds: 0)))
    // Far below the script's own time, far above what a busy machine adds to the limit.
    #expect(ContinuousClock.now - began < .seconds(500))
  }

  @Test("that floods is left out")
  func flood() async throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("dot-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("#!/bin/sh\nexec yes\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    let outcome = await PictureStudio(graphviz: GraphvizLayout(program: .at(file.path), limit: .seconds(600)))
      .draw(Example.figure)
    #expect(outcome == .unavailable(.failed))
  }

  @Test("with nothing, or too much, is not tried")
  func bounds() async {
    let studio = PictureStudio(graphviz: GraphvizLayout(program: .at("/bin/false"), limit: .seconds(600)))
    var figure = Example.figure
    figure.picture = .graph(CausalPicture(nodes: [], arrows: []))
    #expect(await studio.draw(figure) == .unavailable(.empty))
    let nodes = (0..<301).map { CausalPicture.Node(id: "\($0)", label: "x") }
    figure.picture = .graph(CausalPicture(nodes: nodes, arrows: []))
    #expect(await studio.draw(figure) == .unavailable(.tooLarge(nodes: 301, arrows: 0)))
  }

  @Test(
    "REALIST_DOT says where Graphviz is",
    arguments: [
      ([:], .onPath), (["REALIST_DOT": ""], .none), (["REALIST_DOT": "/opt/dot"], .at("/opt/dot")),
    ] as [([String: String], GraphvizLayout.Program)])
  func environment(variables: [String: String], program: GraphvizLayout.Program) {
    #expect(GraphvizLayout.Program.fromEnvironment(variables) == program)
  }

  @Test(
    "writes numbers the same everywhere",
    arguments: [
      (0, "0"), (1.25, "1.3"), (-0.04, "0"), (-2.5, "-2.5"), (1234.5678, "1234.6"), (.nan, "0"),
      (.infinity, "0"),
      (1e300, "0"),
    ] as [(Double, String)])
  func numbers(number: Double, text: String) { #expect(FixedNumber.text(number) == text) }

  @Test(
    "refuses an answer that isn't one",
    arguments: [
      "", "[]", "{}", "{\"bb\": \"0,0,x,9\"}", "{\"bb\": \"0,0,9,9\", \"objects\": []}",
      "{\"bb\": \"0,0,9,9\", \"objects\": [{\"name\": \"n0\", \"pos\": \"nan,1\"}]}",
    ])
  func badAnswer(text: String) {
    #expect(throws: PictureObstacle.failed) { try GraphLayout(json: Data(text.utf8), plan: Self.plan) }
  }
}
