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
    let partners = map.list("partners", Partner.init)
    let facts = map.list("facts", StatedFact.init)
    let events = map.list("events", Event.init)
    let observations = map.list("observations", Observation.init)
    Self.checkPartners(map, partners)
    Self.checkUnique(map.list("partners"), partners.map(\.id.text))
    Self.checkUnique(map.list("events"), events.map(\.id.text))
    guard let id, let title, let summary, let kind else { return nil }
    self.init(
      id: id, title: title, summary: summary, kind: kind, theory: map.optional("theory")?.identifier(),
      fedTheory: map.optional("fedTheory")?.yesOrNo() ?? false,
      beside: map.list("beside") { $0.identifier() },
      start: map.optional("start")?.date(), roundMonths: map.optional("roundMonths")?.number(in: 0.25...120),
      arrangement: map.optional("arrangement")?.knownText(),
      entryPoints: map.list("entryPoints") { $0.text() },
      mandated: map.optional("mandated")?.knownYesOrNo(), partners: partners, facts: facts,
      aims: map.list("aims", Aim.init), events: events.sorted { $0.date.latest < $1.date.latest },
      observations: observations, further: map.list("further", Remark.init),
      end: map.optional("end").flatMap(End.init))
  }

  private static func checkPartners(_ map: DocumentMapping, _ partners: [Partner]) {
    let names = partners.map(\.id.text)
    for key in ["facts", "observations"] {
      for item in map.list(key) {
        for role: DocumentPath in ["of", "towards"] {
          guard let node = item.first(role), let name = node.text(), !names.contains(name) else { continue }
          node.fault(
            "no partner is called \u{201C}\(name)\u{201D}",
            names.isEmpty ? "List the partners first." : "The partners are \(names.joined(separator: ", ")).")
        }
      }
    }
  }

  private static func checkUnique(_ nodes: [DocumentNode], _ ids: [String]) {
    var seen: Set<String> = []
    for (node, id) in zip(nodes, ids) where !seen.insert(id).inserted {
      node.fault("\u{201C}\(id)\u{201D} stands twice", "Give each its own identifier.")
    }
  }
}

extension Partner {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["id", "name", "about"]) else { return nil }
    let id: ID? = map.required("id", "Give the partner an identifier.")?.identifier()
    let name = map.required("name", "Name the partner.")?.text()
    guard let id, let name else { return nil }
    self.init(id: id, name: name, about: map.optional("about")?.text())
  }
}

extension StatedFact {
  static let keys = ["concept", "is", "of", "towards", "saidBy", "source", "since", "note"]

  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: Self.keys) else { return nil }
    let concept: Concept.ID? = map.required("concept", "Name the concept.")?.identifier()
    let level: StatedLevel? = map.required("is", "Write how it lies, or: not known.")?.choice()
    if map.optional("towards") != nil && map.optional("of") == nil {
      node.fault("it says towards whom, and not whose it is", "Add: of.")
    }
    guard let concept, let level else { return nil }
    self.init(
      concept: concept, level: level, of: map.optional("of")?.identifier(),
      towards: map.optional("towards")?.identifier(), saidBy: map.optional("saidBy")?.text(),
      source: map.optional("source")?.text(), since: map.optional("since")?.date(),
      note: map.optional("note")?.text())
  }
}

extension Aim {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["what", "ambition", "source"]) else { return nil }
    let what = map.required("what", "Say what is aimed at.")?.text()
    let ambition: StatedLevel? = map.required("ambition", "Write how high it reaches, or: not known.")?
      .choice()
    guard let what, let ambition else { return nil }
    self.init(what: what, ambition: ambition, source: map.optional("source")?.text())
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
    guard let id, let date, let kind, let what else { return nil }
    self.init(
      id: id, date: date, kind: kind, what: what, moves: moves, source: map.optional("source")?.text())
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
    guard let date, let concept, let score, let lowest, let highest else { return nil }
    guard lowest < highest, (lowest...highest).contains(score) else {
      node.fault(
        "the score doesn't lie between the lowest and the highest possible", "Check the three numbers.")
      return nil
    }
    self.init(
      date: date, concept: concept, of: map.optional("of")?.identifier(),
      towards: map.optional("towards")?.identifier(), score: score, lowest: lowest, highest: highest,
      instrument: map.optional("instrument")?.text(), source: map.optional("source")?.text())
  }
}

extension Remark {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["what", "source"]),
      let what = map.required("what", "Say what matters.")?.text()
    else { return nil }
    self.init(what: what, source: map.optional("source")?.text())
  }
}

extension End {
  init?(_ node: DocumentNode) {
    guard let map = node.mapping(keys: ["outcome", "date", "what", "source"]) else { return nil }
    let outcome: Outcome? = map.required("outcome", "Say how it ended.")?.choice()
    let what = map.required("what", "Say what happened.")?.text()
    guard let outcome, let what else { return nil }
    self.init(
      outcome: outcome, date: map.optional("date")?.date(), what: what, source: map.optional("source")?.text()
    )
  }
}
