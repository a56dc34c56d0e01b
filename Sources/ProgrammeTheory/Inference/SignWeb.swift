/// The forms of a theory's configurations, with concepts numbered, so that what-if questions by the hundred cost little.
/// It holds nothing that isn't in the theory and says nothing of its own.
///
/// A form is plain numbers that point into shared pools: in the profile of an assessment, four fifths of the time went
/// into counting references to arrays that each form held for itself.
struct SignWeb: Sendable {
  /// A literal as a number: twice the concept's place in the theory, plus one for less.
  struct Code: Sendable {
    let literal: Int
    let isMuch: Bool
    var concept: Int { literal >> 1 }
    var reversed: Int { literal ^ 1 }
  }

  /// One form of a configuration, as ranges of the pools.
  struct Form: Sendable {
    let configuration: Int
    /// What has to hold, among ``codes``.
    let starts: Range<Int>
    /// What would refute it, among ``codes``: for a form that is reversed by rule, a fact that its mechanism lies the
    /// other way.
    let refutedBy: Range<Int>
    /// The conditions, among ``conditions``.
    let conditions: Range<Int>
    /// The literals that it brings about, among ``brought``: its produced mechanism, and its outcome.
    let brings: Range<Int>
  }

  let places: [Concept.ID: Int]
  /// The place of each configuration in the theory.
  let configurations: [CMOConfiguration.ID: Int]
  private(set) var forms: [Form] = []
  /// The configurations in the form that they have, each at the place of its form.
  private(set) var values: [CMOConfiguration] = []
  private(set) var codes: [Code] = []
  /// Each condition, as a range of ``codes`` any of which suffices.
  private(set) var conditions: [Range<Int>] = []
  private(set) var brought: [Int] = []
  /// The forms that bring each literal about.
  private(set) var bringing: [[Int]]
  /// The forms that buffer each concept.
  private(set) var buffering: [[Int]]
  /// The forms that may start because of each literal: it stands among their starts or in their conditions.
  private(set) var awaiting: [[Int]]

  init(theory: Theory, without excluded: Set<CMOConfiguration.ID>) {
    places = Dictionary(
      theory.concepts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    configurations = Dictionary(
      theory.configurations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    // One more place than there are concepts: see code(_:).
    bringing = Array(repeating: [], count: 2 * theory.concepts.count + 2)
    buffering = Array(repeating: [], count: theory.concepts.count + 1)
    awaiting = bringing
    for (index, configuration) in theory.configurations.enumerated()
    where !excluded.contains(configuration.id) {
      for form in configuration.forms { add(form, index) }
    }
  }

  private mutating func add(_ form: CMOConfiguration, _ index: Int) {
    let starts = append(form.starts)
    let isRule = form.form == .reversedByRule && form.mechanism?.origin == .produced
    let refutedBy = append(isRule ? (form.mechanism?.literals ?? []).map(\.plain.reversed) : [])
    let first = conditions.count
    for condition in form.conditions { conditions.append(append(condition.anyOf)) }
    for place in [starts] + conditions[first...] {
      for code in codes[place] { awaiting[code.literal].append(forms.count) }
    }
    let brings = brought.count
    brought += form.brings.filter { places[$0.concept] != nil }.map { code($0).literal }
    for literal in Set(brought[brings...]) { bringing[literal].append(forms.count) }
    for effect in form.outcome where effect.change == .buffers {
      if let place = places[effect.concept] { buffering[place].append(forms.count) }
    }
    values.append(form)
    forms.append(
      Form(
        configuration: index, starts: starts, refutedBy: refutedBy, conditions: first..<conditions.count,
        brings: brings..<brought.count))
  }

  /// The forms that move or buffer a concept.
  func touching(_ concept: Int) -> [Int] {
    bringing[2 * concept] + bringing[2 * concept + 1] + buffering[concept]
  }

  private mutating func append(_ literals: [Literal]) -> Range<Int> {
    let first = codes.count
    codes += literals.map(code)
    return first..<codes.count
  }

  private func code(_ literal: Literal) -> Code {
    // A theory that was read names no unknown concept; one made by hand might, and then nothing meets the literal.
    let place = places[literal.concept] ?? places.count
    return Code(literal: 2 * place + (literal.direction == .more ? 0 : 1), isMuch: literal.degree == .much)
  }
}
