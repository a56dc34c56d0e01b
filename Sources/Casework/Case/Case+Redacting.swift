import Foundation

extension Case {
  /// The case as it may be shown to those of whom it speaks: partners are letters, and nobody can see who said what of
  /// whom. What is said of single partners, or of one towards another, counts as before and is shown only put together.
  ///
  /// Names of partners are replaced wherever they stand as the case gives them. A person who reads it through sees what no
  /// program can: a nickname, or a place that only one partner has.
  public var redacted: Case {
    let letters = partners.enumerated().map { index, partner in
      (name: partner.name, letter: "partner \(Self.letter(index))")
    }
    let byLength = letters.sorted { $0.name.unicodeScalars.count > $1.name.unicodeScalars.count }
    func hidden(_ text: String) -> String {
      byLength.reduce(text) { text, partner in
        text.replacingOccurrences(of: partner.name, with: partner.letter, options: .caseInsensitive)
      }
    }
    let hiddenPartners = zip(partners, letters).map { partner, letter in
      Partner(id: partner.id, name: letter.letter, about: nil)
    }
    var copy = Case(
      id: id, title: hidden(title), summary: hidden(summary), kind: kind, theory: theory,
      fedTheory: fedTheory,
      beside: [], start: start, roundMonths: roundMonths, arrangement: arrangement, entryPoints: entryPoints,
      mandated: mandated, partners: hiddenPartners, facts: facts.map(\.redacted),
      aims: aims.map { Aim(what: hidden($0.what), ambition: $0.ambition) },
      events: events.map {
        Event(id: $0.id, date: $0.date, kind: $0.kind, what: hidden($0.what), moves: $0.moves)
      },
      observations: [], further: further.map { Remark(what: hidden($0.what), source: nil) },
      end: end.map { End(outcome: $0.outcome, date: $0.date, what: hidden($0.what)) })
    copy.askedInVain = askedInVain
    return copy
  }

  /// A, B, … Z, then A1, B1, ….
  private static func letter(_ index: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26)))
    return letter + (index < 26 ? "" : String(index / 26))
  }
}

extension StatedFact {
  fileprivate var redacted: StatedFact {
    StatedFact(
      concept: concept, level: level, of: nil, towards: nil, saidBy: nil, source: nil, since: since, note: nil
    )
  }
}
