import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@Suite("Exports, read by other programs")
struct PeerTests {
  private func json(_ graph: SignedGraph) throws -> String {
    String(decoding: try JSONEncoder().encode(graph), as: UTF8.self)
  }

  private func answer(
    _ theory: Theory, as view: ExportedGraph.View, in folder: TemporaryFolder, graphML: String? = nil
  ) throws -> Peers.Answer {
    try Peers.run(
      "read_graphml.py",
      try folder.file("theory.graphml", graphML ?? ExportedGraph(theory, as: view).graphML),
      try folder.file("graph.json", try json(SignedGraph(theory))),
      try folder.file("theory.json", try TheoryDocument.json(theory)), view.rawValue)
  }

  @Test(
    "networkx reads GraphML with the same concepts and arrows as our JSON has", arguments: ExportedTheory.all)
  func concepts(_ exported: ExportedTheory) throws {
    let theory = try exported.theory()
    try TemporaryFolder.with { folder in
      let answer = try self.answer(theory, as: .concepts, in: folder)
      let size = "\(theory.concepts.count) nodes, \(SignedGraph(theory).arrows.count) edges"
      #expect(answer.code == 0 && answer.out.contains(size), "\(answer.out)\(answer.err)")
    }
  }

  @Test("Out of the web of configurations, each one is put together again", arguments: ExportedTheory.all)
  func configurations(_ exported: ExportedTheory) throws {
    let theory = try exported.theory()
    try TemporaryFolder.with { folder in
      let answer = try self.answer(theory, as: .configurations, in: folder)
      let size = "\(theory.concepts.count + theory.configurations.count) nodes"
      #expect(answer.code == 0 && answer.out.contains(size), "\(answer.out)\(answer.err)")
    }
  }

  @Test("The reader of GraphML tells a difference")
  func canFail() throws {
    let theory = try Fixture.gardens()
    try TemporaryFolder.with { folder in
      let other = ExportedGraph(theory, as: .concepts).graphML.replacing(">opposite<", with: ">same<")
      let told = try answer(theory, as: .concepts, in: folder, graphML: other)
      let web = ExportedGraph(theory, as: .configurations).graphML.replacing(
        ">more shared-work<", with: ">less shared-work<")
      let toldOfWeb = try answer(theory, as: .configurations, in: folder, graphML: web)
      #expect(told.code == 1 && told.out.contains("edges differ"))
      #expect(toldOfWeb.code == 1 && toldOfWeb.out.contains("shared-work"))
    }
  }

  @Test(
    "A blueprint of Kumu holds the same graph, and each connection's ends are there",
    arguments: ExportedTheory.all,
    ExportedGraph.View.allCases)
  func kumu(_ exported: ExportedTheory, _ view: ExportedGraph.View) throws {
    let graph = ExportedGraph(try exported.theory(), as: view)
    try TemporaryFolder.with { folder in
      let answer = try Peers.run(
        "read_kumu.py", try folder.file("theory.json", graph.kumu),
        try folder.file("theory.graphml", graph.graphML))
      let size = "\(graph.nodes.count) elements, \(graph.edges.count) connections"
      #expect(answer.code == 0 && answer.out.contains(size), "\(answer.out)\(answer.err)")
    }
  }

  /// Graphviz is optional here; where it is missing, the other readers still prove the graph.
  private static let hasGraphviz = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: $0 + "/dot") }

  @Test(
    "Graphviz takes the DOT, with every concept, its name and every arrow", .enabled(if: hasGraphviz),
    arguments: ExportedTheory.all)
  func dot(_ exported: ExportedTheory) throws {
    let theory = try exported.theory()
    let graph = SignedGraph(theory)
    try TemporaryFolder.with { folder in
      let (out, err) = (try folder.file("out", ""), try folder.file("err", ""))
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["dot", "-Tdot_json", try folder.file("theory.dot", graph.dot(naming: theory))]
      process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: out))
      process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: err))
      try process.run()
      process.waitUntilExit()
      let said = try String(contentsOfFile: err, encoding: .utf8)
      // It has no font for every script here; that is no fault of the file.
      #expect(process.terminationStatus == 0 && !said.contains("syntax error"), "\(said)")
      let read = try JSONDecoder().decode(Read.self, from: Data(contentsOf: URL(fileURLWithPath: out)))
      #expect(read.objects.map(\.name) == graph.concepts.map(\.text))
      // Graphviz gives labels as they are written: a backslash twice, and & as HTML has it.
      let labels = read.objects.map {
        $0.label.replacing("\\\\", with: "\\").replacing("&amp;", with: "&").unicodeScalars.filter {
          $0 != " "
        }
      }
      let names = graph.concepts.map { concept in
        theory.name(of: concept).unicodeScalars.filter { !$0.properties.isWhitespace }
      }
      for (label, name) in zip(labels, names) where !name.contains(where: Self.isReplaced) {
        #expect(label.elementsEqual(name), "\(String(label))")
      }
      let ends = graph.arrows.map { "\($0.from) \($0.to)" }
      #expect(
        read.edges.map { "\(read.objects[$0.tail].name) \(read.objects[$0.head].name)" }.sorted()
          == ends.sorted())
    }
  }

  private static func isReplaced(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || scalar.value & 0xFFFE == 0xFFFE
  }

  private struct Read: Decodable {
    let objects: [Object]
    let edges: [Edge]
    struct Object: Decodable {
      let name: String
      let label: String
    }
    struct Edge: Decodable {
      let tail: Int
      let head: Int
    }
  }
}
