import ProgrammeTheory

/// A point of entry.
struct EntryPointRecord: Encodable {
  let id: EntryPoint.ID
  let number: Int?
  let name: String
  let explanation: String
  let sets: [String]
  let sources: [String]
  let note: String?

  init(_ entry: EntryPoint) {
    id = entry.id
    number = entry.number
    name = entry.name
    explanation = entry.explanation
    sets = entry.sets.map(\.description)
    sources = entry.sources
    note = entry.note
  }
}

/// A loop of the web.
struct LoopRecord: Encodable {
  struct Step: Encodable {
    let from: String
    let to: String
    let configurations: [CMOConfiguration.ID]
    let isByRule: Bool
  }

  let id: String
  let sign: NamedPattern.Sign
  let runsBothWays: Bool
  let steps: [Step]
  let exits: [CMOConfiguration.ID]
  let entries: [CMOConfiguration.ID]

  init(_ loop: Loop) {
    id = loop.addressWord
    sign = loop.sign
    runsBothWays = loop.runsBothWays
    steps = loop.hops.map {
      Step(
        from: $0.from.description, to: $0.to.description, configurations: $0.configurations,
        isByRule: $0.isByRule)
    }
    exits = loop.exits
    entries = loop.entries
  }
}

/// A finding of `theory check`.
struct FindingRecord: Encodable {
  struct Subject: Encodable {
    let sort: String
    let id: String
  }

  let kind: String
  let number: Int
  let sentence: String
  let short: String
  let meaning: String
  let subjects: [Subject]
  let places: [String]

  init(_ numbered: Exploration.NumberedFinding) {
    let finding = numbered.finding
    kind = finding.kind.addressWord
    number = numbered.number
    sentence = finding.sentence
    short = finding.short
    meaning = finding.kind.meaning
    subjects = finding.subjects.map { Subject(sort: $0.sort, id: $0.id) }
    places = finding.places.map(\.words)
  }
}

/// How one concept leads to another.
struct PathsRecord: Encodable {
  struct Step: Encodable {
    let from: String
    let to: String
    let protects: Bool
    let through: [String]
    let together: [String]
    let configuration: CMOConfiguration.ID
    let form: CMOConfiguration.Form
  }

  struct Path: Encodable {
    let line: String
    let keepsDirection: Bool
    let stepsByRule: Int
    let steps: [Step]
  }

  let from: Concept.ID
  let to: Concept.ID
  let atMost: Int
  let items: [Path]
  let leftOut: Int
  let areAllFound: Bool

  init(_ chains: Chains, from start: Concept.ID, to end: Concept.ID, atMost length: Int, in theory: Theory) {
    from = start
    to = end
    atMost = length
    leftOut = chains.leftOut
    areAllFound = chains.areAllFound
    items = chains.chains.map { chain in
      Path(
        line: theory.line(chain), keepsDirection: chain.keepsDirection, stepsByRule: chain.stepsByRule,
        steps: chain.steps.map {
          Step(
            from: $0.from.description, to: $0.to.description, protects: $0.isBuffer,
            through: $0.through.map(\.description), together: $0.together.map(\.description),
            configuration: $0.configuration, form: $0.form)
        })
    }
  }
}
