/// A stage at which records are screened, in the order in which a record passes them.
///
/// The relevance stage is what a realist review adds: whether a document says enough to explain how a programme works (Aunger
/// et al. 2021, “Selection and appraisal of documents (relevance)”; Wong et al. 2013, RAMESES, item 9).
public enum ScreeningStage: String, Sendable, Hashable, Codable, CaseIterable {
  /// Titles and abstracts are read.
  case titleAndAbstract = "title-abstract"
  /// Whole texts are read.
  case fullText = "full-text"
  /// Whether a text has enough descriptive depth.
  case relevance

  /// The stage in words, as a page names it.
  public var name: String {
    switch self {
    case .titleAndAbstract: "title and abstract"
    case .fullText: "full text"
    case .relevance: "relevance"
    }
  }
}

/// What a reviewer decides about a record at a stage.
public enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
  /// The record goes on to the next stage.
  case include
  /// The record is left out, for a reason.
  case exclude
  /// The reviewer can't tell; somebody has to look again.
  case unsure
}

/// By which way records came into a review. Searching in a realist review goes on while the theory grows, so there are several
/// (Aunger et al. 2021, “Searching processes”).
public enum Wave: String, Sendable, Hashable, Codable, CaseIterable {
  /// Systematic searches of databases.
  case database
  /// A search of Google Scholar, of which the first pages are read.
  case googleScholar = "google-scholar"
  /// The lists of references of documents that were included.
  case referenceScanning = "reference-scanning"
  /// Documents that cite those that were included.
  case citationTracking = "citation-tracking"
  /// A purposive search for middle-range theories.
  case middleRangeTheories = "middle-range-theories"
  /// What experts and colleagues suggested.
  case suggestions
  /// A second pass with the terms of mechanisms.
  case secondPass = "second-pass"

  /// The wave in words, as a page names it.
  public var name: String {
    switch self {
    case .database: "databases"
    case .googleScholar: "Google Scholar"
    case .referenceScanning: "reference scanning"
    case .citationTracking: "citation tracking"
    case .middleRangeTheories: "purposive search for middle-range theories"
    case .suggestions: "suggestions"
    case .secondPass: "second pass"
    }
  }
}
