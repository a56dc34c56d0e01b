import Bibliography
import ProgrammeTheory

/// A theory with what is worked out of it once, so that each of its parts can be looked up and has an address.
struct Exploration: Sendable {
  /// A finding, with the number that it has among those of its kind.
  struct NumberedFinding: Sendable {
    let number: Int
    let finding: Finding
  }

  /// The most configurations in a loop that is listed, and the most loops.
  static let (longestLoop, mostLoops) = (6, 500)

  let theory: Theory
  /// Where its pages begin.
  let base: String
  let findings: [NumberedFinding]
  let loops: Loops
  let web: SignedGraph
  let index: SearchIndex
  private let evidences: [CMOConfiguration.ID: Evidence]
  private let makers: [Telling.ID: [CMOConfiguration]]

  init(_ theory: Theory) {
    self.theory = theory
    let base = "/theory/\(theory.identity.id)"
    self.base = base
    findings = theory.findingReport.groups.flatMap { group in
      group.findings.enumerated().map { NumberedFinding(number: $0 + 1, finding: $1) }
    }
    loops = theory.loops(atMost: Self.longestLoop, most: Self.mostLoops)
    web = SignedGraph(theory)
    evidences = Dictionary(theory.configurations.map { ($0.id, theory.evidence(for: $0.id)) }) { $1 }
    makers = Dictionary(
      grouping: theory.configurations.flatMap { claim in claim.tellings.map { ($0, claim) } }, by: \.0
    ).mapValues { $0.map(\.1) }
    index = SearchIndex(Self.entries(of: theory, base: base))
  }

  func evidence(for id: CMOConfiguration.ID) -> Evidence { evidences[id] ?? theory.evidence(for: id) }

  /// The claims that a telling makes.
  func configurations(toldBy id: Telling.ID) -> [CMOConfiguration] { makers[id] ?? [] }

  /// The findings about one part.
  func findings(about subject: Finding.Subject) -> [NumberedFinding] {
    findings.filter { $0.finding.subjects.contains(subject) }
  }

  /// The loops through a concept.
  func loops(through concept: Concept.ID) -> [Loop] { loops.loops.filter { $0.concepts.contains(concept) } }

  // MARK: Addresses

  func address(_ part: TheoryPart) -> String { "\(base)/\(part.path)" }

  func address(_ finding: NumberedFinding) -> String {
    "\(base)/findings/\(finding.finding.kind.addressWord)/\(finding.number)"
  }

  /// Where a part that a finding is about is told; `nil` for those without a page of their own.
  func address(about subject: Finding.Subject) -> String? {
    switch subject {
    case .telling(let id): address(.telling(id))
    case .configuration(let id): address(.configuration(id))
    case .rivalry(let id): address(.rivalry(id))
    case .concept(let id): address(.concept(id))
    case .source(let id): address(.source(id))
    case .arrangement: "\(base)/entry-points#arrangements"
    case .loop(let id): address(.pattern(id))
    case .statement, .flow: nil
    }
  }
}

/// A part of a theory that has a page of its own.
enum TheoryPart: Sendable, Hashable {
  case concept(Concept.ID)
  case configuration(CMOConfiguration.ID)
  case telling(Telling.ID)
  case source(Reference.ID)
  case entryPoint(EntryPoint.ID)
  case rivalry(Rivalry.ID)
  case action(Lever.ID)
  case middleRange(MiddleRangeTheory.ID)
  case pattern(NamedPattern.ID)
  case loop(Loop)

  /// Its address behind that of the theory.
  var path: String {
    switch self {
    case .concept(let id): "concepts/\(id)"
    case .configuration(let id): "configurations/\(id)"
    case .telling(let id): "tellings/\(id)"
    case .source(let id): "sources/\(id.asAddress)"
    case .entryPoint(let id): "entry-points/\(id)"
    case .rivalry(let id): "rivalries/\(id)"
    case .action(let id): "actions/\(id)"
    case .middleRange(let id): "middle-range/\(id)"
    case .pattern(let id): "loops/\(id)"
    case .loop(let loop): "loops/through/\(loop.addressWord)"
    }
  }
}

extension Loop {
  /// What calls the loop in an address: its steps, which no other loop of the theory shares.
  var addressWord: String {
    hops.map { "\($0.from.direction.rawValue)-\($0.from.concept)" }.joined(separator: ".")
  }
}

extension Finding.Kind {
  /// The kind as part of an address, such as `role-shift`.
  var addressWord: String {
    rawValue.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  init?(addressWord: String) {
    guard let kind = Self.allCases.first(where: { $0.addressWord == addressWord }) else { return nil }
    self = kind
  }
}

extension String {
  /// The text as one segment of an address: what RFC 3986 doesn't let stand bare is percent-encoded.
  var asAddress: String {
    utf8.map { byte in
      let character = Character(Unicode.Scalar(byte))
      let isPlain =
        byte < 0x80 && (character.isLetter || character.isNumber || "-._~".contains(character))
      return isPlain ? String(character) : "%" + Hexadecimal.text([byte]).uppercased()
    }.joined()
  }
}
