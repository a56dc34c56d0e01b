import Casework
import ProgrammeTheory

/// What a page is about: a collaboration that somebody described here, or a bundled case. The same pages are shown of both;
/// a bundled one can't be changed.
struct Subject: Sendable {
  /// Where its pages begin, such as `/collaborations/abc`.
  let base: String
  /// The case, as it stands or stood.
  let subject: Case
  let theory: Theory
  /// The collaboration that it is kept as; `nil` for a bundled case.
  let stored: StoredCollaboration?
  /// The bundled cases that it names to be set beside it. A document that was brought may name files too; these are never
  /// read here.
  var beside: [Case] = []

  var isBundled: Bool { stored == nil }

  /// The title, or words that stand for it until there is one.
  var title: String {
    subject.title == CaseInterview.unwritten ? "A collaboration without a name" : subject.title
  }
}

/// The pages about a case.
enum SubjectPlace: String, CaseIterable {
  case overview = ""
  case assessment, web, plan, watch, board

  var words: String {
    switch self {
    case .overview: "Overview"
    case .assessment: "What the theory says"
    case .web: "Causal web"
    case .plan: "Plan"
    case .watch: "Keep watch"
    case .board: "Tell the board"
    }
  }
}

extension PageHead {
  /// What stands around a page about a case.
  ///
  /// - Parameters:
  ///   - title: the page's title; the case's own is put behind it.
  ///   - subject: the case.
  ///   - place: which of the pages about the case it is, or belongs to.
  init(title: String, of subject: Subject, at place: SubjectPlace, scripts: [String] = []) {
    self.init(title: place == .overview && title == subject.title ? title : "\(title): \(subject.title)")
    // The overview bears the case's name itself.
    trail =
      [Link(words: "Home", address: "/")]
      + (place == .overview ? [] : [Link(words: subject.title, address: subject.base)])
    places = SubjectPlace.allCases.map {
      Place(
        words: $0.words, address: subject.base + ($0 == .overview ? "" : "/" + $0.rawValue),
        isCurrent: $0 == place)
    }
    self.scripts = scripts
  }

  /// What stands around a step of a task about a case.
  ///
  /// - Parameters:
  ///   - title: what is asked.
  ///   - subject: the case.
  ///   - back: where the step before is.
  ///   - isRefused: whether what was sent couldn't be used.
  init(step title: String, of subject: Subject, back: String, isRefused: Bool) {
    self.init(title: title)
    trail = [Link(words: "Home", address: "/"), Link(words: subject.title, address: subject.base)]
    self.back = Link(words: "Back", address: back)
    self.isRefused = isRefused
  }
}

extension Site {
  /// A collaboration of this site.
  ///
  /// - Throws: ``PageError/noCollaboration``, ``PageError/unknownTheory(_:)``.
  func collaboration(_ id: String, revision: Int? = nil) async throws -> Subject {
    let stored = try await store.collaboration(id, revision: revision)
    return Subject(
      base: "/collaborations/\(stored.id)", subject: stored.subject,
      theory: try library.theory(for: stored.subject),
      stored: stored, beside: beside(stored.subject))
  }

  /// A bundled case.
  func bundledCase(_ id: String) throws(PageError) -> Subject {
    guard let bundled = library.case(id) else { throw .noCollaboration }
    return Subject(
      base: "/cases/\(bundled.id)", subject: bundled.subject,
      theory: try library.theory(for: bundled.subject),
      stored: nil, beside: beside(bundled.subject))
  }

  private func beside(_ subject: Case) -> [Case] {
    subject.beside.compactMap { name in
      if case .bundled(let id) = name { library.case(id.text)?.subject } else { nil }
    }
  }
}
