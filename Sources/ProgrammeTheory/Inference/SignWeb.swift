/// The forms of a theory's configurations, with concepts numbered, so that what-if questions by the hundred cost little.
/// It holds nothing that isn't in the theory and says nothing of its own.
struct SignWeb: Sendable {
  /// A literal as a number: twice the concept's place in the theory, plus one for less.
  struct Code: Sendable {
    let literal: Int
    let isMuch: Bool
    var concept: Int { literal >> 1 }
    var reversed: Int { literal ^ 1 }
  }

  /// One form of a configuration.
  struct Form: Sendable {
    let configuration: Int
    let value: CMOConfiguration
    let starts: [Code]
    let conditions: [[Code]]
    /// The literals that it brings about: its produced mechanism, and its outcome.
    let brings: [Int]
    /// The concepts that it buffers.
    let buffers: [Int]

    /// Whether it moves or buffers a concept.
    func touches(_ concept: Int) -> Bool {
      brings.contains { $0 >> 1 == concept } || buffers.contains(concept)
    }
  }

  let concepts: [Concept.ID]
  let places: [Concept.ID: Int]
  let forms: [Form]
  let configurations: [CMOConfiguration.ID: Int]

  init(theory: Theory, without excluded: Set<CMOConfiguration.ID>) {
    concepts = theory.concepts.map(\.id)
    let places = Dictionary(concepts.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.places = places
    configurations = Dictionary(
      theory.configurations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    forms = theory.configurations.enumerated().flatMap { index, configuration -> [Form] in
      guard !excluded.contains(configuration.id) else { return [] }
      return configuration.forms.map { Form($0, index, places) }
    }
  }
}

extension SignWeb.Form {
  fileprivate init(_ form: CMOConfiguration, _ index: Int, _ places: [Concept.ID: Int]) {
    func code(_ literal: Literal) -> SignWeb.Code {
      // A theory that was read names no unknown concept; one made by hand might, and then nothing meets the literal.
      let place = places[literal.concept] ?? places.count
      return SignWeb.Code(
        literal: 2 * place + (literal.direction == .more ? 0 : 1), isMuch: literal.degree == .much)
    }
    configuration = index
    value = form
    starts = form.starts.map(code)
    conditions = form.conditions.map { $0.anyOf.map(code) }
    // A mechanism that starts the configuration, for want of a context, isn't also brought about by it.
    let isProduced = form.mechanism?.origin == .produced && !form.context.isEmpty
    let produced = isProduced ? form.mechanism?.literals ?? [] : []
    brings = (produced + form.outcome.compactMap(\.literal)).filter { places[$0.concept] != nil }
      .map { code($0).literal }
    buffers = form.outcome.filter { $0.change == .buffers }.compactMap { places[$0.concept] }
  }
}
