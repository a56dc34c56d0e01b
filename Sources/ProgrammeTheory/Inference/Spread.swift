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
    var ready: [Int] = []
    var step = 1
    while true {
      ready.removeAll(keepingCapacity: true)
      waiting.removeAll { index in
        let isReady = isReady(web.forms[index])
        if isReady { ready.append(index) }
        return isReady
      }
      guard !ready.isEmpty else { break }
      // All that is ready fires at once, so that the step doesn't depend on the order of the document.
      for index in ready {
        fired[index] = step
        for place in web.forms[index].brings where reached[web.brought[place]] == 0 {
          reached[web.brought[place]] = step
        }
      }
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

  private func isReady(_ form: SignWeb.Form) -> Bool {
    form.starts.allSatisfy { truth(of: web.codes[$0]) == .holds }
      && form.conditions.allSatisfy { truth(ofCondition: $0) == .holds }
  }

  // MARK: What comes of it

  /// What fires and brings a literal about, the earliest first.
  func grounds(for literal: Int) -> [Ground] {
    firings { form in form.brings.contains { web.brought[$0] == literal } }
  }

  /// What fires and buffers a concept, the earliest first.
  func buffers(of concept: Int) -> [Ground] {
    firings { form in form.buffers.contains { web.buffered[$0] == concept } }
  }

  private func firings(where isWanted: (SignWeb.Form) -> Bool) -> [Ground] {
    web.forms.indices.filter { fired[$0] != 0 && isWanted(web.forms[$0]) }
      .map { Ground(configuration: web.values[$0].id, form: web.values[$0].form, step: fired[$0]) }
      // Stable: forms of one step keep the order of the document.
      .sorted { $0.step < $1.step }
  }
}
