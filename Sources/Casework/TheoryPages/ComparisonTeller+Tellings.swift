import ProgrammeTheory
import Reporting

/// Tellings of both theories: the passages on which they rest, and how they are coded.
extension ComparisonTeller {
  private typealias Change = PartChange<Telling.ID>

  /// How many tellings of both are quoted or coded otherwise; `nil` where none are.
  var tellingsInBrief: Sentence? {
    let changed = comparison.tellings.changed
    guard !changed.isEmpty else { return nil }
    let requoted = changed.filter { $0[.passage] != nil }
    let moved = requoted.count(where: isMoved)
    let (reworded, recoded) = (requoted.count - moved, changed.count(where: \.isRecoded))
    let told = [
      reworded == 0 ? nil : "\(reworded) \(reworded == 1 ? "is" : "are") quoted otherwise",
      moved == 0
        ? nil : "\(moved) \(moved == 1 ? "rests" : "rest") on the same words at another place of a text",
      recoded == 0 ? nil : "\(recoded) \(recoded == 1 ? "is" : "are") coded otherwise",
    ].compactMap(\.self)
    let shared = new.tellings.count - comparison.tellings.onlyInNew.count
    return Sentence("Of the \(count(shared, "telling", "tellings")) of both, \(Theory.list(told)).")
  }

  /// Whether the words of a telling are the same in both, and stand elsewhere.
  private func isMoved(_ change: Change) -> Bool {
    let words = old.telling(change.old)?.passage?.exact
    return words != nil && words == new.telling(change.new)?.passage?.exact
  }

  /// What differs in the tellings, below the places and works of the claims.
  var tellings: [Block] { changedPassages + recoded + freshTellings }

  private var changedPassages: [Block] {
    let changes = comparison.tellings.changed.filter { $0[.passage] != nil }
    guard !changes.isEmpty else { return [] }
    let (shown, caption) = cut(changes, under: "The words of tellings")
    let rows = shown.map { change in
      let (before, after) = (old.telling(change.old)?.passage, new.telling(change.new)?.passage)
      return [
        Cell(place(change), why: whys(change)), Cell(words(before, beside: after, .old)),
        Cell(words(after, beside: before, .new)),
      ]
    }
    return [
      .table(
        Table(
          caption: caption, columns: ["Telling", label(.old), label(.new)], rows: rows))
    ]
  }

  /// The words of a passage. Where the other side has the same, it is the place that differs.
  private func words(_ passage: Quotation?, beside other: Quotation?, _ side: ComparedSide) -> String {
    guard let passage else { return party(side).isPartial ? "not told there" : "no words are quoted" }
    let page = passage.page.map { ", page \($0)" } ?? ""
    let isMoved = passage.exact == other?.exact
    let place = isMoved ? ", signs \(passage.start) to \(passage.end)" : ""
    let text = isMoved && passage.text != other?.text ? " of text \(passage.text.prefix(8))" : ""
    return passage.words(atMost: detail == .brief ? 120 : 400) + page + place + text
  }

  private var recoded: [Block] {
    let changes = comparison.tellings.changed.filter(\.isRecoded)
    guard !changes.isEmpty else { return [] }
    let sentences = changes.map { change in
      let told = change.slots.filter { $0.slot != .passage }.map { slot in
        let name = slotName(slot.slot)
        guard slot.slot != .note else { return name }
        return "\(name), \(isRefinement ? "which was" : "which is") \(listed(slot.old)), and "
          + "\(isRefinement ? "now" : "there") \(listed(slot.new))"
      }
      return Sentence("\(place(change)): \(told.joined(separator: "; ")).", why: whys(change))
    }
    return [.subheading("Tellings that are coded otherwise"), .list(cut(sentences))]
  }

  private func listed(_ texts: [String]) -> String { texts.isEmpty ? "none" : texts.joined(separator: "; ") }

  private var freshTellings: [Block] {
    let (gone, come) = (comparison.tellings.onlyInOld.count, comparison.tellings.onlyInNew.count)
    let only = { (number: Int, side: ComparedSide) in
      "\(self.count(number, "telling stands", "tellings stand")) only in \(self.called(side))"
    }
    let told = [come == 0 ? nil : only(come, .new), gone == 0 ? nil : only(gone, .old)].compactMap(\.self)
    return told.isEmpty ? [] : [.paragraph([Sentence(told.joined(separator: "; ") + ".")])]
  }

  private func place(_ change: Change) -> String {
    let words = new.telling(change.new)?.place.words ?? change.new.text
    return Theory.capitalised("\(words) (“\(change.new)”)")
  }

  private func whys(_ change: Change) -> [String] {
    why(old.configurations.filter { $0.tellings.contains(change.old) }.map(\.id), .old)
      + why(new.configurations.filter { $0.tellings.contains(change.new) }.map(\.id), .new)
  }
}

extension PartChange<Telling.ID> {
  /// Whether something else than its passage differs.
  fileprivate var isRecoded: Bool { slots.contains { $0.slot != .passage } }
}
