import Documents
import ProgrammeTheory
import Testing

/// A small theory of another field, written as text by the test that reads it: how bakeries fare. The concepts are made
/// of the identifiers that occur, so that a test only writes the claims.
enum BakeryTheory {
  /// Reads configurations, written as in a document without their tellings, which are added.
  ///
  /// - Parameters:
  ///   - configurations: one configuration a line, as a YAML flow mapping without `tellings`. `reverses` is `yes` where
  ///     a line doesn't give it.
  ///   - concepts: the order of the concepts; those that aren't listed follow in the order in which they occur.
  ///   - more: further keys of the document.
  static func read(_ configurations: [String], concepts: [String] = [], more: String = "") throws -> Theory {
    try TheoryDocument.read(
      files: [DocumentFile(name: "bakery.yaml", text: text(configurations, concepts, more))], references: nil)
  }

  private static func text(_ configurations: [String], _ concepts: [String], _ more: String) -> String {
    var names = concepts
    for line in configurations {
      for match in line.matches(of: /(?:more|less|raises|lowers|buffers|exposes) ([a-z0-9-]+)/)
      where !names.contains(String(match.1)) {
        names.append(String(match.1))
      }
    }
    let claims = configurations.map { line in
      let reverses = line.contains("reverses:") ? "" : ", reverses: {answer: yes, because: continuous}"
      return "  - {\(line)\(reverses), tellings: [t]}"
    }
    return """
      format: realist-theory/1
      id: bakery
      title: Why some bakeries thrive
      version: 0.1.0
      language: en
      summary: Bakeries that keep their ovens hot sell more.
      concepts:
      \(names.map(concept).joined(separator: "\n"))
      tellings:
        - id: t
          form: prose
          place: {section: Ovens, paragraph: 1}
          context: [{is: more \(names.first ?? "a")}]
          outcome: [{is: raises \(names.first ?? "a")}]
          sources: not given
      \(claims.isEmpty ? "" : "configurations:\n" + claims.joined(separator: "\n"))
      \(more)
      """
  }

  private static func concept(_ name: String) -> String {
    """
      - {id: \(name), name: \(name), definition: The \(name)., scope: collaboration, scale: continuous,
         low: low \(name), high: high \(name), falls: \(name) falls, rises: \(name) rises, group: all}
    """
  }
}

extension Theory {
  /// The theory with its configurations in another order.
  func reordered(_ configurations: [CMOConfiguration]) -> Theory {
    var theory = self
    theory.configurations = configurations
    return theory
  }
}

/// Identifiers in tests: what is written there is known to be well formed.
func concept(_ text: String) throws -> Concept.ID { try #require(Concept.ID(text)) }
func configuration(_ text: String) throws -> CMOConfiguration.ID { try #require(CMOConfiguration.ID(text)) }
func literal(_ text: String) throws -> Literal { try #require(Literal(text)) }
