public import Bibliography
public import ProgrammeTheory

extension Theory {
  /// The theory with every text that its authors may choose freely changed: not identifiers, which are held to a form.
  ///
  /// - Parameters:
  ///   - text: makes the new text of an old one; it is called once for each place.
  ///   - reference: makes the new name of a reference; it must give different names for different ones.
  public func mappingTexts(
    _ text: (String) -> String, reference: (Reference.ID) -> Reference.ID = { $0 }
  ) -> Theory {
    withoutActuallyEscaping(text) { text in
      withoutActuallyEscaping(reference) { reference in
        TextMapping(text: text, reference: reference).theory(self)
      }
    }
  }
}

extension String {
  /// The text without signs that references may not hold.
  public var withoutControlSigns: String {
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: unicodeScalars.filter { $0.properties.generalCategory != .control })
    return String(kept)
  }
}

/// Rebuilds the values of a theory with other texts.
struct TextMapping {
  let text: (String) -> String
  let reference: (Reference.ID) -> Reference.ID

  func theory(_ old: Theory) -> Theory {
    let identity = old.identity
    var theory = Theory(
      identity: Theory.Identity(
        id: identity.id, title: text(identity.title), version: text(identity.version),
        language: text(identity.language), summary: text(identity.summary), notice: identity.notice.map(text),
        citation: identity.citation.map(reference), licence: identity.licence.map(text),
        notes: identity.notes.map(text),
        extent: Extent(of: identity.extent.reach, note: identity.extent.note.map(text)),
        refines: identity.refines))
    theory.references = old.references.map { old in
      var new = old
      new.id = reference(old.id)
      // The reader of references refuses control signs.
      new.title = old.title.map { text($0).withoutControlSigns }
      return new
    }
    frame(of: old, into: &theory)
    claims(of: old, into: &theory)
    evidence(of: old, into: &theory)
    settings(of: old, into: &theory)
    theory.dynamics = old.dynamics.map(block)
    return theory
  }

  // MARK: Concepts

  private func frame(of old: Theory, into theory: inout Theory) {
    let groups = Dictionary(uniqueKeysWithValues: old.groups.map { ($0.id, text($0.id)) })
    theory.phases = old.phases.map { Phase(id: $0.id, name: text($0.name)) }
    theory.groups = old.groups.map { ConceptGroup(id: groups[$0.id] ?? $0.id, name: text($0.name)) }
    theory.concepts = old.concepts.map { concept($0, group: groups[$0.group] ?? $0.group) }
    theory.outlook = old.outlook
    theory.caseFields = old.caseFields
  }

  private func concept(_ old: Concept, group: String) -> Concept {
    Concept(
      id: old.id, name: text(old.name), definition: text(old.definition), phrases: old.phrases.map(text),
      scope: old.scope, scale: old.scale,
      wording: .init(
        low: text(old.wording.low), high: text(old.wording.high), falls: text(old.wording.falls),
        rises: text(old.wording.rises), veryLow: old.wording.veryLow.map(text),
        veryHigh: old.wording.veryHigh.map(text)),
      group: group, question: old.question.map { .init(ask: text($0.ask), because: $0.because.map(text)) },
      signs: old.signs.map { .init(more: $0.more.map(text), less: $0.less.map(text)) },
      coding: old.coding.map { coding in
        .init(
          include: coding.include.map(text),
          exclude: coding.exclude.map { .init(what: text($0.what), instead: $0.instead) })
      },
      refines: old.refines)
  }

  // MARK: Claims

  private func claims(of old: Theory, into theory: inout Theory) {
    theory.tellings = old.tellings.map(telling)
    theory.configurations = old.configurations.map(configuration)
    theory.rivalries = old.rivalries.map { rivalry in
      Rivalry(
        id: rivalry.id, about: text(rivalry.about),
        readings: rivalry.readings.map { .init(name: text($0.name), configurations: $0.configurations) })
    }
  }

  func place(_ old: Place) -> Place {
    switch old {
    case .paragraph(let number, let section): .paragraph(number, section: text(section))
    case .row(let row, let table, let heading, let number):
      .row(text(row), table: text(table), heading: heading.map(text), number: number)
    }
  }

  private func passage(_ old: Quotation) -> Quotation {
    let exact = text(old.exact)
    return Quotation(
      exact: exact, prefix: text(old.prefix), suffix: text(old.suffix), start: old.start,
      end: old.start + exact.unicodeScalars.count, page: old.page.map(text), text: old.text)
  }

  private func told<Claim>(_ old: Told<Claim>) -> Told<Claim> {
    Told(old.claim, words: old.words.map(text), inference: old.inference)
  }

  private func telling(_ old: Telling) -> Telling {
    var attribution = old.attribution
    if case .works(let works) = attribution { attribution = .works(works.map(reference)) }
    return Telling(
      id: old.id, form: old.form, place: place(old.place), passage: old.passage.map(passage),
      context: old.context.map(told),
      conditions: old.conditions.map(told), mechanism: old.mechanism.map(told),
      outcome: old.outcome.map(told),
      attribution: attribution, bearing: old.bearing, sameAs: old.sameAs, inverts: old.inverts,
      refersTo: old.refersTo, note: old.note.map(text))
  }

  private func configuration(_ old: CMOConfiguration) -> CMOConfiguration {
    CMOConfiguration(
      id: old.id, title: old.title.map(text), context: old.context, conditions: old.conditions,
      mechanism: old.mechanism.map {
        Mechanism(
          $0.literals, origin: $0.origin, resource: $0.resource.map(text), reasoning: $0.reasoning.map(text))
      },
      outcome: old.outcome,
      reversibility: Reversibility(
        isAllowed: old.reversibility.isAllowed, reason: text(old.reversibility.reason)),
      phase: old.phase, status: old.status, tellings: old.tellings, note: old.note.map(text),
      refines: old.refines, form: old.form)
  }
}
