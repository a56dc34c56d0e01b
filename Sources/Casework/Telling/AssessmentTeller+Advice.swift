import OrderedCollections
import ProgrammeTheory
import Reporting

extension AssessmentTeller {
  /// What to do: actions, those first after which most of the main things are better off.
  var actions: Part {
    let open = assessment.actions.filter { !$0.isInPlace }
    let helping = open.filter(\.helps)
    let harming = open.filter { $0.balance.net < 0 }
    let even = open.filter { $0.balance.net == 0 }
    let inPlace = assessment.actions.filter(\.isInPlace)
    var blocks: [Block] = [.paragraph(ranking)]
    if helping.isEmpty {
      blocks.append(
        .paragraph([Sentence("None of the theory's actions turns more of it for you here than against you.")])
      )
    } else {
      blocks.append(.list(helping.prefix(shown).map(sentence), ordered: true))
      blocks += others(Array(helping.dropFirst(shown)))
    }
    if !harming.isEmpty {
      blocks.append(.subheading("With care: what would turn more against you here than for you"))
      blocks.append(.list(harming.map(sentence)))
    }
    if !even.isEmpty {
      let summary = "What turns none of it for you here, or as much against you (\(even.count))"
      blocks.append(.details(summary: Sentence(summary), blocks: [.list(even.map(sentence))]))
    }
    if !inPlace.isEmpty {
      blocks.append(
        .note(Sentence("In place already: \(inPlace.map { lowered($0.lever.name) }.joined(separator: "; "))"))
      )
    }
    return Part(id: "actions", title: "What to do", blocks: blocks)
  }

  /// How actions are ranked, and what that leaves open.
  private var ranking: [Sentence] {
    var sentences = [
      Sentence(
        "Ranked by how many of the \(theory.outlook.count) main things each turns or protects the way you want, "
          + "less those it turns or pulls the other way; then by how many works stand behind it."),
      Sentence("It says nothing of how much."),
    ]
    if assessment.actions.contains(where: { !$0.movesItself.isEmpty }) {
      sentences.append(Sentence("What an action moves itself doesn't count for it, only what follows."))
    }
    if assessment.actions.contains(where: { !$0.isInPlace && when($0.lever) != "" }) {
      sentences.append(
        Sentence(
          "“When” is the phase that the theory gives. A case doesn't say which phase it has reached, so for some "
            + "actions it may be past."))
    }
    return sentences
  }

  private func others(_ rest: [ActionEffect]) -> [Block] {
    guard !rest.isEmpty else { return [] }
    let names = rest.map { lowered($0.lever.name) }.joined(separator: "; ")
    return [
      .paragraph([Sentence("These help too, in this order: \(names).")]),
      .details(summary: Sentence("What these do (\(rest.count))"), blocks: [.list(rest.map(sentence))]),
    ]
  }

  private func sentence(_ action: ActionEffect) -> Sentence {
    let does = [itself(action), consequences(action)].compactMap(\.self).joined(separator: " ")
    let works: String =
      switch action.works {
      case 0: "no named work"
      case 1: "1 work"
      default: "\(action.works) works"
      }
    let how = effects(action.balance).isEmpty ? "What it sets off" : "How"
    let through = ways(action.throughWhich).map { " \(how): \($0), on \(works)." } ?? ""
    let but = ways(action.against).map { " But also: \($0)." } ?? ""
    let note = action.lever.note.map { " Note: \($0.closed)" } ?? ""
    return Sentence(
      "\(Theory.capitalised(action.lever.name))\(when(action.lever)). \(does)\(through)\(but)\(note)",
      why: (action.throughWhich.prefix(3) + action.against.prefix(2)).map { why($0.id, $0.form) })
  }

  /// What an action is for, where that is one of the main things: told apart from what follows.
  private func itself(_ action: ActionEffect) -> String? {
    action.movesItself.isEmpty ? nil : "It moves \(names(action.movesItself)) itself."
  }

  private func consequences(_ action: ActionEffect) -> String {
    let effects = effects(action.balance)
    let isOwn = !action.movesItself.isEmpty
    guard !effects.isEmpty else {
      return isOwn ? "Nothing else of these turns by it." : "It turns none of the main things."
    }
    return "\(isOwn ? "By that it" : "It") \(Theory.list(effects))."
  }

  /// What follows from an action, as verbs with their objects.
  private func effects(_ balance: Balance) -> [String] {
    func those(_ concepts: [Concept.ID], _ wanted: Direction) -> [Concept.ID] {
      concepts.filter { concept in
        theory.outlook.contains { $0.concept == concept && $0.wanted == wanted }
      }
    }
    // Of what is wanted less, help is to work against it.
    return [
      ("helps", those(balance.helped, .more)), ("works against", those(balance.helped, .less)),
      ("protects", balance.protected), ("may cost", those(balance.harmed, .more)),
      ("may feed", those(balance.harmed, .less)), ("pulls further against", those(balance.strained, .more)),
      ("pulls further towards", those(balance.strained, .less)),
    ].filter { !$0.1.isEmpty }.map { "\($0.0) \(names($0.1))" }
  }

  /// The first of some ways of working in words, and how many more there are.
  private func ways(_ forms: [CMOConfiguration]) -> String? {
    forms.first.map { first in
      // A title is that of the told form, so a reversed one is told in its own sentence.
      let told =
        first.form == .told
        ? lowered(title(first)) : lowered(clause(theory.sentence(first))) + " (by reversal)"
      return told + (forms.count > 1 ? " and \(forms.count - 1) more" : "")
    }
  }

  private func when(_ lever: Lever) -> String {
    guard let phase = theory.phases.first(where: { $0.id == lever.phase }) else { return "" }
    return lever.phaseBasis == .stated ? " (when: \(phase.name))" : " (when: \(phase.name), inferred)"
  }

  /// What to find out, that first on which most hangs.
  var questions: Part? {
    let open = assessment.questions.filter { !$0.decides.isEmpty || !$0.awaitedBy.isEmpty }
    guard !open.isEmpty else { return nil }
    var blocks: [Block] = [.list(open.prefix(shown).map(sentence), ordered: true)]
    let rest = open.dropFirst(shown)
    if !rest.isEmpty {
      blocks.append(
        .details(summary: Sentence("More questions (\(rest.count))"), blocks: [.list(rest.map(sentence))]))
    }
    return Part(id: "questions", title: "What to find out", blocks: blocks)
  }

  private func sentence(_ question: OpenQuestion) -> Sentence {
    let ask = question.concept.question?.ask ?? name(question.concept.id)
    let because = question.concept.question?.because.map { " \($0)" } ?? ""
    let decides =
      question.decides.isEmpty
      ? "none of the main things by itself"
      : "how \(names(question.decides)) \(question.decides.count == 1 ? "stands" : "stand")"
    let waiting: String =
      switch question.awaitedBy.count {
      case 0: ""
      case 1: "; 1 way of working waits for it"
      default: "; \(question.awaitedBy.count) ways of working wait for it"
      }
    return Sentence(
      "\(ask)\(because) It decides \(decides)\(waiting).", why: question.awaitedBy.prefix(3).map { why($0) })
  }

  /// Signs to watch in the first three months, for what is moved here.
  var signs: Part? {
    var watched: OrderedSet<Literal> = []
    for (_, standing) in mainThings {
      for strand in strands(of: standing) {
        for step in strand.steps {
          let mechanism = step.configuration.mechanism?.literals.map(\.plain) ?? []
          watched.append(contentsOf: mechanism + [step.passesOn])
        }
      }
    }
    let sentences = watched.compactMap { literal -> Sentence? in
      let signs = theory.concept(literal.concept)?.signs?.of(literal.direction) ?? []
      guard !signs.isEmpty else { return nil }
      let all = signs.map { lowered($0) }.joined(separator: "; ")
      return Sentence("\(Theory.capitalised(theory.change(literal))): \(all).")
    }
    guard !sentences.isEmpty else { return nil }
    return Part(
      id: "signs", title: "Signs to watch in the first three months",
      blocks: [
        .list(Array(sentences.prefix(10))),
        .note(
          Sentence("The signs are those of the theory document. The work that it encodes may not have them.")),
      ])
  }

  /// What the theory is silent on.
  var silences: Part? {
    guard !assessment.silences.isEmpty else { return nil }
    return Part(
      id: "silences", title: "What the theory is silent on",
      blocks: [
        .list(assessment.silences.map { Sentence("\(clause($0.what)): \($0.because).", mark: .silent) })
      ])
  }
}
