/// The items that a report of a realist synthesis has to cover: the RAMESES publication standards (Wong G, Greenhalgh T,
/// Westhorp G, Buckingham J, Pawson R. RAMESES publication standards: realist syntheses. BMC Medicine 2013;11:21,
/// doi:10.1186/1741-7015-11-21). What each asks for is told in words of our own.
public enum RAMESESItem: Int, Sendable, Hashable, Codable, CaseIterable {
  case title = 1
  case abstract, rationale, objectives, changes, whyRealist, scoping, searching, selection, extraction
  case synthesis, flow, characteristics, findings, summary, strengths, comparison, conclusion, funding

  /// The number of the item, from 1 to 19.
  public var number: Int { rawValue }

  /// The section of a report in which it stands.
  public var section: String {
    switch self {
    case .title: "Title"
    case .abstract: "Abstract"
    case .rationale, .objectives: "Introduction"
    case .changes, .whyRealist, .scoping, .searching, .selection, .extraction, .synthesis: "Methods"
    case .flow, .characteristics, .findings: "Results"
    case .summary, .strengths, .comparison, .conclusion, .funding: "Discussion"
    }
  }

  /// What it is called.
  public var name: String {
    switch self {
    case .title: "Title"
    case .abstract: "Abstract"
    case .rationale: "Why the review is needed"
    case .objectives: "Objectives and focus"
    case .changes: "Changes of the process"
    case .whyRealist: "Why realist synthesis"
    case .scoping: "Scoping the literature"
    case .searching: "Searching"
    case .selection: "Selection and appraisal of documents"
    case .extraction: "Data extraction"
    case .synthesis: "Analysis and synthesis"
    case .flow: "Flow of documents"
    case .characteristics: "Characteristics of documents"
    case .findings: "Main findings"
    case .summary: "Summary of findings"
    case .strengths: "Strengths, limitations, further research"
    case .comparison: "Comparison with other literature"
    case .conclusion: "Conclusion and recommendations"
    case .funding: "Funding"
    }
  }

  /// What it asks for.
  public var asks: String {
    switch self {
    case .title: "The title says that it is a realist synthesis or review."
    case .abstract:
      "Background, question, how searched, selected and put together, main results, what follows."
    case .rationale: "Why this topic needs a review now, and what is understood of it already."
    case .objectives: "The aims and the question, and how its focus was chosen or narrowed."
    case .changes: "What changed from what was first planned, and why."
    case .whyRealist: "Why this approach suits the question."
    case .scoping: "How the field was explored at first, and the theory that it began from."
    case .searching:
      "Where was searched and why, in rounds, with what terms and when; how the searches changed."
    case .selection:
      "How documents and parts of them were judged for relevance and rigour, and taken in or left out."
    case .extraction: "What was taken from documents, by whom, and how."
    case .synthesis: "How claims were made, tested and refined, and what was looked for in them."
    case .flow:
      "How many documents were looked at, taken in and left out, with the reasons; best as a diagram."
    case .characteristics: "What kinds of document the review rests on."
    case .findings:
      "The findings as explanation: contexts, mechanisms, outcomes, and the theory that came out."
    case .summary: "The findings in short, held against the question and for those whom they concern."
    case .strengths:
      "What makes the review strong or weak, what stays unsure, and what should be looked into."
    case .comparison: "How it stands to what others found, other theories among them."
    case .conclusion: "What follows for practice and policy."
    case .funding: "Who paid, what part they had, and whether anybody has other interests."
    }
  }
}
