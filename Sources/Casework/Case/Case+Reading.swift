import Bibliography
internal import Documents
import ProgrammeTheory

extension Case {
  static let keys = [
    "format", "id", "title", "summary", "kind", "theory", "fedTheory", "beside", "start", "roundMonths",
    "arrangement",
    "entryPoints", "mandated", "partners", "facts", "aims", "events", "observations", "further", "end",
  ]

  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: Self.keys) else { return nil }
    let format = map.required("format", "Write format: \(CaseDocument.format).")?.text()
    if let format, format != CaseDocument.format {
      map.optional("format")?.fault(
        "this version doesn't know the format \u{201C}\(format)\u{201D}", "It reads \(CaseDocument.format).")
    }
    let id: ID? = map.required("id", "Give the case an identifier.")?.identifier()
    let title = map.required("title", "Give the case a title.")?.text()
    let summary = map.required("summary", "Say in a few sentences what it is about.")?.text()
    let kind: Kind? = map.required("kind", "Write real or illustration.")?.choice()
    // First, since so many items may bring more faults than are kept.
    map.checkCounts()
    // Everything is read before anything is given up, so that every fault is told at once.
    let setting = Setting(map)
    let record = Record(map)
    map.checkWholeness()
    guard let id, let title, let summary, let kind else { return nil }
    self.init(
      id: id, title: title, summary: summary, kind: kind, theory: setting.theory,
      fedTheory: setting.fedTheory,
      beside: setting.beside, start: setting.start, roundMonths: setting.roundMonths,
      arrangement: setting.arrangement, entryPoints: setting.entryPoints, mandated: setting.mandated,
      partners: record.partners, facts: record.facts, aims: record.aims,
      events: record.events.sorted { $0.date.latest < $1.date.latest }, observations: record.observations,
      further: record.further, end: record.end, askedInVain: Self.askedInVain(map))
  }

  /// The parts that say that nothing is known of them, or that there is none.
  private static func askedInVain(_ map: DocumentMapping) -> Set<Part> {
    Set(
      Part.allCases.filter { part in
        guard let node = map.optional(part.rawValue) else { return false }
        return node.isNotKnown || part.isList && node.isSequence && node.isEmpty
      })
  }

  /// The fields that say what kind of case it is.
  private struct Setting {
    let theory: Theory.ID?
    let fedTheory: Bool
    let beside: [CaseName]
    let start: PartialDate?
    let roundMonths: Double?
    let arrangement: String?
    let entryPoints: [String]
    let mandated: Bool?

    init(_ map: DocumentMapping) {
      theory = map.optional("theory")?.identifier()
      fedTheory = map.optional("fedTheory")?.yesOrNo() ?? false
      beside = map.list("beside") { $0.caseName() }
      start = map.optional("start")?.known?.date()
      roundMonths = map.optional("roundMonths")?.number(in: 0.25...120)
      arrangement = map.optional("arrangement")?.known?.text()
      entryPoints = map.list("entryPoints") { $0.text() }
      mandated = map.optional("mandated")?.known?.yesOrNo()
    }
  }

  /// The lists of what is known, what happened and what was measured.
  private struct Record {
    let partners: [Partner]
    let facts: [StatedFact]
    let aims: [Aim]
    let events: [Event]
    let observations: [Observation]
    let further: [Remark]
    let end: End?

    init(_ map: DocumentMapping) {
      partners = map.list("partners", Partner.init)
      facts = map.list("facts", StatedFact.init)
      aims = map.list("aims", Aim.init)
      events = map.list("events", Event.init)
      observations = map.list("observations", Observation.init)
      further = map.list("further", Remark.init)
      end = map.optional("end")?.known.flatMap(End.init)
    }
  }
}

extension Case.Part {
  /// Whether it has items; otherwise it is one thing, which may be written as not known.
  var isList: Bool {
    switch self {
    case .entryPoints, .partners, .aims, .events: true
    case .start, .arrangement, .mandated, .end: false
    }
  }
}

extension Partner {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["id", "name", "about"]) else { return nil }
    let id: ID? = map.required("id", "Give the partner an identifier.")?.identifier()
    let name = map.required("name", "Name the partner.")?.text()
    let about = map.optional("about")?.text()
    guard let id, let name else { return nil }
    self.init(id: id, name: name, about: about)
  }
}

extension StatedFact {
  static let keys = ["concept", "is", "of", "towards", "saidBy", "source", "since", "note"]

  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: Self.keys) else { return nil }
    let concept: Concept.ID? = map.required("concept", "Name the concept.")?.identifier()
    let level: StatedLevel? = map.required("is", "Write how it lies, or: not known.")?.choice()
    map.checkDirection()
    let (of, towards): (Partner.ID?, Partner.ID?) = (
      map.optional("of")?.identifier(), map.optional("towards")?.identifier()
    )
    let (saidBy, source) = (map.optional("saidBy")?.text(), map.optional("source")?.text())
    let (since, note) = (map.optional("since")?.date(), map.optional("note")?.text())
    guard let concept, let level else { return nil }
    self.init(
      concept: concept, level: level, of: of, towards: towards, saidBy: saidBy, source: source, since: since,
      note: note)
  }
}

extension Aim {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["what", "ambition", "source"]) else { return nil }
    let what = map.required("what", "Say what is aimed at.")?.text()
    let ambition: StatedLevel? = map.required("ambition", "Write how high it reaches, or: not known.")?
      .choice()
    let source = map.optional("source")?.text()
    guard let what, let ambition else { return nil }
    self.init(what: what, ambition: ambition, source: source)
  }
}

extension Event {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["id", "date", "kind", "what", "moves", "source"]) else { return nil }
    let id: ID? = map.required("id", "Give the event an identifier.")?.identifier()
    let date = map.required("date", "Say when, such as 2014-06.")?.date()
    let kind: Kind? = map.required("kind", "Say what kind of event it was.")?.choice()
    let what = map.required("what", "Say what happened.")?.text()
    let moves: [OutcomeEffect] = map.list("moves") { move in
      guard let effect = move.effect() else { return nil }
      guard effect.direction != nil else {
        move.fault("an event can't \(effect.change.rawValue.dropLast()) a concept", "Write raises or lowers.")
        return nil
      }
      return effect
    }
    let source = map.optional("source")?.text()
    guard let id, let date, let kind, let what else { return nil }
    self.init(id: id, date: date, kind: kind, what: what, moves: moves, source: source)
  }
}

extension Observation {
  static let keys = [
    "date", "concept", "of", "towards", "score", "lowest", "highest", "instrument", "source",
  ]

  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: Self.keys) else { return nil }
    let bounds = -1_000_000.0...1_000_000.0
    let date = map.required("date", "Say when, such as 2014-06.")?.date()
    let concept: Concept.ID? = map.required("concept", "Name the concept.")?.identifier()
    let score = map.required("score", "Give the score.")?.number(in: bounds)
    let lowest = map.required("lowest", "Give the lowest score possible.")?.number(in: bounds)
    let highest = map.required("highest", "Give the highest score possible.")?.number(in: bounds)
    map.checkDirection()
    let (of, towards): (Partner.ID?, Partner.ID?) = (
      map.optional("of")?.identifier(), map.optional("towards")?.identifier()
    )
    let (instrument, source) = (map.optional("instrument")?.text(), map.optional("source")?.text())
    guard let date, let concept, let score, let lowest, let highest else { return nil }
    guard lowest < highest, (lowest...highest).contains(score) else {
      node.fault(
        "the score doesn't lie between the lowest and the highest possible", "Check the three numbers.")
      return nil
    }
    self.init(
      date: date, concept: concept, of: of, towards: towards, score: score, lowest: lowest,
      highest: highest, instrument: instrument, source: source)
  }
}

extension Remark {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["what", "source"]) else { return nil }
    let what = map.required("what", "Say what matters.")?.text()
    let source = map.optional("source")?.text()
    guard let what else { return nil }
    self.init(what: what, source: source)
  }
}

extension End {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["outcome", "date", "what", "source"]) else { return nil }
    let outcome: Outcome? = map.required("outcome", "Say how it ended.")?.choice()
    let what = map.required("what", "Say what happened.")?.text()
    let date = map.optional("date")?.date()
    let source = map.optional("source")?.text()
    guard let outcome, let what else { return nil }
    self.init(outcome: outcome, date: date, what: what, source: source)
  }
}
