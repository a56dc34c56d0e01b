import ProgrammeTheory

/// Acts of coding and synthesis, each in a sentence without its subject.
extension Coding {
  var told: String {
    // What was taken is what a coder looks at: more of it is shown than of other acts.
    "coded \(ground.told)\(name.map { " (\($0))" } ?? "")\(bearing == .supports ? "" : ", \(bearing.rawValue)"): "
      + parts.map(\.told).joined(separator: "; ").opening(of: 300)
  }
}

extension CodingGround {
  /// What it is, in words.
  public var told: String {
    switch self {
    case .passage(let act): "passage p\(act)"
    case .place(let source, let place): "\(source), \(place.words)"
    }
  }

  /// What it is, with the source of a passage before it: “lee2020, passage p12”.
  func told(in source: String?) -> String {
    guard case .passage = self, let source else { return told }
    return "\(source), \(told)"
  }
}

extension CodedPart {
  /// The part in a line: “context: less code”, “outcome: raises code”.
  public var told: String { "\(slot.rawValue): \(direction.told(code, in: slot))" }
}

extension CodedDirection {
  /// A code with which way it goes, in the word that the slot has for it: “less code”, “raises code”.
  func told(_ code: String, in slot: CodingSlot) -> String {
    switch (slot, self) {
    case (_, .none): code
    case (.outcome, .more): "\(OutcomeEffect.Change.raises.rawValue) \(code)"
    case (.outcome, .less): "\(OutcomeEffect.Change.lowers.rawValue) \(code)"
    default: "\(rawValue) \(code)"
    }
  }
}

extension CodeMerge {
  var told: String {
    let because = because.map { ", because \($0)" } ?? ""
    if codes.count == 1, let code = codes.first {
      // It may be another code or a new name: both let it go on.
      return "let the code “\(code.code)” go on as “\(into)”\(code.isReversed ? ", reversed" : "")\(because)"
    }
    return "merged \(ReviewTeller.counted(codes.count, "code")) into “\(into)”: "
      + codes.map { "“\($0.code)”" + ($0.isReversed ? " reversed" : "") }.joined(separator: ", ").shortened
      + because
  }
}

extension CodeSplit {
  var told: String {
    "put \(ReviewTeller.counted(parts.count, "part")) of codings under “\(into)”"
      + (because.map { ", because \($0)" } ?? "")
  }
}

extension ConceptFormation {
  var told: String {
    "formed the concept \(concept.id) from \(ReviewTeller.counted(codes.count, "code"))"
      + (parts.isEmpty ? "" : " and \(ReviewTeller.counted(parts.count, "part"))")
      + (because.map { ", because \($0)" } ?? "")
  }
}

extension ConceptMerge {
  var told: String {
    "merged the concept \(concept) into \(into)\(isReversed ? ", reversed" : ""), because \(because)"
  }
}

extension CandidateDraft {
  var told: String {
    "drafted the candidate \(id) on \(ReviewTeller.counted(codings.count, "coding"))"
      + (within.map { ", within \($0)" } ?? "")
  }
}

extension SynthesisStep {
  var told: String {
    func names(_ ids: [CandidateDraft.ID]) -> String { Theory.list(ids.map(\.text)) }
    return "\(kind.done) \(names(from))" + (to.isEmpty ? "" : ", which leads to \(names(to))") + ": \(memo)"
  }
}

extension SynthesisStep.Kind {
  fileprivate var done: String {
    switch self {
    case .juxtapose: "juxtaposed"
    case .reconcile: "reconciled"
    case .adjudicate: "adjudicated between"
    case .consolidate: "consolidated"
    case .situate: "situated"
    }
  }
}

extension CandidateJudgement {
  var told: String { told(" \(candidate)") }

  /// What became of the candidate and why, without its name.
  var verdict: String { told("") }

  private func told(_ name: String) -> String {
    let fate =
      switch fate {
      case .kept: "kept\(name)"
      case .dropped: "dropped\(name)"
      case .merged(let into): "merged\(name) into \(into)"
      }
    return fate + (status.map { " as \($0.rawValue)" } ?? "") + ", because \(because)"
  }
}

extension Rivalry {
  var told: String { "noted rivals, \(id): \(about)" }
}

extension Sequence<LoggedAct> {
  /// What acts have made, by their kinds in the order in which each is first there: “3 codings, 1 concept”.
  public var made: String {
    var kinds: [(kind: Act.Kind, count: Int)] = []
    for logged in self {
      if let place = kinds.firstIndex(where: { $0.kind == logged.act.kind }) {
        kinds[place].count += 1
      } else {
        kinds.append((logged.act.kind, 1))
      }
    }
    return kinds.map { kind, count in "\(count) \(count == 1 ? kind.noun.one : kind.noun.many)" }
      .joined(separator: ", ")
  }
}

extension Act.Kind {
  fileprivate var noun: (one: String, many: String) {
    switch self {
    case .coded: ("coding", "codings")
    case .codesMerged: ("merge of codes", "merges of codes")
    case .codeSplit: ("split of a code", "splits of codes")
    case .conceptFormed: ("concept", "concepts")
    case .conceptsMerged: ("merge of concepts", "merges of concepts")
    case .candidateDrafted: ("candidate", "candidates")
    case .synthesised: ("step", "steps")
    case .candidateJudged: ("judgement", "judgements")
    case .rivalsNoted: ("set of rivals", "sets of rivals")
    case .formDefined: ("form", "forms")
    case .formFilled: ("filled form", "filled forms")
    default: ("other act", "other acts")
    }
  }
}
