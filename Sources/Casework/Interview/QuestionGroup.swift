import ProgrammeTheory

/// Questions that are asked together, under a heading of the collaboration's life.
public struct QuestionGroup: Sendable, Hashable, Identifiable {
  /// What it is called in addresses: `frame`, `short`, `since`, a phase, or `other`.
  public let id: String
  /// The heading.
  public let title: String
  /// The questions, in the order in which they are asked.
  public let questions: [InterviewQuestion]
}

extension CaseInterview {
  /// The questions by the life of the collaboration: what it is; then what matters most, which takes about ten minutes;
  /// then the phases in the theory's order, as far as its groups of concepts name them; then what has happened since.
  /// Groups without a question are left out, and every question stands in one.
  public var groups: [QuestionGroup] {
    let full = questions.filter { $0.round == .full }
    let byPhase = Dictionary(grouping: full) { phase(of: $0.id)?.text ?? "" }
    let phases = theory.phases.map { phase in
      QuestionGroup(
        id: "phase-\(phase.id)", title: Theory.capitalised(phase.name),
        questions: byPhase[phase.id.text] ?? [])
    }
    let groups =
      [
        group("frame", "What it is", of: .frame),
        group("short", "What matters most", of: .short),
      ] + phases + [
        QuestionGroup(id: "other", title: "What else matters", questions: byPhase[""] ?? []),
        group("since", "Since then", of: .since),
      ]
    return groups.filter { !$0.questions.isEmpty }
  }

  private func group(_ id: String, _ title: String, of round: InterviewQuestion.Round) -> QuestionGroup {
    QuestionGroup(id: id, title: title, questions: questions.filter { $0.round == round })
  }

  private func phase(of id: InterviewQuestion.ID) -> Phase.ID? {
    guard case .concept(let concept, _, _) = id, let group = theory.concept(concept)?.group else {
      return nil
    }
    let phase = theory.groups.first { $0.id == group }?.phase
    return theory.phases.contains { $0.id == phase } ? phase : nil
  }

  /// The first open question after another, in the order of ``groups``; `nil` where none after it is open.
  public func nextByGroup(after id: InterviewQuestion.ID? = nil) -> InterviewQuestion? {
    let all = groups.flatMap(\.questions)
    let begin = id.flatMap { id in all.firstIndex { $0.id == id } }.map { $0 + 1 } ?? 0
    return all.dropFirst(begin).first { !isAnswered($0.id) }
  }

  /// The question before another, in the order of ``groups``.
  public func previousByGroup(before id: InterviewQuestion.ID) -> InterviewQuestion? {
    let all = groups.flatMap(\.questions)
    guard let index = all.firstIndex(where: { $0.id == id }), index > 0 else { return nil }
    return all[index - 1]
  }
}
