import ProgrammeTheory

/// A form that asks for a part of a list: sent by GET, so that its answer has an address.
struct FilterForm: Sendable, Hashable {
  struct Option: Sendable, Hashable {
    let value: String
    let words: String
    let isChosen: Bool
  }

  /// A choice among several values; the first leaves it open.
  struct Choice: Sendable, Hashable {
    let name: String
    let label: String
    let options: [Option]

    init(
      _ name: String, _ label: String, open: String, _ options: [(value: String, words: String)],
      chosen: String?
    ) {
      self.name = name
      self.label = label
      self.options =
        [Option(value: "", words: open, isChosen: chosen == nil)]
        + options.map { Option(value: $0.value, words: $0.words, isChosen: $0.value == chosen) }
    }
  }

  /// Words that are looked for.
  struct Text: Sendable, Hashable {
    let name: String
    let label: String
    let value: String
  }

  let action: String
  let choices: [Choice]
  let text: Text?
  /// Whether anything is asked for, so that there is something to take away.
  let isUsed: Bool

  init(_ action: String, _ choices: [Choice], text: Text? = nil) {
    self.action = action
    self.choices = choices
    self.text = text
    isUsed =
      text?.value.isEmpty == false || choices.contains { choice in choice.options.first?.isChosen == false }
  }
}

extension Theory {
  /// The concepts as choices, by name.
  var conceptChoices: [(value: String, words: String)] {
    concepts.map { ($0.id.text, Self.capitalised($0.name)) }.sorted {
      ($0.words.lowercased(), $0.value) < ($1.words.lowercased(), $1.value)
    }
  }
}

extension FormFields {
  /// One of the values that a field may have; `nil` where it is empty.
  ///
  /// - Throws: ``PageError/unknownChoice(_:)`` for another one: to leave it out would show more than was asked for.
  func choice<Value: RawRepresentable<String>>(_ name: String, of type: Value.Type) throws(PageError)
    -> Value?
  {
    guard let text = text(name) else { return nil }
    guard let value = Value(rawValue: text) else { throw .unknownChoice(name) }
    return value
  }

  /// A concept of a theory.
  ///
  /// - Throws: ``PageError/unknownChoice(_:)`` where the theory doesn't have it.
  func concept(_ name: String, in theory: Theory) throws(PageError) -> Concept.ID? {
    guard let text = text(name) else { return nil }
    guard let id = Concept.ID(text), theory.concept(id) != nil else { throw .unknownChoice(name) }
    return id
  }

  /// A whole number within a range; the usual one where the field is empty.
  ///
  /// - Throws: ``PageError/unknownChoice(_:)`` for anything else.
  func number(_ name: String, in range: ClosedRange<Int>, usually: Int) throws(PageError) -> Int {
    guard let text = text(name) else { return usually }
    guard text.utf8.count <= 6, let number = Int(text), range.contains(number) else {
      throw .unknownChoice(name)
    }
    return number
  }

  /// Which configurations are asked for.
  ///
  /// - Throws: ``PageError/unknownChoice(_:)`` for what the theory doesn't have.
  func configurationFilter(in theory: Theory) throws(PageError) -> ConfigurationFilter {
    var filter = ConfigurationFilter()
    filter.concept = try concept("concept", in: theory)
    filter.mechanism = try concept("mechanism", in: theory)
    filter.slot = try choice("slot", of: ConfigurationSlot.self)
    filter.move = try choice("direction", of: ConfigurationFilter.Move.self)
    filter.evidence = try choice("evidence", of: ConfigurationFilter.Footing.self)
    if let text = text("phase") {
      guard let phase = theory.phases.first(where: { $0.id.text == text }) else {
        throw .unknownChoice("phase")
      }
      filter.phase = phase.id
    }
    filter.words = text("q") ?? ""
    return filter
  }
}

extension PageError {
  /// What is told of a filter with a value that there isn't. The value isn't repeated: it may be anything.
  static func unknownChoice(_ name: String) -> PageError {
    PageError(
      404, "No such filter", "This theory has nothing of the kind that the address asks for under “\(name)”.",
      "Go back, and choose from the list.")
  }
}
