import Foundation
import OrderedCollections
import ProgrammeTheory
import Reporting

extension ComparisonTeller {
  // MARK: What changed

  var changes: Part? {
    let blocks = changedClaims + changedConcepts + stances
    return blocks.isEmpty ? nil : Part(id: "changed", title: "What changed", blocks: blocks)
  }

  private static let wordSlots: Set<ComparedSlot> = [.id, .title, .reasoning, .note]

  /// Whether a difference is one of words alone: the reason of a judgement whose answer stays, or where a mechanism comes
  /// from that the other claim doesn't have.
  private func isOfWords(_ slot: SlotChange, of change: PartChange<CMOConfiguration.ID>) -> Bool {
    switch slot.slot {
    case .origin: slot.old.isEmpty || slot.new.isEmpty
    case .reversibility:
      old.configuration(change.old)?.reversibility.isAllowed
        == new.configuration(change.new)?.reversibility.isAllowed
    default: Self.wordSlots.contains(slot.slot)
    }
  }

  private var changedClaims: [Block] {
    let turned = Set(comparison.turns.map(\.new))
    let changed = inOrder(comparison.configurations.changed.filter { !turned.contains($0.new) })
    let (inWords, inSubstance) = (
      changed.filter { change in change.slots.allSatisfy { isOfWords($0, of: change) } },
      changed.filter { change in !change.slots.allSatisfy { isOfWords($0, of: change) } }
    )
    let shown = detail == .brief ? Array(inSubstance.prefix(8)) : inSubstance
    var blocks: [Block] = shown.flatMap { [.subheading(title($0.new, .new)), .table(table($0))] }
    let left = inSubstance.count - shown.count
    if left > 0 {
      blocks.append(.paragraph([Sentence("And \(left) more changed claims, which the full page lists.")]))
    }
    if !inWords.isEmpty {
      let sentences = inWords.map { change in
        Sentence("\(title(change.new, .new)): \(slotNames(change.slots)).", why: [why(change.new, .new)])
      }
      blocks += [.subheading("Claims that say the same in other words"), .list(cut(sentences))]
    }
    return blocks
  }

  private func inOrder(
    _ changes: [PartChange<CMOConfiguration.ID>]
  ) -> [PartChange<CMOConfiguration.ID>] {
    let place = Dictionary(
      new.configurations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return changes.sorted { (place[$0.new] ?? 0) < (place[$1.new] ?? 0) }
  }

  /// A changed claim: the old sentence beside the new, then each slot that differs.
  private func table(_ change: PartChange<CMOConfiguration.ID>) -> Table {
    let (before, after) = (claim(change.old, .old), claim(change.new, .new))
    let slots = change.slots.filter { !isOfWords($0, of: change) }
    return Table(
      caption: matchWords(change), columns: ["What", label(.old), label(.new)],
      rows: [[Cell("the whole"), Cell(before.text, why: before.why), Cell(after.text, why: after.why)]]
        + slots.map { slot in
          [Cell(slotName(slot.slot)), Cell(words(slot, .old)), Cell(words(slot, .new))]
        })
  }

  private func matchWords(_ change: PartChange<CMOConfiguration.ID>) -> String {
    switch change.match {
    case .identifier: "The claim “\(change.new)” in both"
    case .slots: "“\(change.old)” and “\(change.new)”, about the same concepts in the same slots"
    default: "“\(change.old)” and “\(change.new)”, about the same concepts"
    }
  }

  func slotName(_ slot: ComparedSlot) -> String {
    switch slot {
    case .id: "identifier"
    case .scope: "where it has its levels"
    case .wording: "wording of its ends"
    case .origin: "where the mechanism comes from"
    case .reversibility: "whether it reverses"
    case .status: "how well founded"
    case .about: "what it is about"
    default: slot.rawValue
    }
  }

  func slotNames(_ slots: [SlotChange]) -> String { Theory.list(slots.map { slotName($0.slot) }) }

  /// What stands in a slot, in words; what a partial document leaves out of it is said to be not told.
  private func words(_ change: SlotChange, _ side: ComparedSide) -> String {
    let texts = (side == .old ? change.old : change.new).map { words($0, change.slot, side) }
    let missing = (side == .old ? change.gained : change.lost).map { words($0, change.slot, side.other) }
    guard party(side).isPartial, !missing.isEmpty, change.isList || texts.isEmpty else {
      return texts.isEmpty ? "none" : texts.joined(separator: "; ")
    }
    if texts.isEmpty { return "not told there" }
    return texts.joined(separator: "; ") + " (not told there: \(missing.joined(separator: "; ")))"
  }

  private func words(_ text: String, _ slot: ComparedSlot, _ side: ComparedSide) -> String {
    switch slot {
    case .context, .conditions:
      text.components(separatedBy: " or ").map { Literal($0).map(theory(side).state) ?? $0 }.joined(
        separator: " or ")
    case .mechanism: Literal(text).map(theory(side).change) ?? text
    case .outcome, .moves: OutcomeEffect(text).map(theory(side).clause) ?? text
    case .status: text == "supported" ? "supported by studies" : "a hypothesis"
    default: text
    }
  }

  // MARK: Concepts

  private var changedConcepts: [Block] {
    let shown: Set<ComparedSlot> = [.name, .definition, .scope, .scale]
    let place = Dictionary(
      new.concepts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let changed = comparison.concepts.changed.sorted { (place[$0.new] ?? 0) < (place[$1.new] ?? 0) }
    let rows = changed.flatMap { change in
      change.slots.filter { shown.contains($0.slot) }.map { slot -> [Cell] in
        [
          Cell(name(change.new, .new)), Cell(slotName(slot.slot)),
          Cell(slot.old.isEmpty ? "none" : slot.old.joined(separator: "; ")),
          Cell(slot.new.isEmpty ? "none" : slot.new.joined(separator: "; ")),
        ]
      }
    }
    let others = changed.filter { !$0.slots.allSatisfy { shown.contains($0.slot) } }.map { change in
      let slots = change.slots.filter { !shown.contains($0.slot) }
      return Sentence("\(Theory.capitalised(name(change.new, .new))): \(slotNames(slots)).")
    }
    let table = Table(
      caption: "Concepts that are called or meant otherwise",
      columns: ["Concept", "What", label(.old), label(.new)],
      rows: rows)
    return (rows.isEmpty ? [] : [.subheading("Concepts"), .table(table)])
      + (others.isEmpty
        ? [] : [.details(summary: Sentence("What else of the concepts differs"), blocks: [.list(others)])])
  }

  private var stances: [Block] {
    let sentences = comparison.stances.compactMap { stance -> Sentence? in
      let lost = comparison.new.isPartial ? [] : stance.lost
      let gained = comparison.old.isPartial ? [] : stance.gained
      guard !gained.isEmpty || !lost.isEmpty else { return nil }
      let was = stance.oldSlots.isEmpty ? "in no claim" : "as \(list(stance.oldSlots))"
      let too = stance.oldSlots.isEmpty ? "" : " too"
      let now = [
        gained.isEmpty ? nil : "as \(list(gained))\(too)", lost.isEmpty ? nil : "no longer as \(list(lost))",
      ].compactMap(\.self).joined(separator: ", and ")
      let whys =
        why(new.configurations(with: stance.new, in: gained).map(\.id).prefix(4), .new)
        + why(old.configurations(with: stance.old, in: lost).map(\.id).prefix(4), .old)
      let verb = isRefinement ? ("stood", "now") : ("stands", "in \(called(.new))")
      return Sentence(
        "\(Theory.capitalised(name(stance.new, .new))) \(verb.0) \(was)\(isRefinement ? "" : " in \(called(.old))"); \(verb.1) \(now).",
        why: whys)
    }
    return sentences.isEmpty
      ? [] : [.subheading("Concepts that stand in other slots"), .list(cut(sentences, atMost: 12))]
  }

  private func list(_ slots: [ConfigurationSlot]) -> String { Theory.list(slots.map(\.rawValue)) }
}

extension SlotChange {
  /// Whether the slot holds a list, of which a partial document may tell a part.
  var isList: Bool {
    switch slot {
    case .phrases, .question, .signs, .context, .conditions, .mechanism, .outcome, .readings, .moves,
      .sources,
      .characteristics:
      true
    default: false
    }
  }
}

extension Theory {
  /// The configurations in which a concept stands in one of some slots.
  func configurations(with concept: Concept.ID, in slots: [ConfigurationSlot]) -> [CMOConfiguration] {
    configurations.filter { configuration in
      slots.contains { slot in
        switch slot {
        case .context: configuration.context.contains { $0.concept == concept }
        case .condition: configuration.conditions.contains { $0.anyOf.contains { $0.concept == concept } }
        case .mechanism: configuration.mechanism?.literals.contains { $0.concept == concept } ?? false
        case .outcome: configuration.outcome.contains { $0.concept == concept }
        }
      }
    }
  }
}
