internal import Documents

extension EntryPoint {
  var document: DocumentValue {
    .fields(
      .name("id", id), .number("number", number), .text("name", name), .text("explanation", explanation),
      .references("sources", sources), .claims("sets", sets), .place(place), .text("note", note))
  }
}

extension Arrangement {
  var document: DocumentValue {
    .fields(
      .name("id", id), .text("name", name), .number("integration", integration), .word("basis", basis),
      .texts("coveredBy", coveredBy), .place(place), .text("note", note))
  }
}

extension Lever {
  var document: DocumentValue {
    .fields(
      .name("id", id), .text("name", name), DocumentValue.Pair("moves", .claims(moves)),
      .name("phase", phase), .word("phaseBasis", phaseBasis, unless: .inferred), .place(place),
      .references("sources", sources), .text("note", note))
  }
}

extension NamedPattern {
  var document: DocumentValue {
    .group(
      ([.name("id", id), .text("name", name)] + kind.pairs
        + [
          .word("status", status), .references("sources", sources), .place(place), .text("note", note),
        ]).compactMap(\.self))
  }
}

extension NamedPattern.Kind {
  fileprivate var pairs: [DocumentValue.Pair?] {
    func kind(_ word: NamedPattern.Word) -> DocumentValue.Pair? { .word("kind", word) }
    switch self {
    case .loop(let through, let sign):
      return [kind(.loop), .names("through", through), .word("sign", sign)]
    case .scale(let low, let high): return [kind(.scale), .name("low", low), .name("high", high)]
    case .threshold(let of, let leads): return [kind(.threshold), .name("of", of), .name("leads", leads)]
    case .shift(let from, let to, let along):
      let from = DocumentValue.Pair("from", .inlineList(from.map(DocumentValue.name)))
      return [kind(.shift), from, .name("to", to), .names("along", along)]
    }
  }
}

extension Prospect {
  var document: DocumentValue {
    .inlineFields(.name("concept", concept), wanted.flatMap { .word("wanted", $0) })
  }
}

extension CaseFields {
  var document: DocumentValue {
    .fields(
      .name("mandated", mandated), .name("integration", integration), .name("ambition", ambition))
  }
}
