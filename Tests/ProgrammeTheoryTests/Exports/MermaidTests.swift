import ProgrammeTheory
import TestSupport
import Testing

/// No parser of Mermaid is among the peers, so its grammar is held here to the letter: only what each line may be.
@Suite("The flowchart of Mermaid")
struct MermaidTests {
  /// What a line may be, with quoted text in which no sign has a meaning but "#number;".
  private static let text = #"(?:[^\x00-\x7F]|[A-Za-z0-9 ,'()/?.\-]|#[0-9]{1,3};)*"#

  private func lines(of theory: Theory) -> [Substring] {
    SignedGraph(theory).mermaid(naming: theory).split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test(
    "Every line is one of the grammar's, and every arrow joins boxes that are there",
    arguments: ExportedTheory.all)
  func grammar(_ exported: ExportedTheory) throws {
    let theory = try exported.theory()
    let box = try Regex(
      "    (c_[a-z0-9_]+)\\[\"(\(Self.text))\"\\]", as: (Substring, Substring, Substring).self
    ).matchingSemantics(.unicodeScalar)
    let group = try Regex("  subgraph group_[0-9]+\\[\"\(Self.text)\"\\]").matchingSemantics(.unicodeScalar)
    let arrow =
      #/  (c_[a-z0-9_]+) (?:-->|-\.->|--o)\|"(?:\+|−|protects)(?: [0-9]+)?(?: ◆)?"\| (c_[a-z0-9_]+)/#
    let style = #/  linkStyle (?<numbers>[0-9]+(?:,[0-9]+)*) stroke:#8a5a00,stroke-width:3px/#
    var (boxes, arrows, depth): (Set<Substring>, [Substring], Int) = ([], [], 0)
    let all = lines(of: theory)
    #expect(all.first == "flowchart LR" && all.last == "")
    for line in all.dropFirst().dropLast() {
      if let found = line.wholeMatch(of: box) {
        #expect(depth == 1 && boxes.insert(found.1).inserted)
        #expect(found.2.prefixMatch(of: #/[0-9]*[.\-]/#) == nil, "an item of a list: \(line)")
      } else if line.wholeMatch(of: group) != nil {
        depth += 1
      } else if line == "  end" {
        depth -= 1
      } else if let found = line.wholeMatch(of: arrow) {
        #expect(boxes.contains(found.1) && boxes.contains(found.2) && depth == 0)
        arrows.append(line)
      } else if let found = line.wholeMatch(of: style) {
        let marked = found.numbers.split(separator: ",").compactMap { Int($0) }
        #expect(marked == arrows.indices.filter { arrows[$0].contains("◆") })
      } else {
        Issue.record("no line of the grammar: \(line)")
      }
    }
    #expect(boxes.count == theory.concepts.count && depth == 0)
    let wanted = Set(SignedGraph(theory).arrows.map { "\($0.from) \($0.to) \($0.sign)" })
    #expect(arrows.count == wanted.count)
  }

  @Test("A label is read as what it says")
  func labels() throws {
    let theory = try Fixture.gardens().mappingTexts { _ in "1. \"R&D\" #quot; %%{init}%% <b>ü</b>\nend" }
    #expect(
      lines(of: theory).contains(
        "    c_shared_work[\"1#46; #34;R#38;D#34; #35;quot#59; #37;#37;#123;init#125;#37;#37; "
          + "#60;b#62;ü#60;/b#62; end\"]"))
  }

  @Test("What is more than Mermaid draws by itself is said in a comment")
  func large() throws {
    var theory = try Fixture.gardens()
    #expect(lines(of: theory).first == "flowchart LR")
    theory.concepts = theory.concepts.map { concept in
      Concept(
        id: concept.id, name: String(repeating: "x", count: 9_000), definition: "", phrases: [],
        scope: concept.scope,
        scale: concept.scale, wording: concept.wording, group: concept.group)
    }
    let opening = lines(of: theory)
    #expect(opening.first?.hasPrefix("%% ") == true && opening[1] == "flowchart LR")
  }
}
