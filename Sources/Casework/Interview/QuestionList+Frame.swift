import Bibliography
import ProgrammeTheory

/// The questions that every theory has: what the collaboration is, who speaks, and what came of it.
extension QuestionList {
  func frame(of draft: Case) -> [InterviewQuestion] {
    identity + speaker + origins
  }

  private func question(
    _ id: InterviewQuestion.ID, _ section: String, _ ask: String, because: String? = nil,
    hint: String? = nil, round: InterviewQuestion.Round = .frame, _ form: InterviewQuestion.Form
  ) -> InterviewQuestion {
    InterviewQuestion(
      id: id, round: round, section: section, ask: ask, because: because, hint: hint, form: form)
  }

  private var identity: [InterviewQuestion] {
    let section = "The collaboration"
    return [
      question(
        .kind, section, "Is this a real collaboration, or an example?",
        because: "An example shows how something works, and proves nothing.",
        .choice([
          .init(value: Case.Kind.real.rawValue, words: "real: it happened, or is happening"),
          .init(value: Case.Kind.illustration.rawValue, words: "an example: nobody lived it"),
        ])),
      question(
        .title, section, "What shall we call it?",
        because: "The name stands at the top of every page about it.",
        .text(most: 200)),
      question(
        .summary, section, "What is it about, in a sentence or two?",
        because: "A reader who knows nothing of it should see who works together on what.",
        .text(most: 4_000)),
      question(
        .start, section, "When did it start, or when will it?",
        because: "What became known only later must not count as known at the start.",
        hint: "A year, a month or a day: 2014, 2014-06 or 2014-06-03.", .date),
      question(
        .partners, section, "Who are the partners?",
        because: "Some things may differ from one partner to the next; then each is asked for.",
        hint: "The organisations or groups that work together.", .partners),
    ]
  }

  private var origins: [InterviewQuestion] {
    let section = "How it came about"
    var questions: [InterviewQuestion] = []
    if !theory.arrangements.isEmpty {
      questions.append(
        question(
          .arrangement, section, "Which form does it have?",
          because: "How closely partners are bound together changes what works.",
          .choice(theory.arrangements.map { .init(value: $0.id.text, words: $0.name) })))
    }
    if !theory.entryPoints.isEmpty {
      questions.append(
        question(
          .entryPoints, section, "Why did the partners come together?",
          because: "What brings partners together shapes what they start with.",
          hint: "More than one may hold.",
          .choices(
            theory.entryPoints.map {
              .init(value: $0.id.text, words: "\($0.name). \($0.explanation)")
            })))
    }
    if let concept = theory.caseFields.mandated.flatMap(theory.concept) {
      questions.append(
        question(
          .mandated, section, concept.question?.ask ?? "Did an authority impose it?",
          because: concept.question?.because,
          .choice([
            .init(value: "yes", words: "yes: \(concept.wording.high)"),
            .init(value: "no", words: "no: \(concept.wording.low)"),
          ])))
    }
    let ambition = theory.caseFields.ambition.flatMap(theory.concept)
    questions.append(
      question(
        .aims, section, "What is it meant to achieve?",
        because: ambition?.question?.because ?? "What came of it can only be judged by what it was for.",
        hint: ambition == nil ? nil : "For each aim, also how high it reaches.",
        .aims(ambition.map(Self.levels) ?? [])))
    return questions
  }

  private var speaker: [InterviewQuestion] {
    let section = "Who answers"
    return [
      question(
        .speaker, section, "Who says what follows: leaders, staff, somebody else?",
        because: "Leaders and staff often see the same thing differently, and the difference matters.",
        .optionalText),
      question(
        .source, section, "Where can it be read, if it can?",
        because: "What has a source can be checked by others.",
        hint: "It goes with each answer, unless you give another one there.", .optionalText),
    ]
  }

  func since(_ draft: Case) -> [InterviewQuestion] {
    let start = draft.start.map { " (\($0))" } ?? ""
    return [
      question(
        .events, "What has happened since", "What has happened since the start\(start)?",
        because: "An event may change what the theory says from its date on.",
        hint: "Only what was seen to change. What it led to is for the theory to say.", round: .since, .events
      ),
      question(
        .end, "How it ended", "How did it end, or how does it stand?",
        because: "It is kept apart: no assessment reads it. Later it shows whether the theory held.",
        round: .since, .end),
    ]
  }
}
