internal import Bibliography
internal import Documents

extension Source {
  var document: DocumentValue {
    let pairs = characteristics.map { DocumentValue.Pair($0.name, .text($0.value)) }
    return .inlineFields(
      DocumentValue.Pair("id", .reference(id)), .word("role", role),
      pairs.isEmpty ? nil : DocumentValue.Pair("characteristics", .inlineGroup(pairs)))
  }
}

extension MiddleRangeTheory {
  var document: DocumentValue {
    .fields(
      .name("id", id), .text("name", name), .text("about", about), .references("sources", sources),
      .names("explains", explains), .place(place))
  }
}

extension FlowStep {
  var document: DocumentValue {
    .inlineFields(
      .name("id", id), .text("what", what), .number("count", count), .text("unit", unit),
      .names("from", from), .place(place))
  }
}

extension Statement {
  var document: DocumentValue {
    .inlineGroup(
      ([.name("id", id), .text("kind", kind.word.rawValue)] + kind.pairs + [.place(place)])
        .compactMap(\.self))
  }
}

extension Statement.Kind {
  fileprivate var word: Statement.Word {
    switch self {
    case .count: .count
    case .tally: .tally
    case .page: .page
    case .included: .included
    case .quotation: .quotation
    case .reference: .reference
    }
  }

  fileprivate var pairs: [DocumentValue.Pair?] {
    func work(_ key: String, _ id: Reference.ID) -> DocumentValue.Pair {
      DocumentValue.Pair(key, .reference(id))
    }
    switch self {
    case .count(let of, let stated, let listed):
      let listed = DocumentValue.Pair("listed", .inlineList(listed.map(DocumentValue.reference)))
      return [.text("of", of), .number("stated", stated), listed]
    case .tally(let of, let stated, let characteristic, let value):
      return [
        .text("of", of), .number("stated", stated), .text("characteristic", characteristic),
        .text("value", value),
      ]
    case .page(let id, let page): return [work("work", id), .text("page", page)]
    case .included(let of, let works): return [.text("of", of), .references("works", works)]
    case .quotation(let introduced, let closed, let page):
      return [work("introduced", introduced), work("closed", closed), .text("page", page)]
    case .reference(let from, let to): return [.name("from", from), .name("to", to)]
    }
  }
}

extension Citation {
  var document: DocumentValue {
    // A citation's place stands in the citation itself. One of a table isn't read back, and so never written.
    var pairs: [DocumentValue.Pair?] = [.place(place)]
    if case .paragraph(let paragraph, let section) = place {
      pairs = [.text("section", section), .number("paragraph", paragraph)]
    }
    pairs.append(.references("works", works))
    if isListing { pairs.append(DocumentValue.Pair("listing", .yesOrNo(true))) }
    return .inlineGroup(pairs.compactMap(\.self))
  }
}
