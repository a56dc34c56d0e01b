import Bibliography
import ProgrammeTheory

extension Exploration {
  /// What can be found in a theory, in the order in which equal ones are listed.
  static func entries(of theory: Theory, base: String) -> [SearchIndex.Entry] {
    let parts =
      concepts(of: theory) + configurations(of: theory) + settings(of: theory) + tellings(of: theory)
      + theory.references.map { reference in
        Found(
          .source(reference.id), "Source", reference.shortCitation, reference.fullCitation,
          "\(reference.id) \(theory.role(of: reference.id).words)")
      }
    return parts.map { part in
      SearchIndex.Entry(
        sort: part.sort, title: part.title, text: part.text, address: "\(base)/\(part.part.path)",
        otherWords: part.otherWords)
    }
  }

  private struct Found {
    let part: TheoryPart
    let sort: String
    let title: String
    let text: String
    let otherWords: String

    init(_ part: TheoryPart, _ sort: String, _ title: String, _ text: String, _ otherWords: String = "") {
      self.part = part
      self.sort = sort
      self.title = Theory.capitalised(title)
      self.text = text
      self.otherWords = otherWords
    }
  }

  private static func concepts(of theory: Theory) -> [Found] {
    theory.concepts.map { concept in
      let wording = concept.wording
      return Found(
        .concept(concept.id), "Concept", concept.name, concept.definition,
        ([concept.id.text, wording.low, wording.high] + concept.phrases).joined(separator: " "))
    }
  }

  private static func configurations(of theory: Theory) -> [Found] {
    theory.configurations.map {
      Found(
        .configuration($0.id), "How it works", theory.title($0), theory.sentence($0),
        [$0.id.text, $0.mechanism?.resource, $0.mechanism?.reasoning].compactMap(\.self).joined(
          separator: " ")
      )
    }
  }

  private static func settings(of theory: Theory) -> [Found] {
    theory.rivalries.map {
      Found(
        .rivalry($0.id), "Contradiction", $0.about, $0.readings.map(\.name).joined(separator: "; "),
        $0.id.text)
    }
      + theory.entryPoints.map {
        Found(.entryPoint($0.id), "Point of entry", $0.name, $0.explanation, $0.id.text)
      }
      + theory.patterns.map {
        Found(.pattern($0.id), "Loop or threshold", $0.name, $0.note ?? "", $0.id.text)
      }
      + theory.middleRangeTheories.map {
        Found(.middleRange($0.id), "Middle-range theory", $0.name, $0.about, $0.id.text)
      }
      + theory.levers.map { Found(.action($0.id), "Action", $0.name, theory.list(of: $0.moves), $0.id.text) }
  }

  private static func tellings(of theory: Theory) -> [Found] {
    theory.tellings.map { telling in
      let slots =
        (telling.context + telling.conditions + telling.mechanism).map { $0.words ?? theory.state($0.claim) }
        + telling.outcome.map { $0.words ?? theory.clause($0.claim) }
      return Found(
        .telling(telling.id), "Telling", telling.place.words, slots.joined(separator: "; "), telling.id.text)
    }
  }
}

extension Theory {
  /// What several effects do, as one clause.
  func list(of effects: [OutcomeEffect]) -> String { Self.list(effects.map(clause)) }
}
