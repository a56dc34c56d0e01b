public import ProgrammeTheory

/// Questions from a theory about a collaboration, and the case that grows with each answer.
///
/// It is a value without a screen: a terminal asks its questions one after another, a web page one a page. All that has
/// been answered stands in ``draft``: something that was asked and isn't known is written so, and what is absent wasn't
/// asked yet. So an interview is taken up again from the case alone. Only ``voice`` and which concepts are about to be
/// asked partner by partner are of this sitting; they are asked again where no fact tells them yet.
///
/// Laws: withdrawing an answer to an open question gives the case back as it was; and the answers alone decide the case,
/// wherever the interview was left and taken up.
public struct CaseInterview: Sendable {
  /// Who says what is answered, and where it can be read.
  public struct Voice: Sendable, Hashable {
    /// Who says so; `nil` for nobody in particular.
    public var saidBy: String?
    /// Where it can be read; `nil` where that isn't said.
    public var source: String?

    /// Makes a voice.
    public init(saidBy: String? = nil, source: String? = nil) {
      self.saidBy = saidBy
      self.source = source
    }
  }

  /// What stands in a case for words that haven't been written yet.
  public static let unwritten = "Not yet written."

  /// The theory.
  public let theory: Theory
  /// The case, as far as it is told.
  public internal(set) var draft: Case
  /// Who speaks.
  public internal(set) var voice: Voice
  /// The questions, in the order in which they are asked. Some come only with an answer to another.
  public private(set) var questions: [InterviewQuestion] = []

  /// What was answered in this sitting and can't be told from the case: whether it is real, and the parts of the voice.
  var settled: Set<InterviewQuestion.ID> = []
  /// The concepts that are to be asked partner by partner, and of which nothing is told yet.
  var differing: Set<Concept.ID> = []
  /// Whether only facts of this voice count as answers.
  let isVoiceGiven: Bool
  private let list: QuestionList

  /// Begins an interview, or takes one up.
  ///
  /// - Parameters:
  ///   - theory: the theory that the questions come from.
  ///   - draft: the case so far.
  ///   - saidBy: who answers, such as staff. What others said of a concept then counts as theirs, and it is asked again.
  ///     Without it, whoever spoke last speaks on.
  public init(theory: Theory, draft: Case, saidBy: String? = nil) {
    self.theory = theory
    self.draft = draft
    isVoiceGiven = saidBy != nil
    let last = draft.facts.last { fact in saidBy.map { $0 == fact.saidBy } ?? true }
    voice = Voice(saidBy: saidBy ?? last?.saidBy)
    // The source is asked for anew in each sitting: the last one may have been given for one answer only.
    if saidBy != nil || last != nil { settled.insert(.speaker) }
    list = QuestionList(theory)
    refresh()
  }

  /// A case of which nothing is told yet.
  public static func blank(id: Case.ID, theory: Theory.ID) -> Case {
    Case(
      id: id, title: unwritten, summary: unwritten, kind: .real, theory: theory, fedTheory: false, beside: [],
      start: nil, roundMonths: nil, arrangement: nil, entryPoints: [], mandated: nil, partners: [], facts: [],
      aims: [], events: [], observations: [], further: [], end: nil)
  }

  /// Works the questions out anew, after an answer.
  mutating func refresh() {
    let told = Set(draft.facts.filter { $0.of != nil && isAnswer($0) }.map(\.concept))
    let general = Set(draft.facts.filter { $0.of == nil && isAnswer($0) }.map(\.concept))
    questions = list.questions(for: draft) {
      differing.contains($0) || told.contains($0) && !general.contains($0)
    }
  }

  /// The source that this voice named last; it may hold for what follows too.
  public var lastSource: String? {
    draft.facts.last { $0.source != nil && $0.saidBy == voice.saidBy }?.source
  }

  // MARK: Where it stands

  /// The question of an identifier, where it is asked now.
  public func question(_ id: InterviewQuestion.ID) -> InterviewQuestion? { questions.first { $0.id == id } }

  /// Whether a question has an answer, if only that it isn't known.
  public func isAnswered(_ id: InterviewQuestion.ID) -> Bool { answer(to: id) != nil }

  /// The questions that have no answer yet.
  public var open: [InterviewQuestion] { questions.filter { !isAnswered($0.id) } }

  /// How many questions have an answer, and how many there are.
  public var progress: (answered: Int, of: Int) { (questions.count - open.count, questions.count) }

  /// The number of a question, from 1.
  public func number(of id: InterviewQuestion.ID) -> Int? {
    questions.firstIndex { $0.id == id }.map { $0 + 1 }
  }

  /// The first open question after another; without another, the first of all.
  public func next(after id: InterviewQuestion.ID? = nil) -> InterviewQuestion? {
    let begin = id.flatMap(number) ?? 0
    return questions.dropFirst(begin).first { !isAnswered($0.id) }
  }

  /// The question before another, whether it has an answer or not; without another, the last of all.
  public func previous(before id: InterviewQuestion.ID? = nil) -> InterviewQuestion? {
    guard let id else { return questions.last }
    return number(of: id).flatMap { $0 > 1 ? questions[$0 - 2] : nil }
  }

  /// The concepts that words may mean, those of that very name first: for saying what an event moved.
  public func concepts(matching words: String) -> [Concept] {
    let wanted = words.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard !wanted.isEmpty, wanted.count <= 12 else { return [] }
    let found = theory.concepts.filter { concept in
      let own = ([concept.id.text, concept.name] + concept.phrases).joined(separator: " ").lowercased()
      return wanted.allSatisfy(own.contains)
    }
    let exact = found.filter { $0.name.lowercased() == words.lowercased() || $0.id.text == words }
    return exact + found.filter { concept in !exact.contains { $0.id == concept.id } }
  }
}
