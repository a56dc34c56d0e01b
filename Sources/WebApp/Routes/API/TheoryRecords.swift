import Bibliography
import ProgrammeTheory

// What the API gives of a theory. The fields are described in `APISchemas`; a test holds the two against each other.

/// A theory in brief.
struct TheoryRecord: Encodable {
  struct Phase: Encodable {
    let id: String
    let name: String
  }

  let id: String
  let title: String
  let version: String
  let language: String
  let summary: String
  let notice: String?
  let refines: String?
  let extent: String
  let concepts: Int
  let configurations: Int
  let tellings: Int
  let sources: Int
  let phases: [Phase]

  init(_ theory: Theory) {
    let identity = theory.identity
    id = identity.id.text
    title = identity.title
    version = identity.version
    language = identity.language
    summary = identity.summary
    notice = identity.notice
    refines = identity.refines?.text
    extent = identity.extent.reach.rawValue
    concepts = theory.concepts.count
    configurations = theory.configurations.count
    tellings = theory.tellings.count
    sources = theory.references.count
    phases = theory.phases.map { Phase(id: $0.id.text, name: $0.name) }
  }
}

/// A concept, where it stands, and what it leads to.
struct ConceptRecord: Encodable {
  struct Slots: Encodable {
    let context: [CMOConfiguration.ID]
    let condition: [CMOConfiguration.ID]
    let mechanism: [CMOConfiguration.ID]
    let outcome: [CMOConfiguration.ID]
  }

  struct Arrow: Encodable {
    let concept: Concept.ID
    let does: String
    let configuration: CMOConfiguration.ID
  }

  let id: Concept.ID
  let name: String
  let definition: String
  let phrases: [String]
  let scope: Concept.Scope
  let scale: Concept.Scale
  let low: String
  let high: String
  let group: String
  let question: String?
  let signsOfMore: [String]
  let signsOfLess: [String]
  let standsIn: Slots
  let comesFrom: [Arrow]
  let leadsTo: [Arrow]

  init(_ concept: Concept, in exploration: Exploration) {
    func standing(_ slot: ConfigurationSlot) -> [CMOConfiguration.ID] {
      exploration.theory.configurations.filter { $0.concepts(in: slot).contains(concept.id) }.map(\.id)
    }
    id = concept.id
    name = concept.name
    definition = concept.definition
    phrases = concept.phrases
    scope = concept.scope
    scale = concept.scale
    low = concept.wording.low
    high = concept.wording.high
    group = concept.group
    question = concept.question?.ask
    signsOfMore = concept.signs?.more ?? []
    signsOfLess = concept.signs?.less ?? []
    standsIn = Slots(
      context: standing(.context), condition: standing(.condition), mechanism: standing(.mechanism),
      outcome: standing(.outcome))
    let arrows = exploration.web.arrows
    comesFrom = arrows.filter { $0.to == concept.id }.map {
      Arrow(concept: $0.from, does: $0.sign.verb, configuration: $0.configuration)
    }
    leadsTo = arrows.filter { $0.from == concept.id }.map {
      Arrow(concept: $0.to, does: $0.sign.verb, configuration: $0.configuration)
    }
  }
}

/// A configuration with its slots and on what it rests.
struct ConfigurationRecord: Encodable {
  struct Mechanism: Encodable {
    let literals: [String]
    let origin: ProgrammeTheory.Mechanism.Origin
    let resource: String?
    let reasoning: String?
  }

  struct Evidence: Encodable {
    let footing: String
    let supporting: [String]
    let against: [String]
    let null: [String]
  }

  let id: CMOConfiguration.ID
  let title: String?
  let sentence: String
  let context: [String]
  /// Of each inner list one must hold, and of the outer one all.
  let conditions: [[String]]
  let mechanism: Mechanism?
  let outcome: [String]
  let phase: Phase.ID?
  let status: CMOConfiguration.Status
  let reverses: Bool
  let reversalReason: String
  let tellings: [Telling.ID]
  let evidence: Evidence
  let rivalries: [Rivalry.ID]
  let note: String?

  init(_ configuration: CMOConfiguration, in exploration: Exploration) {
    let theory = exploration.theory
    id = configuration.id
    title = configuration.title
    sentence = theory.sentence(configuration)
    context = configuration.context.map(\.description)
    conditions = configuration.conditions.map { $0.anyOf.map(\.description) }
    mechanism = configuration.mechanism.map {
      Mechanism(
        literals: $0.literals.map(\.description), origin: $0.origin, resource: $0.resource,
        reasoning: $0.reasoning)
    }
    outcome = configuration.outcome.map(\.description)
    phase = configuration.phase
    status = configuration.status
    reverses = configuration.reversibility.isAllowed
    reversalReason = configuration.reversibility.reason
    tellings = configuration.tellings
    let known = exploration.evidence(for: configuration.id)
    evidence = Evidence(
      footing: exploration.footing(of: configuration).rawValue, supporting: known.supporting,
      against: known.against,
      null: known.null)
    rivalries = theory.rivalries(of: configuration.id).map(\.id)
    note = configuration.note
  }
}

/// A telling with its place and works.
struct TellingRecord: Encodable {
  struct Slot: Encodable {
    let claim: String
    let words: String?
    let inference: Inference
  }

  let id: Telling.ID
  let form: Telling.Form
  let place: String
  let context: [Slot]
  let conditions: [Slot]
  let mechanism: [Slot]
  let outcome: [Slot]
  let sources: [String]
  let bearing: Bearing
  let sameAs: [Telling.ID]
  let inverts: Telling.ID?
  let refersTo: [Telling.ID]
  let configurations: [CMOConfiguration.ID]
  let note: String?

  init(_ telling: Telling, in exploration: Exploration) {
    func slots<Claim: CustomStringConvertible>(_ told: [Told<Claim>]) -> [Slot] {
      told.map { Slot(claim: $0.claim.description, words: $0.words, inference: $0.inference) }
    }
    id = telling.id
    form = telling.form
    place = telling.place.words
    context = slots(telling.context)
    conditions = slots(telling.conditions)
    mechanism = slots(telling.mechanism)
    outcome = slots(telling.outcome)
    sources = exploration.theory.works(of: telling)
    bearing = telling.bearing
    sameAs = exploration.theory.linked(to: telling).map(\.id)
    inverts = telling.inverts
    refersTo = telling.refersTo
    configurations = exploration.configurations(toldBy: telling.id).map(\.id)
    note = telling.note
  }
}

/// A source and what rests on it.
struct SourceRecord: Encodable {
  struct Characteristic: Encodable {
    let name: String
    let value: String
  }

  let id: String
  let role: Source.Role
  let short: String
  let citation: String
  let title: String?
  let doi: String?
  let characteristics: [Characteristic]
  let supports: [CMOConfiguration.ID]
  let against: [CMOConfiguration.ID]
  let null: [CMOConfiguration.ID]
  let tellings: [Telling.ID]

  init(_ reference: Reference, in exploration: Exploration) {
    let theory = exploration.theory
    func claims(_ works: (ProgrammeTheory.Evidence) -> [Reference.ID]) -> [CMOConfiguration.ID] {
      theory.configurations.map(\.id).filter { works(exploration.evidence(for: $0)).contains(reference.id) }
    }
    id = reference.id
    role = theory.role(of: reference.id)
    short = reference.shortCitation
    citation = reference.fullCitation
    title = reference.title
    doi = reference.doiURL
    characteristics = (theory.sources.first { $0.id == reference.id }?.characteristics ?? []).map {
      Characteristic(name: $0.name, value: $0.value)
    }
    supports = claims(\.supporting)
    against = claims(\.against)
    null = claims(\.null)
    tellings = theory.tellings.filter { theory.works(of: $0).contains(reference.id) }.map(\.id)
  }
}
