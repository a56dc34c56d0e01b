import Bibliography
import ProgrammeTheory

extension CaseInterview {
  /// The interview with a question answered; an earlier answer to it is replaced.
  ///
  /// - Throws: ``AnswerRefusal`` when the answer is no answer to this question, in words for the person who gave it.
  public func answering(_ id: InterviewQuestion.ID, _ answer: InterviewAnswer) throws(AnswerRefusal)
    -> CaseInterview
  {
    guard let question = question(id) else { throw AnswerRefusal("This isn't asked here.") }
    if answer == .notKnown, !question.mayBeNotKnown {
      throw AnswerRefusal("“Not known” is no answer here. Answer it, or leave it open.")
    }
    if answer == .nothing, !question.mayBeNothing {
      throw AnswerRefusal("“None” is no answer here. Answer it, or leave it open.")
    }
    var next = self
    try next.take(answer, to: question)
    next.refresh()
    return next
  }

  /// The interview with a question open again: what was answered to it is taken out of the case.
  public func withdrawing(_ id: InterviewQuestion.ID) -> CaseInterview {
    var next = self
    switch id {
    case .kind:
      next.draft.kind = .real
      next.settled.remove(id)
    case .title: next.draft.title = Self.unwritten
    case .summary: next.draft.summary = Self.unwritten
    case .speaker, .source:
      if id == .speaker { next.voice.saidBy = nil } else { next.voice.source = nil }
      next.settled.remove(id)
    case .concept(let concept, let of, let towards):
      if let index = index(of: concept, of, towards) { next.draft.facts.remove(at: index) }
      if of == nil { next.differing.remove(concept) }
    case .start, .partners, .arrangement, .entryPoints, .mandated, .aims, .events, .end:
      next.clear(id)
    }
    next.refresh()
    return next
  }

  private mutating func clear(_ id: InterviewQuestion.ID) {
    guard let part = id.part else { return }
    draft.askedInVain.remove(part)
    switch part {
    case .start: draft.start = nil
    case .arrangement: draft.arrangement = nil
    case .entryPoints: draft.entryPoints = []
    case .mandated: draft.mandated = nil
    case .partners: draft.partners = []
    case .aims: draft.aims = []
    case .events: draft.events = []
    case .end: draft.end = nil
    }
  }

  // MARK: Taking an answer

  private mutating func take(_ answer: InterviewAnswer, to question: InterviewQuestion) throws(AnswerRefusal)
  {
    switch question.id {
    case .kind:
      draft.kind = try Case.Kind(rawValue: question.choice(in: answer)) ?? .real
      settled.insert(.kind)
    case .title: draft.title = try question.words(in: answer)
    case .summary: draft.summary = try question.words(in: answer)
    case .speaker:
      voice.saidBy = answer == .nothing ? nil : try question.words(in: answer)
      settled.insert(.speaker)
    case .source:
      voice.source = answer == .nothing ? nil : try question.words(in: answer)
      settled.insert(.source)
    case .concept(let concept, let of, let towards):
      try takeLevel(answer, to: question, concept, of, towards)
    case .start, .partners, .arrangement, .entryPoints, .mandated, .aims, .events, .end:
      try takePart(answer, to: question)
    }
  }

  private mutating func takePart(_ answer: InterviewAnswer, to question: InterviewQuestion)
    throws(AnswerRefusal)
  {
    guard let part = question.id.part else { return }
    let isVain = answer == .nothing || answer == .notKnown
    // Looked at before anything is changed.
    let partners = try part == .partners ? self.partners(in: isVain ? .partners([]) : answer) : []
    clear(question.id)
    if part == .partners { draft.partners = partners }
    if isVain {
      draft.askedInVain.insert(part)
      return
    }
    switch (part, answer) {
    case (.start, .date(let date)): draft.start = date
    case (.arrangement, _): draft.arrangement = try question.choice(in: answer)
    case (.mandated, _): draft.mandated = try question.choice(in: answer) == "yes"
    case (.entryPoints, _): draft.entryPoints = try question.choices(in: answer)
    case (.aims, .aims(let aims)): draft.aims = try InterviewQuestion.checked(aims)
    case (.events, .events(let events)): draft.events = try InterviewQuestion.checked(events)
    case (.end, .end(let end)): draft.end = try InterviewQuestion.checked(end)
    case (.partners, .partners): break
    default: throw AnswerRefusal.unfit
    }
  }

  /// The partners of these names; those who are known keep what is known of them.
  private func partners(in answer: InterviewAnswer) throws(AnswerRefusal) -> [Partner] {
    guard case .partners(let given) = answer else { throw AnswerRefusal.unfit }
    var partners: [Partner] = []
    for name in given {
      let name = try InterviewQuestion.tidied(name, most: 200)
      guard !partners.contains(where: { $0.name == name }) else {
        throw AnswerRefusal("“\(name)” stands there twice. Give each partner a name of its own.")
      }
      let known = draft.partners.first { $0.name == name }
      let taken = Set((draft.partners + partners).map(\.id.text))
      let id = known?.id ?? .named(after: name, or: "partner", unlike: taken)
      guard let id else { throw AnswerRefusal.unfit }
      partners.append(Partner(id: id, name: name, about: known?.about))
    }
    let used =
      draft.facts.flatMap { [$0.of, $0.towards] } + draft.observations.flatMap { [$0.of, $0.towards] }
    for gone in draft.partners where !partners.contains(where: { $0.id == gone.id }) && used.contains(gone.id)
    {
      throw AnswerRefusal("Something is already told of “\(gone.name)”, so it must stay among the partners.")
    }
    return partners
  }

  private mutating func takeLevel(
    _ answer: InterviewAnswer, to question: InterviewQuestion, _ concept: Concept.ID, _ of: Partner.ID?,
    _ towards: Partner.ID?
  ) throws(AnswerRefusal) {
    let at = index(of: concept, of, towards)
    if answer == .differs {
      guard case .level(_, mayDiffer: true) = question.form else { throw AnswerRefusal.unfit }
      if let at { draft.facts.remove(at: at) }
      differing.insert(concept)
      return
    }
    let (level, source, note) = try question.level(in: answer)
    let old = at.map { draft.facts[$0] }
    let isSame = old?.level == level
    let isTold = level != .notKnown && level != .notApplicable
    let fact = StatedFact(
      concept: concept, level: level, of: of, towards: towards, saidBy: voice.saidBy ?? old?.saidBy,
      source: source ?? (isSame ? old?.source : nil) ?? (isTold ? voice.source : nil),
      since: old?.since, note: note ?? (isSame ? old?.note : nil))
    if let at { draft.facts[at] = fact } else { draft.facts.append(fact) }
    guard of == nil else { return }
    // One answer for all takes the place of what this voice said of each.
    differing.remove(concept)
    let voice = voice
    let answers = draft.facts.filter { $0.concept == concept && $0.of != nil && isAnswer($0) }
    draft.facts.removeAll { answers.contains($0) && $0.saidBy == voice.saidBy }
  }
}

extension InterviewQuestion.ID {
  /// The part of the document that a question asks for, where it is one that may be asked for in vain.
  var part: Case.Part? {
    switch self {
    case .start: .start
    case .partners: .partners
    case .arrangement: .arrangement
    case .entryPoints: .entryPoints
    case .mandated: .mandated
    case .aims: .aims
    case .events: .events
    case .end: .end
    case .kind, .title, .summary, .speaker, .source, .concept: nil
    }
  }
}
