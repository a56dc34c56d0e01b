import Documents
import ArgumentParser
import Literature
import Reporting
import Review

struct TextsOfReview: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "texts", abstract: "The texts of the sources: add, list, show, search, replace.",
    discussion: """
        realist review texts add mine.realist auschra2018 auschra.pdf
        realist review texts find mine.realist 'blame AND meeting*'
        realist review texts show mine.realist 1 --page 3
        realist review texts seek mine.realist '"sense of ownership" OR blame'     a second pass
      """,
    subcommands: [
      AddText.self, ListTexts.self, ShowText.self, FindInTexts.self, SeekInTexts.self, ReplaceText.self,
    ]
  )
}

/// How a file is taken as a text.
struct TextTaking: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Take the file as this form, instead of looking: \(TextForm.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "form"))
  var form: TextForm?

  func text(of path: String) async throws -> ExtractedText {
    try await TextExtraction().text(of: path, as: form)
  }
}

struct AddText: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Take the text of a file for a source.",
    discussion: """
      PDF needs pdftotext (package poppler-utils); DOCX, ODT and HTML need pandoc. Plain text is UTF-8, or UTF-16 with a byte \
      order mark. The words are kept as they come, but for line ends.

        realist review texts add mine.realist auschra2018 auschra.pdf
        realist review texts add mine.realist auschra2018 appendix.docx --title appendix
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: "The source's key.") var source: String
  @Argument(help: "The file.", completion: .file()) var path: String
  @Option(help: "What it is, where the source has several.") var title: String?
  @OptionGroup var taking: TextTaking
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func run() async throws {
    let name = try author.name()
    // A fault of the review is told before a long file is read.
    try file.use { _ = try $0.material() }
    let text = try await taking.text(of: path)
    let logged = try file.use { try $0.addText(text, of: source, title: title, by: name) }
    guard case .textAdded(let added) = logged.act else { return }
    let pages = added.pages.isEmpty ? "" : "\(PlainNumber.count(added.pages.count, "page")), "
    try printing.tell(
      logged,
      "Added text \(added.number) of \(source) as act \(logged.number): \(added.form.name), \(pages)\(added.length) signs."
    )
  }
}

struct ReplaceText: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replace",
    abstract: "Put a newer taking in a text's place; its passages are looked for in it.",
    discussion: "  realist review texts replace mine.realist 1 better.pdf")
  @OptionGroup var file: ReviewFile
  @Argument(help: "The text's number.") var text: Int
  @Argument(help: "The file.", completion: .file()) var path: String
  @OptionGroup var taking: TextTaking
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func run() async throws {
    let name = try author.name()
    let newer = try await taking.text(of: path)
    let logged = try file.use { try $0.replaceText(text, by: newer, by: name) }
    guard case .textReplaced(let replacement) = logged.act else { return }
    let lost = replacement.passages.filter { $0.finding == .lost }.map { "p\($0.passage)" }
    let found = replacement.passages.count - lost.count
    try printing.tell(
      logged,
      "Replaced text \(text) by text \(replacement.text.number). Of \(replacement.passages.count) passages \(found) were found "
        + "again" + (lost.isEmpty ? "." : "; lost: \(lost.joined(separator: ", "))."))
  }
}

struct ListTexts: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "The texts.")
  @OptionGroup var file: ReviewFile
  @OptionGroup var printing: RecordsPrinting

  func run() throws {
    try printing.refuse(over: [file.review])
    try file.use { review in
      let material = try review.material()
      try printing.take(ReviewTeller().texts(material)) { try Console.json(material.texts) }
    }
  }
}

struct ShowText: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "The words of a text, of a page of it, or from one place to another.",
    discussion: """
        realist review texts show mine.realist 1 --page 3
        realist review texts show mine.realist 1 --from 1200 --to 1800
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: "The text's number.") var text: Int
  @Option(help: "This page alone.") var page: String?
  @Option(help: ArgumentHelp("From this place, in signs (code points) from the start.", valueName: "place"))
  var from: Int?
  @Option(help: ArgumentHelp("To this place, which isn't shown.", valueName: "place")) var to: Int?
  @OptionGroup var printing: RecordsPrinting

  func validate() throws {
    if page != nil, from != nil || to != nil {
      throw ValidationError("--page and --from or --to both say which part. Use one.")
    }
  }

  func run() throws {
    try printing.refuse(over: [file.review])
    try file.use { review in
      guard let held = try review.material().text(text) else {
        throw Complaint("There is no text \(text). See them: realist review texts list \(file.review)")
      }
      let position = try position(in: held)
      let words = try review.words(ofText: text, at: position)
      try printing.take(ReviewTeller().text(words, of: held, at: position)) {
        try Console.json(TextFields(text: held.number, position: position, words: words))
      }
    }
  }

  private func position(in held: AddedText) throws(Complaint) -> PositionSelector {
    guard let page else {
      let start = min(max(from ?? 0, 0), held.length)
      return PositionSelector(start: start, end: min(max(to ?? held.length, start), held.length))
    }
    guard let place = held.pages.firstIndex(where: { $0.label == page }) else {
      throw Complaint("Text \(text) has no page \(page.onOneLine): it has \(held.pages.count) pages.")
    }
    let end = place + 1 < held.pages.count ? held.pages[place + 1].offset : held.length
    return PositionSelector(start: held.pages[place].offset, end: end)
  }

  private struct TextFields: Encodable {
    let text: Int
    let position: PositionSelector
    let words: String
  }
}

struct FindInTexts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Look for words in the texts.",
    discussion: """
      Words that must all be there have to stand in one paragraph; “collaborating” finds “collaboration”. Phrases, beginnings, \
      OR, NOT and NEAR are written as for records: realist review find --help

        realist review texts find mine.realist 'blame NEAR(leader change, 8)'
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: "What to look for.") var words: String
  @Option(help: ArgumentHelp("In this text alone; may be given several times.", valueName: "number"))
  var text: [Int] =
    []
  @Option(help: "How many to list, from 0 to 10000.") var most: Int = 20
  @OptionGroup var printing: RecordsPrinting

  func validate() throws {
    guard (0...10_000).contains(most) else { throw ValidationError("--most takes a number from 0 to 10000.") }
  }

  func run() throws {
    try printing.refuse(over: [file.review])
    let search = try SearchWords(asked: words)
    try file.use { review in
      let found = try review.findInTexts(search, in: text, most: most)
      try printing.take(ReviewTeller().findings(found, looking: words)) {
        try Console.json(
          FoundHits(count: found.count, texts: found.texts, hits: found.hits.map { HitFields($0) }))
      }
    }
  }

  private struct FoundHits: Encodable {
    let count: Int
    let texts: Int
    let hits: [HitFields]
  }
}

/// A hit in a text, as data.
struct HitFields: Encodable {
  let text: Int
  let source: String
  let page: String?
  let from: Int
  let to: Int
  let start: Int
  let words: String
  var seen: Bool?

  init(_ hit: TextHit, seen: Bool? = nil) {
    (text, source, page, start) = (hit.text.number, hit.text.source, hit.page, hit.start)
    (from, to, words, self.seen) = (hit.paragraph.start, hit.paragraph.end, hit.snippet, seen)
  }
}

struct SeekInTexts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seek",
    abstract: "Go through all texts once more by the terms of a mechanism; what was seen is kept.",
    discussion: """
      Shows the next hits that nobody has seen. With --see these are marked as seen, so that the pass can be taken up where it \
      was left.

        realist review texts seek mine.realist 'blame OR scapegoat*' --most 10
        realist review texts seek mine.realist 'blame OR scapegoat*' --most 10 --see
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: "What to look for.") var words: String
  @Option(help: "How many to show, from 1 to 10000.") var most: Int = 20
  @Flag(help: "Show those that were seen, too.") var all = false
  @Flag(help: "Mark those that are shown as seen.") var see = false
  @OptionGroup var author: Author
  @OptionGroup var printing: RecordsPrinting

  func validate() throws {
    guard (1...10_000).contains(most) else { throw ValidationError("--most takes a number from 1 to 10000.") }
  }

  func run() throws {
    try printing.refuse(over: [file.review])
    let name = see ? try author.name() : ""
    try file.use { review in
      var pass = try review.secondPass(words)
      let shown = Array(pass.hits.filter { all || !$0.isSeen }.prefix(most))
      let unseen = shown.filter { !$0.isSeen }.map(\.hit)
      if see, !unseen.isEmpty {
        _ = try review.see(unseen, of: words, by: name)
        pass = pass.seeing(unseen)
      }
      try printing.take(ReviewTeller().secondPass(pass, showing: shown)) {
        try Console.json(
          Fields(
            terms: words, count: pass.hits.count, unseen: pass.unseen.count,
            hits: shown.map { HitFields($0.hit, seen: $0.isSeen) }))
      }
    }
  }

  private struct Fields: Encodable {
    let terms: String
    let count: Int
    let unseen: Int
    let hits: [HitFields]
  }
}
