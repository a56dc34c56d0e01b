import Bibliography
import OrderedCollections
public import ProgrammeTheory
public import Reporting

extension TheoryTeller {
  /// How one concept leads to another: the chains, each step with its source and place.
  ///
  /// - Parameters:
  ///   - start: the concept that the chains start from.
  ///   - end: the concept that they end in.
  ///   - bound: the most configurations that a chain may have.
  ///   - most: the most chains to tell.
  public func paths(from start: Concept.ID, to end: Concept.ID, atMost bound: Int, most: Int) -> Page {
    let found = theory.chains(from: start, to: end, atMost: bound, most: most)
    let total = found.chains.count + found.leftOut
    let left =
      found.leftOut > 0 ? " The \(found.chains.count) shortest are told, \(found.leftOut) left out." : ""
    let story =
      total == 0
      ? "No chain of up to \(bound) configurations leads from \(name(start)) to \(name(end))."
      : "\(found.areAllFound ? "" : "At least ")\(total) \(total == 1 ? "chain" : "chains") of up to \(bound) configurations lead from \(name(start)) to "
        + "\(name(end)).\(left)"
    let parts = found.chains.enumerated().map { index, chain in
      Part(
        id: "chain-\(index + 1)", title: "\(index + 1). \(theory.line(chain))",
        blocks: [
          .paragraph([Sentence(effect(of: chain), mark: mark(chain))]),
          .list(chain.steps.map(told), ordered: true),
        ])
    }
    return page("From \(name(start)) to \(name(end))", story: [Sentence(story)], parts: parts)
  }

  private func mark(_ chain: Chain) -> Mark? {
    chain.isBuffer ? nil : chain.steps.last?.to.direction == .more ? .rises : .falls
  }

  private func effect(of chain: Chain) -> String {
    guard let first = chain.steps.first, let last = chain.steps.last else { return "" }
    let start = Theory.capitalised(theory.state(first.from))
    let end =
      chain.isBuffer ? theory.clause(OutcomeEffect(.buffers, last.to.concept)) : theory.change(last.to)
    let rule = chain.stepsByRule
    let reversed =
      rule == 0
      ? "" : " \(rule) of its \(chain.steps.count) steps \(rule == 1 ? "is" : "are") reversed by rule."
    return "\(start): \(end).\(reversed)"
  }

  private func told(_ step: Chain.Step) -> Sentence {
    guard let form = theory.configuration(step.configuration)?.forms.first(where: { $0.form == step.form })
    else {
      return Sentence(step.configuration.text)
    }
    return sentence(form)
  }

  /// A configuration as a sentence that carries its places and their sources in itself.
  func sentence(_ form: CMOConfiguration) -> Sentence {
    sentence(form, citing: form.tellings.compactMap(theory.telling))
  }

  private func sentence(_ form: CMOConfiguration, citing tellings: [Telling]) -> Sentence {
    let places = tellings.map { telling in
      let works = theory.works(of: telling).map { id in
        theory.reference(id).map { "\($0.shortCitation) [\(id)]" } ?? "[\(id)]"
      }
      return telling.place.words
        + (works.isEmpty ? ": source not given" : ": \(works.joined(separator: ", "))")
    }
    let rule = form.form == .reversedByRule ? " Reversed by rule, not evidence." : ""
    let cited = places.isEmpty ? "" : " (\(OrderedSet(places).joined(separator: "; ")))"
    return Sentence(theory.sentence(form) + rule + cited)
  }

  // MARK: Why

  /// What brings a concept about, and what brings that about in turn.
  public func reasons(for concept: Concept.ID) -> Page {
    let parts =
      Direction.allCases.compactMap { part(for: Literal($0, concept)) }
      + [protection(of: concept)].compactMap(\.self)
    let makers = theory.configurations.filter {
      $0.forms.contains { $0.brings.contains { $0.concept == concept } }
    }
    let loops = theory.loops(atMost: 3).loops.filter { $0.concepts.contains(concept) }.prefix(5)
    let circles = Part(
      id: "loops", title: "Circles through it",
      blocks: [.list(loops.map { Sentence(line($0), why: why($0)) })])
    return page(
      "Why \(name(concept))",
      story: [
        Sentence(theory.concept(concept)?.definition ?? ""),
        Sentence(
          "\(makers.count) \(makers.count == 1 ? "configuration brings" : "configurations bring") it about, more or less of it."
        ),
      ], parts: parts + (loops.isEmpty ? [] : [circles]))
  }

  /// What a literal is brought about by, as told before what holds only by rule.
  private func makers(of literal: Literal) -> [CMOConfiguration] {
    let forms = theory.configurations.flatMap(\.forms).filter { $0.brings.contains(literal) }
    return forms.filter { $0.form == .told } + forms.filter { $0.form == .reversedByRule }
  }

  private func part(for literal: Literal) -> Part? {
    let forms = makers(of: literal)
    guard !forms.isEmpty else { return nil }
    var blocks: [Block] = []
    for form in forms {
      blocks.append(.subheading(theory.title(form) + (form.form == .told ? "" : " (reversed)")))
      blocks.append(.list(quoted(form) + upstream(of: form, except: literal.concept)))
    }
    return Part(
      id: "why-\(literal.direction.rawValue)", title: "Why \(theory.change(literal))", blocks: blocks)
  }

  /// A configuration, and the very words on which it rests, as far as the document keeps them.
  private func quoted(_ form: CMOConfiguration) -> [Sentence] {
    let tellings = form.tellings.compactMap(theory.telling)
    guard form.form == .told else { return [sentence(form)] }
    let unquoted = tellings.filter { $0.passage == nil }
    // Without a title the heading is the sentence; where it rests on quotations alone, it isn't said twice.
    let isSaid = form.title == nil && unquoted.isEmpty && !tellings.isEmpty
    return (isSaid ? [] : [sentence(form, citing: unquoted)])
      + tellings.compactMap { telling -> Sentence? in
        guard let passage = telling.passage else { return nil }
        let works = cited(theory.works(of: telling))
        return Sentence(
          Theory.capitalised(telling.place.words) + (works.isEmpty ? "" : ", \(works)") + ": "
            + passage.words(atMost: 200))
      }
  }

  /// What brings the context of a configuration about, one step back, as told.
  private func upstream(of form: CMOConfiguration, except concept: Concept.ID) -> [Sentence] {
    form.starts.flatMap { start -> [Sentence] in
      let before = makers(of: start.plain).filter { maker in
        maker.form == .told && maker.id != form.id && !maker.starts.contains { $0.concept == concept }
      }
      guard !before.isEmpty else { return [] }
      let shown = before.prefix(3).map { maker in
        var told = sentence(maker)
        told.text = "Before that: " + told.text
        return told
      }
      let left = before.count - shown.count
      let more = Sentence("And \(left) more that bring about: \(theory.state(start)).", emphasis: .muted)
      return shown + (left > 0 ? [more] : [])
    }
  }

  private func protection(of concept: Concept.ID) -> Part? {
    let forms = theory.configurations.filter { $0.outcome.contains(OutcomeEffect(.buffers, concept)) }
    guard !forms.isEmpty else { return nil }
    return Part(
      id: "why-protected", title: "What makes a loss of it smaller", blocks: [.list(forms.map(sentence))])
  }
}
