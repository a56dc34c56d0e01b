import OrderedCollections
import ProgrammeTheory
import Reporting

extension AssessmentTeller {
  /// What to do: actions, those first that turn most of the main things the way that is wanted.
  var actions: Part {
    let helping = assessment.actions.filter(\.helps)
    let harming = assessment.actions.filter {
      !$0.isInPlace && $0.balance.net < 0
    }
    let inPlace = assessment.actions.filter(\.isInPlace)
    var blocks: [Block] = [
      .paragraph([
        Sentence(
          "Ranked by how many of the \(theory.outlook.count) main things each turns or protects the way you want, "
            + "less those it turns against; then by how many works stand behind it. It says nothing of how much."
        )
      ])
    ]
    if !helping.isEmpty {
      blocks.append(.list(helping.prefix(shown).map(sentence), ordered: true))
      let rest = helping.dropFirst(shown)
      if !rest.isEmpty {
        let others = rest.map { lowered($0.lever.name) }.joined(separator: "; ")
        blocks.append(.paragraph([Sentence("These help too, in this order: \(others).")]))
        blocks.append(
          .details(summary: Sentence("What these do (\(rest.count))"), blocks: [.list(rest.map(sentence))]))
      }
    }
    if helping.isEmpty {
      blocks.append(
        .paragraph([Sentence("None of the theory's actions turns more of it for you here than against you.")])
      )
    }
    if !harming.isEmpty {
      blocks.append(.subheading("With care: what would turn more against you here than for you"))
      blocks.append(.list(harming.map(sentence)))
    }
    if !inPlace.isEmpty {
      blocks.append(
        .note(Sentence("In place already: \(inPlace.map { lowered($0.lever.name) }.joined(separator: "; "))"))
      )
    }
    return Part(id: "actions", title: "What to do", blocks: blocks)
  }

  private func sentence(_ action: ActionEffect) -> Sentence {
    let balance = action.balance
    // Of what is wanted less, help is to work against it.
    let effects = [
      ("helps", balance.helped.filter { wanted($0) == .more }),
      ("works against", balance.helped.filter { wanted($0) == .less }), ("protects", balance.protected),
      ("may cost", balance.harmed.filter { wanted($0) == .more }),
      ("may feed", balance.harmed.filter { wanted($0) == .less }),
    ].filter { !$0.1.isEmpty }.map { "\($0.0) \(names($0.1))" }
    let works = action.works == 1 ? "1 work" : "\(action.works) works"
    let through = ways(action.throughWhich).map { " How: \($0), on \(works)." } ?? ""
    let but = ways(action.against).map { " But also: \($0)." } ?? ""
    return Sentence(
      "\(Theory.capitalised(action.lever.name))\(when(action.lever)). It \(Theory.list(effects)).\(through)\(but)",
      why: (action.throughWhich.prefix(3) + action.against.prefix(2)).map { why($0.id, $0.form) })
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

  private func wanted(_ concept: Concept.ID) -> Direction? {
    theory.outlook.first { $0.concept == concept }?.wanted
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
          Sentence("The signs are of the makers of the theory document, not of the review that it encodes.")),
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
