import Bibliography
import OrderedCollections
import ProgrammeTheory

extension CodingComparison {
  /// A field that every case document has, in both codings.
  public struct Field: Sendable, Hashable, Codable {
    /// The key of the document.
    public let key: String
    /// What it is, in words.
    public let name: String
    /// What the first coding has, in words.
    public let first: String
    /// What the second coding has, in words.
    public let second: String

    /// Whether they are the same.
    public var agrees: Bool { first == second }

    private init(_ key: String, _ name: String, _ sides: (Case, Case), _ words: (Case) -> String?) {
      (self.key, self.name) = (key, name)
      first = words(sides.0) ?? StatedLevel.notKnown.rawValue
      second = words(sides.1) ?? StatedLevel.notKnown.rawValue
    }

    static func all(_ first: Case, _ second: Case, in theory: Theory, includingEnds: Bool) -> [Field] {
      let sides = (first, second)
      let fields = [
        Field("start", "start", sides) { $0.start?.description },
        Field("arrangement", "arrangement", sides) { subject in
          theory.arrangements.first { $0.id.text == subject.arrangement }?.name
            ?? subject.arrangement.map(unknown)
        },
        Field("entryPoints", "points of entry", sides) { entries(of: $0, in: theory) },
        Field("mandated", "imposed by an authority", sides) { $0.mandated.map { $0 ? "yes" : "no" } },
        Field("aims", "ambition of the aims", sides) { subject in
          Fact(puttingTogether: subject.aims.map(\.ambition)).map { CodedLevel($0).rawValue }
        },
      ]
      guard includingEnds else { return fields }
      return fields + [Field("end", "how it ended", sides) { $0.end?.outcome.rawValue }]
    }

    /// The points of entry in the theory's order, then those that it doesn't know: their order in a case says nothing.
    private static func entries(of subject: Case, in theory: Theory) -> String? {
      let known = theory.entryPoints.filter { subject.entryPoints.contains($0.id.text) }
      let others = Set(subject.entryPoints).subtracting(known.map(\.id.text)).sorted().map(unknown)
      let names = known.map(\.name) + others
      return names.isEmpty ? nil : names.joined(separator: "; ")
    }

    /// What the theory doesn't know is marked, so that it isn't taken for something of that name.
    private static func unknown(_ word: String) -> String { "\(word) (unknown to the theory)" }
  }
}
