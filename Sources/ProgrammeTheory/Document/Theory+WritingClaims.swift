internal import Documents

extension Telling {
  var document: DocumentValue {
    .fields(
      .name("id", id), .word("form", form), .place(place),
      passage.map { DocumentValue.Pair("passage", $0.document) }, .items("context", context.map(\.document)),
      .items("conditions", conditions.map(\.document)), .items("mechanism", mechanism.map(\.document)),
      .items("outcome", outcome.map(\.document)), DocumentValue.Pair("sources", attribution.document),
      .word("bearing", bearing, unless: .supports), .names("sameAs", sameAs), .name("inverts", inverts),
      .names("refersTo", refersTo), .text("note", note))
  }
}

extension Quotation {
  fileprivate var document: DocumentValue {
    .fields(
      .text("exact", exact), .text("prefix", prefix.isEmpty ? nil : prefix),
      .text("suffix", suffix.isEmpty ? nil : suffix), .number("start", start), .number("end", end),
      .text("page", page), .text("text", text))
  }
}

extension Told where Claim: LosslessStringConvertible {
  fileprivate var document: DocumentValue {
    .inlineFields(
      DocumentValue.Pair("is", .claim(claim)), .text("words", words),
      .word("inference", inference, unless: .stated))
  }
}

extension Telling.Attribution {
  fileprivate var document: DocumentValue {
    switch self {
    case .works(let works): .inlineList(works.map(DocumentValue.reference))
    case .asLinked: .text("as linked")
    case .notGiven: .text("not given")
    }
  }
}

extension CMOConfiguration {
  var document: DocumentValue {
    .fields(
      .name("id", id), .text("title", title), .claims("context", context),
      conditions.isEmpty
        ? nil : DocumentValue.Pair("conditions", .inlineList(conditions.map(\.document))),
      mechanism.map { DocumentValue.Pair("mechanism", $0.document) }, .claims("outcome", outcome),
      DocumentValue.Pair("reverses", reversibility.document), .name("phase", phase),
      .word("status", status, unless: .supported), .names("tellings", tellings), .text("note", note),
      .names("refines", refines))
  }
}

extension Condition {
  fileprivate var document: DocumentValue {
    if anyOf.count == 1, let literal = anyOf.first { return .claim(literal) }
    return .inlineFields(.claims("any", anyOf))
  }
}

extension Mechanism {
  fileprivate var document: DocumentValue {
    .fields(
      DocumentValue.Pair("is", .claims(literals)), .word("kind", origin), .text("resource", resource),
      .text("reasoning", reasoning))
  }
}

extension Reversibility {
  fileprivate var document: DocumentValue {
    .inlineFields(DocumentValue.Pair("answer", .yesOrNo(isAllowed)), .text("because", reason))
  }
}

extension Rivalry {
  var document: DocumentValue {
    .fields(
      .name("id", id), .text("about", about),
      .items(
        "readings",
        readings.map { reading in
          .inlineFields(.text("name", reading.name), .names("configurations", reading.configurations))
        }))
  }
}
