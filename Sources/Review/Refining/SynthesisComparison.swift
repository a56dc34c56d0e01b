import ProgrammeTheory

/// How a synthesis differs from how it was at an earlier time: concepts and candidates that are new, gone or changed, and the
/// steps made between the two.
///
/// How the theories differ that come out of the two is told by `TheoryComparison`, where both give one.
public struct SynthesisComparison: Sendable, Hashable, Codable {
  /// What became of something.
  public enum Fate: String, Sendable, Hashable, Codable, CaseIterable {
    /// It wasn't there before.
    case new
    /// It isn't there any more, since it was taken back.
    case gone
    /// It went on as another concept.
    case merged
    /// It is there in both, and isn't said alike.
    case changed
  }

  /// Something of a concept or a candidate that isn't said alike.
  public struct Field: Sendable, Hashable, Codable {
    /// What it is, in plain words.
    public let name: String
    /// What was said before; `nil` for nothing.
    public let before: String?
    /// What is said now; `nil` for nothing.
    public let after: String?
  }

  /// A concept or candidate, and what became of it.
  public struct Change: Sendable, Hashable, Codable, Identifiable {
    /// Its identifier.
    public let id: String
    /// What became of it.
    public let fate: Fate
    /// The concept as which it went on.
    public let into: String?
    /// What isn't said alike; for what is new or gone, what is or was said of it.
    public let fields: [Field]
  }

  /// A step made or taken back between the two.
  public struct Step: Sendable, Hashable, Codable {
    /// The number of its act.
    public let act: Int
    /// Whether it is new or gone.
    public let fate: Fate
    /// The step.
    public let step: SynthesisStep
  }

  /// How many codings there were and are.
  public let codings: [Int]
  /// The concepts, in the order of the earlier state, then of the later one.
  public let concepts: [Change]
  /// The candidates, in the order of the earlier state, then of the later one.
  public let candidates: [Change]
  /// The steps that were taken back, then those that were made.
  public let steps: [Step]
  /// The rivals, by what they differ on.
  public let rivals: [Change]

  /// Whether concepts, candidates, steps and rivals are the same.
  public var isEmpty: Bool {
    concepts.isEmpty && candidates.isEmpty && steps.isEmpty && rivals.isEmpty
  }

  /// Compares two states.
  public init(of before: Synthesis, with after: Synthesis) {
    codings = [before.codings.count, after.codings.count]
    let merges = Dictionary(
      after.mergedConcepts.map { ($0.concept.text, $0) }, uniquingKeysWith: { $1 })
    concepts = Self.changes(before.concepts, after.concepts, \.fields) { id in
      merges[id].map { $0.into.text + ($0.isReversed ? ", reversed" : "") }
    }
    candidates = Self.changes(before.candidates, after.candidates, \.fields)
    steps =
      Self.steps(of: before, without: after, .gone) + Self.steps(of: after, without: before, .new)
    rivals = Self.changes(before.rivalries, after.rivalries, \.fields)
  }

  private static func steps(of one: Synthesis, without other: Synthesis, _ fate: Fate) -> [Step] {
    let known = Set(other.steps.map(\.act))
    return one.steps.filter { !known.contains($0.act) }.map { Step(act: $0.act, fate: fate, step: $0.step) }
  }

  private static func changes<Part: Identifiable, Owner>(
    _ before: [Part], _ after: [Part], _ fields: (Part) -> [(String, String)],
    into: (String) -> String? = { _ in nil }
  ) -> [Change] where Part.ID == Identifier<Owner> {
    let later = Dictionary(after.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let earlier = Set(before.map(\.id))
    let held = before.compactMap { part -> Change? in
      let id = part.id.text
      guard let now = later[part.id] else {
        let next = into(id)
        return Change(
          id: id, fate: next == nil ? .gone : .merged, into: next,
          fields: differences(fields(part), []))
      }
      let changed = differences(fields(part), fields(now))
      return changed.isEmpty ? nil : Change(id: id, fate: .changed, into: nil, fields: changed)
    }
    let new = after.filter { !earlier.contains($0.id) }.map {
      Change(id: $0.id.text, fate: .new, into: nil, fields: differences([], fields($0)))
    }
    return held + new
  }

  private static func differences(_ before: [(String, String)], _ after: [(String, String)]) -> [Field] {
    let names = (before.isEmpty ? after : before).map(\.0)
    func said(_ name: String, _ fields: [(String, String)]) -> String? {
      fields.first { $0.0 == name }.flatMap { $0.1.isEmpty ? nil : $0.1 }
    }
    return names.compactMap { name in
      let (old, new) = (said(name, before), said(name, after))
      return old == new ? nil : Field(name: name, before: old, after: new)
    }
  }
}

extension FormedConcept {
  /// All that is said of it, each by a name, always the same ones.
  fileprivate var fields: [(String, String)] {
    let (concept, wording) = (formation.concept, formation.concept.wording)
    let codes = formation.codes.map { $0.code + ($0.isReversed ? ", reversed" : "") }
    let parts = formation.parts.map { "\($0.coding).\($0.part)" + ($0.isReversed ? ", reversed" : "") }
    func signs(_ direction: Direction) -> String {
      concept.signs?.of(direction).joined(separator: "; ") ?? ""
    }
    let notes =
      concept.coding.map { coding in
        coding.include
          + coding.exclude.map { "not: \($0.what)" + ($0.instead.map { ", but \($0)" } ?? "") }
      } ?? []
    return [
      ("name", concept.name), ("definition", concept.definition),
      ("codes", codes.joined(separator: "; ")), ("parts of codings", parts.joined(separator: "; ")),
      ("phrases", concept.phrases.joined(separator: "; ")), ("scope", concept.scope.rawValue),
      ("scale", concept.scale.rawValue), ("low end", wording.low), ("high end", wording.high),
      ("falls", wording.falls), ("rises", wording.rises), ("far low end", wording.veryLow ?? ""),
      ("far high end", wording.veryHigh ?? ""), ("group", concept.group),
      (
        "question",
        [concept.question?.ask, concept.question?.because].compactMap(\.self).joined(separator: " ")
      ),
      ("signs of more", signs(.more)), ("signs of less", signs(.less)),
      ("notes for coders", notes.joined(separator: "; ")),
      ("refines", concept.refines.map(\.text).joined(separator: ", ")),
    ]
  }
}

extension Candidate {
  /// All that is said of it, each by a name, always the same ones.
  fileprivate var fields: [(String, String)] {
    let mechanism = draft.mechanism
    return [
      ("says", draft.claim), ("title", draft.title ?? ""),
      ("mechanism is", mechanism?.origin.rawValue ?? ""), ("resource", mechanism?.resource ?? ""),
      ("reasoning", mechanism?.reasoning ?? ""),
      (
        "holds reversed",
        "\(draft.reversibility.isAllowed ? "yes" : "no"), because \(draft.reversibility.reason)"
      ),
      ("phase", draft.phase?.text ?? ""),
      ("codings", draft.codings.map(String.init).joined(separator: ", ")),
      ("within", draft.within ?? "across"),
      ("note", draft.note ?? ""), ("refines", draft.refines.map(\.text).joined(separator: ", ")),
      ("judged", judgement.map(\.verdict) ?? ""),
    ]
  }
}

extension Rivalry {
  /// All that is said of it, each by a name, always the same ones.
  fileprivate var fields: [(String, String)] {
    let readings = readings.map { "\($0.name): \($0.configurations.map(\.text).joined(separator: ", "))" }
    return [("about", about), ("readings", readings.joined(separator: "; "))]
  }
}
