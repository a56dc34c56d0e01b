import ArgumentParser

struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract:
      "A review in one file: from searches to included studies, each decision with who, when and why.",
    discussion: """
      Say who you are with --by NAME, or once for all in REALIST_REVIEWER.

        realist review new mine.realist --title 'How mergers work'
        realist review protocol mine.realist --set protocol.yaml
        realist review search mine.realist --source HMIC --hits 1204
        realist review import mine.realist hmic.ris --search 3
        realist review dedupe mine.realist
        realist review screen mine.realist                 with single keys
        realist review conflicts mine.realist
        realist review status mine.realist
        realist review flow mine.realist                   the flow diagram
        realist review source mine.realist lee2020 --record 12
        realist review texts add mine.realist lee2020 lee.pdf
        realist review passages mark mine.realist 1 'doubts went once both sides had met'
        realist review log mine.realist                    all that was done
      """,
    subcommands: [
      NewReview.self, StatusOfReview.self, ProtocolOfReview.self, SearchForReview.self, ImportIntoReview.self,
      DedupeReview.self, FindInReview.self, ListReview.self, ShowRecord.self, ScreenReview.self,
      DecideRecord.self,
      ConflictsOfReview.self, ResolveConflict.self, UndoAct.self, NoteOnRecord.self, SampleReview.self,
      AgreementOfReview.self,
      CountsOfReview.self, FlowOfReview.self,
      CodebookOfReview.self, StandardsOfReview.self, RefinementsOfReview.self,
      SourceOfReview.self, SourcesOfReview.self, AppraiseSource.self, TextsOfReview.self,
      PassagesOfReview.self,
      CodeInReview.self, CodingsOfReview.self, CodesOfReview.self, MergeCodes.self, SplitCode.self,
      ConceptsOfReview.self, MergeConcepts.self, CandidatesOfReview.self, StepOfSynthesis.self,
      JudgeCandidate.self, SynthesiseReview.self, FrameTheory.self, TheoryOfReview.self,
      BeginReviewFromTheory.self,
      LogOfReview.self, ArchiveReview.self, RestoreReview.self,
    ])
}
