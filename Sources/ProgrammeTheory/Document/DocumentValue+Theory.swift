package import Bibliography
package import Documents

/// How the parts of a document are written, a theory's and a case's alike.
extension DocumentValue {
  /// A group without the keys that hold nothing.
  package static func fields(_ pairs: Pair?...) -> DocumentValue { .group(pairs.compactMap(\.self)) }

  /// A group on one line, without the keys that hold nothing.
  package static func inlineFields(_ pairs: Pair?...) -> DocumentValue {
    .inlineGroup(pairs.compactMap(\.self))
  }

  /// A reference as lists of them name it: mostly a number.
  package static func reference(_ id: Reference.ID) -> DocumentValue {
    guard let number = Int(id), String(number) == id else { return .text(id) }
    return .whole(number)
  }

  package static func name<Owner>(_ id: Identifier<Owner>) -> DocumentValue { .text(id.text) }

  /// A literal or an effect.
  package static func claim(_ claim: some LosslessStringConvertible & Sendable) -> DocumentValue {
    .text(claim.description)
  }

  package static func claims(_ claims: [some LosslessStringConvertible & Sendable]) -> DocumentValue {
    .inlineList(claims.map(DocumentValue.claim))
  }

  static func range(_ range: DynamicsBlock.Range) -> DocumentValue {
    .inlineFields(
      Pair("from", .decimal(range.from)), Pair("to", .decimal(range.to)), .text("reason", range.reason))
  }
}

extension DocumentValue.Pair {
  package typealias Pair = DocumentValue.Pair

  package static func text(_ key: String, _ text: String?) -> Pair? { text.map { Pair(key, .text($0)) } }

  package static func name<Owner>(_ key: String, _ id: Identifier<Owner>?) -> Pair? {
    id.map { Pair(key, .name($0)) }
  }

  package static func number(_ key: String, _ number: Int?) -> Pair? { number.map { Pair(key, .whole($0)) } }

  /// A word of a closed list; left out where it is the one that holds without it.
  package static func word<Word: RawRepresentable<String> & Equatable>(
    _ key: String, _ word: Word, unless usual: Word? = nil
  ) -> Pair? {
    word == usual ? nil : Pair(key, .text(word.rawValue))
  }

  /// Short texts on one line.
  package static func texts(_ key: String, _ texts: [String]) -> Pair? {
    texts.isEmpty ? nil : Pair(key, .inlineList(texts.map(DocumentValue.text)))
  }

  package static func names<Owner>(_ key: String, _ ids: [Identifier<Owner>]) -> Pair? {
    ids.isEmpty ? nil : Pair(key, .inlineList(ids.map(DocumentValue.name)))
  }

  package static func claims(_ key: String, _ claims: [some LosslessStringConvertible & Sendable]) -> Pair? {
    claims.isEmpty ? nil : Pair(key, .claims(claims))
  }

  package static func references(_ key: String, _ ids: [Reference.ID]) -> Pair? {
    ids.isEmpty ? nil : Pair(key, .inlineList(ids.map(DocumentValue.reference)))
  }

  static func place(_ place: Place?) -> Pair? { place.map { Pair("place", $0.document) } }

  static func range(_ key: String, _ range: DynamicsBlock.Range?) -> Pair? {
    range.map { Pair(key, .range($0)) }
  }

  /// The items of a section or a slot, each on its own line or lines.
  package static func items(_ key: String, _ items: [DocumentValue]) -> Pair? {
    items.isEmpty ? nil : Pair(key, .list(items))
  }
}

extension Place {
  var document: DocumentValue {
    switch self {
    case .paragraph(let number, let section):
      .inlineFields(.text("section", section), .number("paragraph", number))
    case .row(let row, let table, let heading, let number):
      .inlineFields(
        .text("table", table), .text("row", row), .text("heading", heading), .number("number", number))
    }
  }
}
