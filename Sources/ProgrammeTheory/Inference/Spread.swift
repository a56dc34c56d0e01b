/// How firing spreads from the facts over a web: the least fixed point, with the step at which each literal is first
/// reached and each form fires.
struct Spread: Sendable {
  let web: SignWeb
  /// What is known of each concept; one more place than there are concepts, for those that the theory lacks.
  let facts: [Fact?]
  /// The step at which each literal is first brought about; 0 for never.
  private(set) var reached: [Int]
  /// The step at which each form fires; 0 for never.
  private(set) var fired: [Int]
  /// The concept whose inferred changes are noted but lead nowhere.
  private let without: Int?

  init(web: SignWeb, facts: [Fact?], without: Int? = nil) {
    self.web = web
    self.facts = facts
    self.without = without
    reached = Array(repeating: 0, count: 2 * facts.count)
    fired = Array(repeating: 0, count: web.forms.count)
    var waiting = Array(web.forms.indices)
    var step = 1
    while !waiting.isEmpty {
      let ready = waiting.filter { isReady(web.forms[$0]) }
      guard !ready.isEmpty else { break }
      // All that is ready fires at once, so that the step doesn't depend on the order of the document.
      for index in ready {
        fired[index] = step
        for literal in web.forms[index].brings where reached[literal] == 0 { reached[literal] = step }
      }
      waiting.removeAll { fired[$0] != 0 }
      step += 1
    }
  }

  // MARK: Whether a literal holds

  func truth(of code: SignWeb.Code) -> Truth {
    if let fact = facts[code.concept] { return Self.truth(of: code, given: fact) }
    guard code.concept != without else { return .unknown }
    if reached[code.literal] != 0 { return code.isMuch ? .unknown : .holds }
    return reached[code.reversed] != 0 ? .fails : .unknown
  }

  private static func truth(of code: SignWeb.Code, given fact: Fact) -> Truth {
    switch fact {
    case .lies(let direction, let much):
      (direction == .more) == (code.literal & 1 == 0) && (much || !code.isMuch) ? .holds : .fails
    case .mixed: code.isMuch ? .unknown : .holds
    case .neither, .notApplicable: .fails
    }
  }

  func truth(of condition: [SignWeb.Code]) -> Truth {
    var result = Truth.fails
    for code in condition {
      switch truth(of: code) {
      case .holds: return .holds
      case .unknown: result = .unknown
      case .fails: continue
      }
    }
    return result
  }

  private func isReady(_ form: SignWeb.Form) -> Bool {
    // What starts from nothing would fire whatever is known; a theory that was read has none.
    !form.starts.isEmpty && form.starts.allSatisfy { truth(of: $0) == .holds }
      && form.conditions.allSatisfy { truth(of: $0) == .holds }
  }

  // MARK: What comes of it

  /// The step at which a concept is first moved, either way.
  func firstReached(_ concept: Int) -> Int? {
    [reached[2 * concept], reached[2 * concept + 1]].filter { $0 != 0 }.min()
  }

  /// What fires and brings a literal about, the earliest first.
  func grounds(for literal: Int) -> [Ground] {
    firings { $0.brings.contains(literal) }
  }

  /// What fires and buffers a concept, the earliest first.
  func buffers(of concept: Int) -> [Ground] {
    firings { $0.buffers.contains(concept) }
  }

  private func firings(where isWanted: (SignWeb.Form) -> Bool) -> [Ground] {
    web.forms.indices.filter { fired[$0] != 0 && isWanted(web.forms[$0]) }
      .map { Ground(configuration: web.forms[$0].value.id, form: web.forms[$0].value.form, step: fired[$0]) }
      // Stable: forms of one step keep the order of the document.
      .sorted { $0.step < $1.step }
  }
}
