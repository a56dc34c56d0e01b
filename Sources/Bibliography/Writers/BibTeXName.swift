/// A name as BibTeX has it: "von Last, Jr, First" for a person, and in braces for a body.
struct BibTeXName {
  /// The name, escaped; empty where there is none.
  let text: String
  /// Whether the name can be had back from the text.
  let isExact: Bool

  init(_ name: Name) {
    if let literal = name.literal {
      let written = LineText(literal).written
      text = written.isEmpty ? "" : "{\(TeXText.escaped(written))}"
      isExact = BibTeXEntry.isKept(literal) && name == Name(literal: literal)
      return
    }
    let particle = name.nonDroppingParticle
    let particleStands = particle.map(Self.isParticle) ?? true
    let family =
      particleStands ? name.family ?? "" : [particle, name.family].compactMap { $0 }.joined(separator: " ")
    let given = Self.part([name.given, name.droppingParticle].compactMap { $0 }.joined(separator: " "))
    let suffix = name.suffix.map(Self.part)
    var last = Self.last(family)
    if particleStands, let particle, !last.isEmpty { last = "\(TeXText.escaped(particle)) \(last)" }
    // Of several words without a comma the first would be given names.
    let isOneWord = particle == nil && !last.hasPrefix("{") && !last.contains(" ")
    if last.isEmpty {
      text = given.isEmpty ? "" : "{\(given)}"
    } else if let suffix {
      text = "\(last), \(suffix), \(given)"
    } else {
      text = given.isEmpty ? last + (isOneWord ? "" : ",") : "\(last), \(given)"
    }
    let told = [name.family, name.given, name.suffix].compactMap { $0 }
    isExact =
      name.family != nil && particleStands && name.droppingParticle == nil && name.otherFields.isEmpty
      && told.allSatisfy(BibTeXEntry.isKept)
  }

  /// Words in small letters, which BibTeX takes for the particle before a family name.
  private static func isParticle(_ text: String) -> Bool {
    BibTeXEntry.isKept(text) && !text.contains(",") && !hasAnd(text)
      && text.split(separator: " ").allSatisfy { $0.first?.isLowercase == true }
  }

  /// A family name: in braces where BibTeX would take a part of it for a particle.
  private static func last(_ family: String) -> String {
    let hasSmallWord = family.split(separator: " ").contains { $0.first?.isLowercase == true }
    let part = part(family)
    return hasSmallWord && !part.hasPrefix("{") && !part.isEmpty ? "{\(part)}" : part
  }

  /// A part of a name, in braces where a comma or "and" would end it.
  private static func part(_ text: String) -> String {
    let written = LineText(text).written
    let escaped = TeXText.escaped(written)
    return written.contains(",") || hasAnd(written) ? "{\(escaped)}" : escaped
  }

  private static func hasAnd(_ text: String) -> Bool {
    text.lowercased().split(whereSeparator: \.isWhitespace).contains("and")
  }
}
