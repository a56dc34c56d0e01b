import Casework
import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@Suite("The schema of plans")
struct PlanSchemaTests {
  private func schema() throws -> [String: Any] {
    let file = Fixture.package.appendingPathComponent(
      "Sources/BundledKnowledge/Knowledge/schemas/plan.schema.json")
    return try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
  }

  /// The keys that our reader names when it refuses one.
  private func known(_ text: String) throws -> Set<String> {
    let subject = try CaseDocument.read(
      path: Fixture.folder.appendingPathComponent("garden-cases/mill-lane.yaml").path)
    let setting = PlanComparison.setting(of: subject, by: try Fixture.gardens(), asOf: nil, rounds: 9)
    let fault = try #require(throws: FaultyDocument.self) {
      _ = try PlanDocument.read(DocumentFile(name: "plan.yaml", text: text), for: setting)
    }
    let remedy = fault.faults.first { $0.problem.contains("zz") }?.remedy ?? ""
    let list = remedy.components(separatedBy: "Known here: ").last ?? ""
    return Set(list.prefix { $0 != "." }.components(separatedBy: ", "))
  }

  @Test("has the keys that the reader knows, and no other")
  func keys() throws {
    let schema = try schema()
    let own = try #require(schema["properties"] as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    let action = try #require(definitions["action"]?["properties"] as? [String: Any])
    let head = "format: realist-plan/1\nid: p\ntitle: P\n"
    #expect(try known(head + "zz: 1\nactions: [{do: fence}]\n") == Set(own.keys))
    #expect(try known(head + "actions: [{do: fence, zz: 1}]\n") == Set(action.keys))
    #expect(schema["additionalProperties"] as? Bool == false)
    let format = own["format"] as? [String: Any]
    #expect(format?["const"] as? String == PlanDocument.format)
  }
}
