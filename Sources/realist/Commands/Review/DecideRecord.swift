import ArgumentParser
import Documents
import Reporting
import Review

struct DecideRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Decide on a record at a stage.",
    discussion: """
      A reason is a criterion's code as the protocol numbers them (I1, E2), or not-retrieved. Deciding again replaces your \
      earlier decision; the log keeps both.

        realist review decide mine.realist 12 include
        realist review decide mine.realist 13 exclude --reason E1
        realist review decide mine.realist 12 exclude --stage full-text --reason not-retrieved
      """)
  @OptionGroup var file: ReviewFile
  @OptionGroup var judged: JudgedRecord
  @Argument(help: "include, exclude or unsure.") var verdict: Verdict
  @Option(help: "A remark.") var note: String?
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func run() throws {
    let name = try author.name()
    try file.use { review in
      let decision = Decision(
        record: judged.record, stage: judged.at.stage, verdict: verdict,
        reason: try judged.exclusion(in: review), note: note)
      let logged = try review.decide(decision, by: name)
      try printing.tell(logged)
    }
  }
}

struct ConflictsOfReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract: "Records on which two reviewers disagree, or one of the two can't tell.",
    discussion: """
      Where one reviewer decides, who is unsure disagrees with nobody:

        realist review list mine.realist --which unsure
      """)
  @OptionGroup var file: ReviewFile
  @Option(help: ArgumentHelp("At this stage alone.", valueName: "stage")) var stage: ScreeningStage?
  @OptionGroup var printing: RecordsPrinting

  func run() throws {
    try printing.refuse(over: [file.review])
    try file.use { review in
      let conflicts = try review.conflicts(at: stage)
      try printing.take(ReviewTeller().conflicts(conflicts)) {
        try Console.json(conflicts.map(ConflictFields.init))
      }
    }
  }

  private struct ConflictFields: Encodable {
    let record: Int
    let title: String
    let stage: ScreeningStage
    let verdicts: [VerdictFields]

    init(_ conflict: ScreeningConflict) {
      (record, title, stage) = (conflict.line.id, conflict.line.title, conflict.stage)
      verdicts = conflict.verdicts.map {
        VerdictFields(reviewer: $0.reviewer, verdict: $0.verdict, reason: $0.reason?.told, note: $0.note)
      }
    }
  }

  private struct VerdictFields: Encodable {
    let reviewer: String
    let verdict: Verdict
    let reason: String?
    let note: String?
  }
}

struct ResolveConflict: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Resolve a conflict, and say why so.",
    discussion:
      "  realist review resolve mine.realist 12 include --because 'talked it over: about organisations'")
  @OptionGroup var file: ReviewFile
  @OptionGroup var judged: JudgedRecord
  @Argument(help: "include or exclude.") var verdict: Verdict
  @Option(help: ArgumentHelp("Why it is resolved so.", valueName: "words")) var because: String
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func run() throws {
    let name = try author.name()
    try file.use { review in
      let resolution = Resolution(
        record: judged.record, stage: judged.at.stage, verdict: verdict,
        reason: try judged.exclusion(in: review), because: because)
      let logged = try review.append(.resolved(resolution), by: name)
      try printing.tell(logged)
    }
  }
}

struct UndoAct: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take an act back: a new act of the log, which keeps both.",
    discussion: """
      Decisions, resolutions, merges, samples, notes, counts, sources, passages and all of the synthesis can be taken \
      back, where nothing rests on them. Without a number, your last one is.

        realist review undo mine.realist
        realist review undo mine.realist 14
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: "The act's number.") var act: Int?
  @OptionGroup var author: Author

  func run() throws {
    let name = try author.name()
    let target = try file.use { try $0.undo(act, by: name) }
    Console.print("Took back act \(target.number), \(target.by): \(target.act.told).".onOneLine)
  }
}

struct NoteOnRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Remark something on a record.")
  @OptionGroup var file: ReviewFile
  @Argument(help: "The record's number.") var record: Int
  @Argument(help: "The remark.") var text: String
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func run() throws {
    try printing.tell(try file.append(.noted(RecordNote(record: record, text: text)), by: author))
  }
}

struct SampleReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: "Draw records at random that a second reviewer screens too.",
    discussion: "  realist review sample mine.realist --percent 10 --seed 1 --reviewer 'Ben Roe'")
  @OptionGroup var file: ReviewFile
  @Option(help: "How many of a hundred.") var percent: Double = 10
  @OptionGroup var at: StageChoice
  @Option(help: "What they are drawn by: the same seed draws the same records.") var seed: UInt64 = 1
  @Option(help: ArgumentHelp("For whom; that person is given nothing else at this stage.", valueName: "name"))
  var reviewer: String?
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func run() throws {
    let name = try author.name()
    let logged = try file.use {
      try $0.drawSample(percent: percent, at: at.stage, seed: seed, for: reviewer, by: name)
    }
    try printing.tell(logged)
  }
}
