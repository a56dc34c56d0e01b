import Review

/// Reviews as entries of a flow.
enum ReviewsInNumbers {
  /// The paper's own events, as it reports them (Aunger et al. 2021, “Paper selection”): 2,769 titles and abstracts, 117 full
  /// texts and 4 from Google Scholar, 52 by then, 35 with enough depth, 4 by references, 14 for middle-range theories.
  static let paper: [FlowEntry] = [
    .found(
      FoundCount(
        waves: [.database], source: "HMIC, MEDLINE, Social Policy and Practice, PsycINFO", count: nil,
        basis: .noted)),
    .screened(ScreenedCount(stage: .titleAndAbstract, screened: 2_769, kept: 117, basis: .noted)),
    .found(
      FoundCount(
        waves: [.googleScholar], source: "Google Scholar", count: 4, hits: 426_000, read: "first 40 pages",
        entering: .stage(.fullText), basis: .noted)),
    .screened(ScreenedCount(stage: .fullText, kept: 52, basis: .noted)),
    .screened(
      ScreenedCount(
        stage: .relevance, kept: 35, excluded: [.init(reason: "not enough descriptive depth", count: 17)],
        basis: .noted)),
    .found(
      FoundCount(
        waves: [.referenceScanning, .citationTracking], source: "included papers", count: 4,
        entering: .included,
        basis: .noted)),
    .found(
      FoundCount(
        waves: [.middleRangeTheories], source: "Google Scholar", count: 14, entering: .included, basis: .noted
      )),
  ]

  /// A small review of community gardens, counted from a file, half way through.
  static let gardens: [FlowEntry] = [
    .found(FoundCount(waves: [.database], source: "CAB Abstracts", count: 1_204)),
    .found(FoundCount(waves: [.database], source: "Scopus", count: 911)),
    .found(
      FoundCount(
        waves: [.googleScholar], source: "Google Scholar", count: 40, hits: 18_300, read: "first 4 pages")),
    .found(FoundCount(waves: [.suggestions], source: "the allotment society", count: 3)),
    .removed(RemovedCount(waves: [.database], count: 488)),
    .removed(RemovedCount(waves: [.googleScholar], count: 21)),
    .removed(RemovedCount(reason: .automation, count: 6)),
    .screened(
      ScreenedCount(
        stage: .titleAndAbstract, screened: 1_643, kept: 96,
        excluded: [
          .init(reason: "no garden", count: 1_301),
          .init(reason: "private gardens only, no sharing", count: 204),
        ],
        awaiting: 42)),
    .screened(
      ScreenedCount(
        stage: .fullText, screened: 96, kept: 31,
        excluded: [
          .init(reason: "no garden", count: 9), .init(reason: "says nothing of how it works", count: 40),
        ],
        notRetrieved: 5, awaiting: 11)),
    .screened(
      ScreenedCount(
        stage: .relevance, screened: 31, kept: 22, excluded: [.init(reason: "too thin", count: 9)])),
    .found(
      FoundCount(waves: [.secondPass], source: "terms of mechanisms", count: 7, entering: .stage(.relevance))),
    .removed(RemovedCount(waves: [.secondPass], count: 7, entering: .stage(.relevance))),
  ]
}
