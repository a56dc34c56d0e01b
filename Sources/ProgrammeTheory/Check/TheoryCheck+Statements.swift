import Bibliography
import OrderedCollections

/// What the authors say of their own text, held against it.
extension TheoryCheck {
  /// Counts, tallies, pages, quotations and works called included, then the flow of documents.
  func statements() -> [Finding] {
    theory.statements.compactMap(finding) + calledIncluded() + theory.flow.compactMap(flow)
  }

  private func finding(_ statement: Statement) -> Finding? {
    switch statement.kind {
    case .count(let of, let stated, let listed): count(statement, of, stated, listed)
    case .tally(let of, let stated, let characteristic, let value):
      tally(statement, of, stated, Source.Characteristic(name: characteristic, value: value))
    case .page(let cited, let page): self.page(statement, cited, page)
    case .quotation(let introduced, let closed, let page): quotation(statement, introduced, closed, page)
    case .included, .reference: nil
    }
  }

  // MARK: Numbers

  /// A work that is listed twice counts once.
  private func count(_ statement: Statement, _ of: String, _ stated: Int, _ listed: [Reference.ID])
    -> Finding?
  {
    let distinct = OrderedSet(listed)
    guard distinct.count != stated else { return nil }
    let twice = distinct.filter { id in listed.count { $0 == id } > 1 }
    let again = twice.isEmpty ? "" : " (\(twice.map { "[\($0)]" }.listed) stands more than once)"
    let lists = twice.isEmpty ? "\(listed.count)" : "\(listed.count), of which \(distinct.count) are distinct"
    return Finding(
      kind: .countMismatch, subjects: [.statement(statement.id)] + twice.map { .source($0) },
      places: [.text(statement.place)],
      sentence: "\(of.asSentence): the text says \(stated) and lists \(lists)\(again).",
      short: "\(of): says \(stated), lists \(distinct.count)" + (twice.isEmpty ? "" : " distinct"))
  }

  private func tally(
    _ statement: Statement, _ of: String, _ stated: Int, _ characteristic: Source.Characteristic
  ) -> Finding? {
    let having = theory.sources.filter { $0.characteristics.contains(characteristic) }
    guard having.count != stated else { return nil }
    let found = having.isEmpty ? "none" : "\(having.count)"
    return Finding(
      kind: .tallyMismatch, subjects: [.statement(statement.id)] + having.map { .source($0.id) },
      places: [.text(statement.place)],
      sentence: "\(of.asSentence): the text says \(stated), and \(found) of the studies listed "
        + "\(having.count == 1 ? "has" : "have") the \(characteristic.name) \u{201C}\(characteristic.value)\u{201D}.",
      short: "\(of): says \(stated), lists \(having.count)")
  }

  /// More can't come out of a step than went in; fewer may well, where documents are screened out. Steps that count in
  /// different units can't be compared.
  private func flow(_ step: FlowStep) -> Finding? {
    let from = step.from.compactMap { id in theory.flow.first { $0.id == id } }
    let most = from.reduce(into: 0) { $0 += $1.count }
    guard !from.isEmpty, from.count == step.from.count, from.allSatisfy({ $0.unit == step.unit }),
      step.count > most
    else { return nil }
    return Finding(
      kind: .flowMismatch, subjects: [.flow(step.id)] + from.map { .flow($0.id) },
      places: ([step.place] + from.map(\.place)).compactMap(\.self).map { .text($0) },
      sentence: "\(step.what.asSentence): \(step.count) come out where \(most) \(step.unit) went in.",
      short: "\(step.what): \(step.count) out of \(most)")
  }

  // MARK: Works

  private func page(_ statement: Statement, _ cited: Reference.ID, _ page: String) -> Finding? {
    guard let reference = references[cited], let range = reference.pageRange,
      range.contains(page: page) == false
    else { return nil }
    return Finding(
      kind: .pageOutsideRange, subjects: [.statement(statement.id), .source(cited)],
      places: [.text(statement.place), .reference(cited)],
      sentence: "Page \(page) is cited from \(work(cited)), which has the pages \(range).",
      short: "[\(cited)], p. \(page), has pages \(range)")
  }

  private func quotation(
    _ statement: Statement, _ introduced: Reference.ID, _ closed: Reference.ID, _ page: String?
  ) -> Finding? {
    guard introduced != closed, canonical(introduced) != canonical(closed) else { return nil }
    let fits = [introduced, closed].filter { id in
      page.flatMap { references[id]?.contains(page: $0) } ?? false
    }
    let hint = fits.count == 1 ? "; the page is one of [\(fits[0])]" : ""
    return Finding(
      kind: .quotationOfTwoWorks,
      subjects: [.statement(statement.id), .source(introduced), .source(closed)],
      places: [.text(statement.place), .reference(introduced), .reference(closed)],
      sentence: "A quotation from \(work(introduced)) is closed with \(work(closed))\(hint).",
      short: "from [\(introduced)]" + (page.map { ", p. \($0)," } ?? "") + " closed with [\(closed)]")
  }

  /// One finding a work, with every place that calls it included.
  private func calledIncluded() -> [Finding] {
    var places: OrderedDictionary<Reference.ID, [Statement]> = [:]
    for statement in theory.statements {
      guard case .included(_, let works) = statement.kind else { continue }
      for id in OrderedSet(works) where roles[id] != .included { places[id, default: []].append(statement) }
    }
    return places.map { id, statements in
      let twin = theory.sources.first { $0.role == .included && canonical($0.id) == canonical(id) }
      let hint = twin.map { "; [\($0.id)] is the same work, and is on it" } ?? ""
      return Finding(
        kind: .calledIncludedButNotListed, subjects: [.source(id)] + statements.map { .statement($0.id) },
        places: statements.map { .text($0.place) } + [.reference(id)],
        sentence: "\(work(id)) is called an included study, and isn\u{2019}t on the list of them\(hint).",
        short: work(id) + (twin.map { " (the work of [\($0.id)])" } ?? ""))
    }
  }
}
