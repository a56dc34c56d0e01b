import Foundation
import TestSupport
import Testing

@Suite("The bundled theory, at the terminal")
struct BundledTheoryTests {
  @Test("It shows as one JSON document with at least 85 tellings, 98 references and at most 90 concepts")
  func tellings() async throws {
    struct Document: Decodable {
      let tellings: [Named]
      let references: [Named]
      let concepts: [Named]
      struct Named: Decodable { let id: String }
    }
    let outcome = try await Program().run("theory", "show", "aunger-2021", "--format", "json")
    let document = try JSONDecoder().decode(Document.self, from: Data(outcome.out.utf8))
    #expect(document.tellings.count >= 85 && document.references.count >= 98 && document.concepts.count <= 90)
    #expect(Set(document.tellings.map(\.id)).count == document.tellings.count)
  }

  @Test(
    "The theory as text, its web and its sources are told",
    arguments: [
      (["theory", "show"], ["What it holds", "Concepts", "configurations"]),
      (["theory", "graph"], ["The causal web", "More of"]),
      (["theory", "graph", "--format", "dot"], ["digraph theory {", "->"]),
      (["theory", "graph", "--format", "json"], ["\"arrows\"", "\"sign\""]),
      (["sources"], ["References", "[47] Murray et al. 2018"]),
      (
        ["sources", "aunger-2021", "--role", "middle-range"],
        ["References", "[70] Willem and Lucidarme 2014"]
      ),
    ])
  func told(_ arguments: [String], _ words: [String]) async throws {
    let outcome = try await Program().shell("\"$0\" \(arguments.joined(separator: " "))")
    #expect(outcome.code == 0 && outcome.err.isEmpty)
    for word in words { #expect(outcome.told.contains(word), "\(word)") }
  }

  /// What the paper gets wrong, each with words that only this finding has.
  private static let findings = [
    ("Polarity contradiction", "modest aims: perception of progress rises or falls"),
    ("Polarity contradiction", "modest aims: trust rises or falls"),
    ("Misleading cross-reference", "flexible organisations"),
    ("Outcome drift", "systems that work together: perception of progress, or communication between people"),
    ("Role shift", "voluntary collaboration: domination by one partner is mechanism or outcome"),
    ("Role shift", "destructive conflict resolution is mechanism or context"),
    ("Gain or smaller loss", "much conflict between the partners: trust gained, or less of it lost"),
    ("Outcome drift", "strong legal agreements: perception of progress, or ambition of the aims"),
    ("Role shift", "formalisation is mechanism or context"),
    ("Outcome drift", "collaborative leadership: achievement of aims, or perception of progress"),
    ("Outcome drift", "a collaboration for show: achievement of aims, or perception of progress"),
    ("Outcome drift", "low trust: achievement of aims, or perception of progress"),
    ("Mechanism drift", "an unstable workforce: conflict inside an organisation, or perception of progress"),
    ("Count mismatch", "says 7, lists 8"), ("Count mismatch", "says 16, lists 13"),
    ("Count mismatch", "says 14, lists 13 distinct"),
    ("Tally mismatch", "mixed collaborative types: says 16, lists 17"),
    ("Tally mismatch", "integrated care: says 1, lists 0"),
    ("Same work twice", "[22] and [93]"), ("Page outside the work", "[13], p. 403"),
    ("Page outside the work", "[68], p. 230"), ("Called included, not listed", "71, 89, 93"),
    ("Included, never cited", "41, 43, 50, 64"),
    ("Quotation of two works", "from [53], p. 78, closed with [47]"),
  ]

  @Test("The check finds what the paper gets wrong, grouped by kind")
  func check() async throws {
    let outcome = try await Program().run("theory", "check", "aunger-2021")
    #expect(outcome.code == 0 && outcome.err.isEmpty)
    #expect(outcome.out.split(separator: "\n").filter { $0.count > 80 } == [])
    let groups = groups(of: outcome.out)
    for (kind, words) in Self.findings {
      #expect(groups[kind]?.contains(words) == true, "\(kind): \(words)")
    }
  }

  /// What is told under each kind, in one line. A group begins at the margin with its kind and how many there are.
  private func groups(of text: String) -> [String: String] {
    var (groups, kind): ([String: String], String) = ([:], "")
    for line in text.split(separator: "\n") {
      if let start = line.firstMatch(of: #/^([A-Z][^(\[]*) \(\d+\)/#) { kind = String(start.1) }
      groups[kind, default: ""] += " \(line)"
    }
    return groups.mapValues(\.unwrapped)
  }

  @Test("The check as JSON has kinds, identifiers and places")
  func checkJSON() async throws {
    let outcome = try await Program().run("theory", "check", "aunger-2021", "--format", "json")
    let value = try JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [String: Any]
    let findings = try #require(value?["findings"] as? [[String: Any]])
    #expect(findings.count > 100 && findings.allSatisfy { $0["kind"] is String })
  }

  // MARK: Chains

  /// The numbered and the dotted items of a page, each in one line.
  private func items(of text: String) -> [String] {
    text.components(separatedBy: "\n\n").flatMap { block -> [String] in
      var items: [String] = []
      for line in block.split(separator: "\n") {
        let start = line.prefixMatch(of: #/(?:• |\s?\d+\. )/#)
        if start != nil {
          items.append(String(line))
        } else if !items.isEmpty {
          items[items.count - 1] += " \(line)"
        }
      }
      return items.map(\.unwrapped)
    }
  }

  /// Whether a step names a place in the text or the table, and the works there, or that none is given.
  private func hasPlaceAndSource(_ step: String) -> Bool {
    step.contains(
      #/\((?:section “[^”]+”, paragraph \d+|Table \d+, row [^:]*):? ?[^)]*(?:\[[\w-]+\]|source not given)/#)
  }

  @Test("From one concept to another: every step of every chain has its place and its sources")
  func paths() async throws {
    let outcome = try await Program().run("theory", "paths", "legal-agreements", "trust")
    #expect(outcome.code == 0 && outcome.told.contains("lead from legal agreements to trust"))
    let steps = items(of: outcome.out).filter { $0.contains("With ") }
    #expect(steps.count > 12)
    #expect(steps.filter { !hasPlaceAndSource($0) } == [])
    #expect(steps.contains { $0.contains("[82]") && $0.contains("“Formalisation”, paragraph 2") })
  }

  @Test("Why the collaboration dissolves: what brings it about, and what brings that about")
  func why() async throws {
    let outcome = try await Program().run("theory", "why", "dissolution")
    #expect(outcome.code == 0 && outcome.told.contains("Why the collaboration moves towards dissolution"))
    #expect(outcome.told.contains("trust reaches breaking point"))
    #expect(outcome.told.contains("faith reaches breaking point"))
    let chains = outcome.out.components(separatedBy: "Circles through it").first ?? ""
    let steps = items(of: chains).filter { $0.contains("ith ") && !$0.hasPrefix("• And ") }
    #expect(steps.count > 10 && steps.contains { $0.contains("Before that: ") })
    #expect(steps.filter { !hasPlaceAndSource($0) } == [])
  }

  @Test("The loops that the authors name, and all others, each with its sign and its way out")
  func loops() async throws {
    let outcome = try await Program().run("theory", "loops", "aunger-2021")
    #expect(outcome.code == 0 && outcome.err.isEmpty)
    for words in [
      "The trust-building loop", "sign: not fixed", "Reinforcing: ", "Balancing: ", "Exit: ", "faith",
      "inertia",
      "A threshold of", "A shift from", "of both signs, so that its sign isn't fixed", "left out",
    ] { #expect(outcome.told.contains(words), "\(words)") }
  }
}
