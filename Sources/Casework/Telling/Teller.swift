import Bibliography
import OrderedCollections
import ProgrammeTheory
import Reporting

/// What every telling of a theory needs: explanations of its configurations, its sources, and its words.
protocol Teller {
  var theory: Theory { get }
}

extension Teller {
  // MARK: Why

  /// The explanation of a configuration in one of its forms.
  func why(_ id: CMOConfiguration.ID, _ form: CMOConfiguration.Form = .told) -> Explanation.ID {
    form == .told ? id.text : "\(id.text)~reversed"
  }

  func why(_ strand: Strand) -> [Explanation.ID] {
    Array(OrderedSet(strand.configurations.map { why($0.id, $0.form) }))
  }

  func why(_ grounds: some Sequence<Ground>) -> [Explanation.ID] {
    Array(OrderedSet(grounds.map { why($0.configuration, $0.form) }))
  }

  /// Every configuration in each of its forms, with its places and their sources.
  var explanations: [Explanation] {
    theory.configurations.flatMap { configuration in
      configuration.forms.map { form in
        // Where the document gives no title, the sentence is the title, and isn't said twice.
        Explanation(
          id: why(form.id, form.form), title: theory.title(form),
          says: (form.title == nil ? "" : theory.sentence(form) + " ") + standingWords(form),
          basis: configuration.tellings.compactMap(theory.telling).map { basis($0) })
      }
    }
  }

  /// Where a telling stands, in which words, and whose work it names there.
  ///
  /// - Parameters:
  ///   - telling: the telling.
  ///   - unnamed: what is said where it names none.
  func basis(_ telling: Telling, unnamed: String = "source not given") -> Basis {
    let bearing: String =
      switch telling.bearing {
      case .supports: ""
      case .against: " (speaks against it)"
      case .null: " (found little or no effect)"
      }
    let works = theory.works(of: telling)
    let none = works.isEmpty ? " (\(unnamed))" : ""
    let words = telling.passage.map { ": " + $0.words(atMost: 200) } ?? ""
    let inverse = telling.inverts == nil ? "" : " (the authors' own reversal, no further evidence)"
    return Basis(
      place: Theory.capitalised(telling.place.words) + bearing + inverse + none + words, sources: works)
  }

  /// How well founded a configuration is, in words.
  func standingWords(_ form: CMOConfiguration) -> String {
    if form.form == .reversedByRule {
      return "Reversed by rule, a hypothesis and not evidence (\(form.reversibility.reason))."
    }
    return Theory.capitalised(evidenceWords(form.id)) + "."
  }

  func evidenceWords(_ id: CMOConfiguration.ID) -> String {
    let works = theory.evidence(for: id).supporting
    let included = works.filter { theory.role(of: $0) == .included }.count
    let status = theory.configuration(id)?.status == .hypothesised ? "a hypothesis; " : ""
    if works.isEmpty { return status + "source not given" }
    if included == 0 {
      let middle = works.allSatisfy { theory.role(of: $0) == .middleRange }
      return status
        + (middle ? "middle-range theory only" : "\(works.count) cited, none among the included studies")
    }
    return status + "\(included) included \(included == 1 ? "study" : "studies")"
      + (works.count > included ? " and \(works.count - included) other" : "")
  }

  /// The full citation without the link at its end, which is told apart.
  private func citation(_ reference: Reference) -> String {
    let full = reference.fullCitation
    guard let link = reference.doiURL ?? reference.url, full.hasSuffix(link) else { return full }
    return String(full.dropLast(link.count)).trimmedAtEnd
  }

  var sources: [SourceNote] {
    theory.references.map {
      SourceNote(id: $0.id, text: "[\($0.id)] \(citation($0))", link: $0.doiURL ?? $0.url)
    }
  }

  /// Sentences of which the first stand in the open.
  func listed(_ sentences: [Sentence], open: Int, _ rest: String) -> [Block] {
    guard sentences.count > open else { return [.list(sentences)] }
    return [
      .list(Array(sentences.prefix(open))),
      .details(
        summary: Sentence("\(sentences.count - open) \(rest)"),
        blocks: [.list(Array(sentences.dropFirst(open)))]),
    ]
  }

  // MARK: Words

  func name(_ concept: Concept.ID) -> String { theory.name(of: concept) }

  func names(_ concepts: some Sequence<Concept.ID>) -> String { Theory.list(concepts.map(name)) }

  /// The title of a configuration, to be put into a sentence: where the document gives none, its own sentence stands in.
  func title(_ configuration: CMOConfiguration) -> String {
    theory.title(configuration).withoutFullStop
  }

  /// How a concept is known to lie.
  func words(_ fact: Fact, of concept: Concept.ID) -> String {
    switch fact {
    case .lies(let direction, let much):
      theory.state(Literal(direction, concept, degree: much ? .much : .any))
    case .neither: "\(name(concept)): neither way"
    case .notApplicable: "\(name(concept)): not applicable"
    case .mixed: "\(name(concept)): mixed, high in one place and low in another"
    }
  }

  /// A title or name as it stands inside a sentence. A word in capitals, such as an abbreviation, keeps them.
  func lowered(_ text: String) -> String {
    text.dropFirst().first?.isUppercase == true ? text : text.prefix(1).lowercased() + text.dropFirst()
  }

  /// What a person wrote, without the full stop at its end, since it is put inside a sentence of ours.
  func clause(_ text: String) -> String {
    let text = text.trimmedAtEnd
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}

extension Theory {
  /// The line that every assessment carries: what the theory isn't about, in its own words, what no theory gives, and how
  /// far a partial document goes.
  var assessmentNotice: String {
    let part = identity.extent.words.map { " It is known here only in part: \($0)." } ?? ""
    return noticeBefore(
      "The theory gives directions, not sizes and no clock: nothing here is a probability.\(part)")
  }

  /// The theory's own notice, where it has one, and a sentence after it.
  func noticeBefore(_ sentence: String) -> String {
    [identity.notice?.closed, sentence].compactMap(\.self).joined(separator: " ")
  }
}

extension String {
  /// The text without a full stop at its end, to be put before one.
  var withoutFullStop: String { hasSuffix(".") && !hasSuffix("..") ? String(dropLast()) : self }

  /// The text as a sentence of its own, to be put before another one.
  var closed: String {
    let text = trimmedAtEnd
    return text.last.map { ".!?".contains($0) } == false ? text + "." : text
  }

  /// The text without white space at its end.
  fileprivate var trimmedAtEnd: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
