internal import Documents

extension Phase {
  var document: DocumentValue { .inlineFields(.name("id", id), .text("name", name)) }
}

extension ConceptGroup {
  var document: DocumentValue { .inlineFields(.text("id", id), .text("name", name), .name("phase", phase)) }
}

extension Concept {
  var document: DocumentValue {
    .fields(
      .name("id", id), .text("name", name), .text("definition", definition), .texts("phrases", phrases),
      .word("scope", scope), .word("scale", scale), .text("low", wording.low), .text("high", wording.high),
      .text("falls", wording.falls), .text("rises", wording.rises),
      .text("veryLow", wording.veryLow), .text("veryHigh", wording.veryHigh), .text("group", group),
      question.map { DocumentValue.Pair("question", $0.document) },
      signs.map { DocumentValue.Pair("signs", $0.document) },
      coding.map { DocumentValue.Pair("coding", $0.document) }, .names("refines", refines))
  }
}

extension Concept.Question {
  fileprivate var document: DocumentValue { .inlineFields(.text("ask", ask), .text("because", because)) }
}

extension Concept.Signs {
  fileprivate var document: DocumentValue { .inlineFields(.texts("more", more), .texts("less", less)) }
}

extension Concept.Coding {
  fileprivate var document: DocumentValue {
    .fields(
      .items("include", include.map(DocumentValue.text)), .items("exclude", exclude.map(\.document)))
  }
}

extension Concept.Coding.Exclusion {
  fileprivate var document: DocumentValue { .inlineFields(.text("what", what), .name("instead", instead)) }
}
