/// A rule of coding that holds for every theory: it follows from the case document and from how cases are assessed, and
/// so it is the program's and not the theory's.
public struct CodingRule: Sendable, Hashable, Codable {
  /// What it is about, in a few words.
  public let title: String
  /// The rule, a sentence each.
  public let says: [String]

  /// The rules, in the order in which a coder needs them.
  public static let all: [CodingRule] = [
    CodingRule(
      "Before you begin",
      "Code from the sources alone, and don't look at another coder's document.",
      "Go through the concepts in the order of this page, for each source.",
      "Code what a source says or shows. Don't code what the theory would lead you to expect: that is what is tested."
    ),
    CodingRule(
      "What is a start fact",
      "A start fact is what somebody who planned this could have known by the date under start.",
      "Leave since out for it, or give a date no later than the start."),
    CodingRule(
      "Hindsight",
      "What came out later gets since, as exactly as you can. It counts from that date on, never at the start.",
      "What happened is an event, with the concepts that were seen to move.",
      "How it ended stands under end, and nowhere else."),
    CodingRule(
      "Not known, neither, not applicable",
      "not known: the sources don't say. It is the same as leaving the fact out, but shows that you looked.",
      "neither: the sources do say, and the concept lies at neither end.",
      "not applicable: the question can't be asked here, such as the pay of staff where there are none.",
      "If you are torn between neither and not known, write not known."),
    CodingRule(
      "How far",
      "high and low are the usual codes. Write very high or very low only where a source insists on it.",
      "The lack of something is no concept of its own: it is the low end of the same concept."),
    CodingRule(
      "Whose it is",
      "Where the scope is partner, say whose it is under of. Where it is relation, say also towards whom.",
      "Leave them out only where a source speaks of all alike.",
      "What A holds of B isn't what B holds of A: these are two facts."),
    CodingRule(
      "One fact for each speaker",
      "Leaders and staff who differ are two facts, each with saidBy. Don't average them.",
      "Facts at both ends make the concept mixed; that is a finding and no fault."),
    CodingRule(
      "A source for each fact",
      "Give each fact a source, with the page or paragraph. What isn't sourced is not known.",
      "A source that only repeats another is the same source."),
    CodingRule(
      "When a fact fits two concepts",
      "Read what both take in and leave out, and follow the note that sends you from one to the other.",
      "If there is none, take the concept whose definition says more of what the source says.",
      "If a source says two things, they are two facts. Never code one thing twice to be safe.",
      "If you can't settle it, take one and say so under note."),
    CodingRule(
      "When to use further",
      "Put under further what matters here and fits no concept, such as money or a court's ruling.",
      "Don't bend a concept to make it fit: what the theory has no word for is a finding about the theory."),
  ]

  private init(_ title: String, _ says: String...) {
    self.title = title
    self.says = says
  }
}
