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
    var candidates = Array(web.forms.indices)
    var step = 1
    while true {
      let ready = fire(candidates, at: step)
      guard !ready.isEmpty else { break }
      candidates = []
      // All that is ready fires at once, so that the step doesn't depend on the order of the document. What wasn't ready can
      // be so only by a literal that is new: looking at all forms at each step was a fifth of the time of an assessment.
      for index in ready {
        for place in web.forms[index].brings where reached[web.brought[place]] == 0 {
          reached[web.brought[place]] = step
          candidates += web.awaiting[web.brought[place]]
        }
      }
      step += 1
    }
  }

  /// Fires those of some forms that are ready and haven't fired; the same form may stand among them twice. A plain loop: a
  /// closure here would copy the whole value for each form, which was most of the time of an assessment.
  private mutating func fire(_ candidates: [Int], at step: Int) -> [Int] {
    var ready: [Int] = []
    for index in candidates where fired[index] == 0 && isReady(web.forms[index]) {
      fired[index] = step
      ready.append(index)
    }
    return ready
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

  /// Whether a condition is met: one of its literals holds.
  func truth(ofCondition condition: Int) -> Truth {
    var result = Truth.fails
    for place in web.conditions[condition] {
      switch truth(of: web.codes[place]) {
      case .holds: return .holds
      case .unknown: result = .unknown
      case .fails: continue
      }
    }
    return result
  }

  /// Whether a fact says what would refute a form that is reversed by rule; a mixed one refutes nothing.
  func isRefuted(by code: SignWeb.Code) -> Bool {
    if case .lies = facts[code.concept] { truth(of: code) == .holds } else { false }
  }

  private func isReady(_ form: SignWeb.Form) -> Bool {
    // What starts from nothing would fire whatever is known; a theory that was read has none.
    if form.starts.isEmpty { return false }
    for place in form.starts where truth(of: web.codes[place]) != .holds { return false }
    for place in form.refutedBy where isRefuted(by: web.codes[place]) { return false }
    for place in form.conditions where truth(ofCondition: place) != .holds { return false }
    return true
  }

  // MARK: What comes of it

  /// The step at which a concept is first moved, either way.
  func firstReached(_ concept: Int) -> Int? {
    [reached[2 * concept], reached[2 * concept + 1]].filter { $0 != 0 }.min()
  }

  /// What fires and brings a literal about, the earliest first.
  func grounds(for literal: Int) -> [Ground] {
    firings(among: web.bringing[literal])
  }

  /// What fires and buffers a concept, the earliest first.
  func buffers(of concept: Int) -> [Ground] {
    firings(among: web.buffering[concept])
  }

  private func firings(among forms: [Int]) -> [Ground] {
    var grounds: [Ground] = []
    for index in forms where fired[index] != 0 {
      grounds.append(
        Ground(configuration: web.values[index].id, form: web.values[index].form, step: fired[index]))
    }
    // Stable: grounds of one precedence keep the order of the document.
    return grounds.sorted { $0.precedence < $1.precedence }
  }
}
