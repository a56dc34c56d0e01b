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
        realist review passages mark mine.realist 1 'doubts went'
        realist review code mine.realist --passage p12 --outcome 'lowers doubt'
        realist review synthesise mine.realist synthesis.yaml
        realist review theory mine.realist --output theory
        realist review log mine.realist                    all that was done
      """,
    subcommands: [
      NewReview.self, StatusOfReview.self, LogOfReview.self, UndoAct.self, ArchiveReview.self,
      RestoreReview.self,
    ],
    groupedSubcommands: [
      CommandGroup(
        name: "Records and screening",
        subcommands: [
          ProtocolOfReview.self, SearchForReview.self, ImportIntoReview.self, DedupeReview.self,
          FindInReview.self, ListReview.self, ShowRecord.self, ScreenReview.self, DecideRecord.self,
          ConflictsOfReview.self, ResolveConflict.self, NoteOnRecord.self, SampleReview.self,
          AgreementOfReview.self, CountsOfReview.self, FlowOfReview.self,
        ]),
      CommandGroup(
        name: "Sources, texts and codings",
        subcommands: [
          SourceOfReview.self, SourcesOfReview.self, AppraiseSource.self, TextsOfReview.self,
          PassagesOfReview.self, FormsOfReview.self, CodeInReview.self, CodingsOfReview.self,
          CodersOfReview.self, CodesOfReview.self, MergeCodes.self, SplitCode.self, CodebookOfReview.self,
        ]),
      CommandGroup(
        name: "From codings to a theory",
        subcommands: [
          SynthesiseReview.self, ConceptsOfReview.self, FormConcept.self, SplitConcept.self,
          MergeConcepts.self, CandidatesOfReview.self, DraftCandidate.self, JudgeCandidate.self,
          StepOfSynthesis.self, NoteRivals.self, ThemesOfReview.self, FrameTheory.self, TheoryOfReview.self,
          BeginReviewFromTheory.self,
        ]),
      CommandGroup(
        name: "Reporting",
        subcommands: [StandardsOfReview.self, RefinementsOfReview.self, CompareStates.self]),
    ])
}
