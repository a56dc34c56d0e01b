import ArgumentParser
import Documents
import Reporting
import Review

struct FormsOfReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forms", abstract: "Extraction forms: what is taken from each source.",
    discussion: """
        realist review forms define mine.realist study --field 'sites: number'
        realist review forms fill mine.realist study lee2020 --field 'sites: 3'
        realist review forms list mine.realist
      """,
    subcommands: [DefineForm.self, FillForm.self, ListForms.self])
}

struct DefineForm: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "define", abstract: "Define a form by its fields, or define it anew.",
    discussion: """
      A field is a name for words; a name, a colon and “number”; or a name, a colon and what may be chosen, with “|” \
      between. Each heads a column of the table of sources.

        realist review forms define mine.realist study --field setting \\
          --field 'sites: number' --field 'design: case study | survey' \\
          --required design
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: "What the form is called.") var form: String
  @Option(help: ArgumentHelp("A field, in the order of the form.", valueName: "field")) var field: [String]
  @Option(help: ArgumentHelp("The name of a field that must be filled.", valueName: "name"))
  var required: [String] = []
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func run() throws {
    var fields = field.map(ExtractionForm.Field.init(written:))
    for name in required {
      guard let place = fields.firstIndex(where: { $0.name == name }) else {
        throw Complaint("--required names “\(name.clipped)”, and no --field does.")
      }
      fields[place].isRequired = true
    }
    try printing.tell(
      try file.append(.formDefined(ExtractionForm(name: form, fields: fields)), by: author))
  }
}

struct FillForm: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fill", abstract: "Fill a form for a source; what isn't given stays as it was.",
    discussion: """
        realist review forms fill mine.realist study lee2020 \\
          --field 'design: survey' --field 'sites: 3'
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: "The form.") var form: String
  @Argument(help: "The source's key.") var source: String
  @Option(help: ArgumentHelp("A field, a colon, and what was found.", valueName: "field")) var field: [String]
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func run() throws {
    let given = try field.map { text throws(Complaint) in
      guard let entry = FilledForm.Entry(written: text) else {
        throw Complaint("“\(text.onOneLine)” doesn't say what was found. Write it after a colon: 'sites: 3'")
      }
      return entry
    }
    let logged = try file.append(by: author) { .formFilled($0.filled(form, of: source, with: given)) }
    try printing.tell(logged)
  }
}

struct ListForms: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The forms, and what was found in each source.")
  @OptionGroup var file: ReviewFile
  @OptionGroup var printing: RecordsPrinting

  private struct Fields: Encodable {
    let forms: [ExtractionForm]
    let filled: [FilledForm]
  }

  func run() throws {
    try printing.refuse(over: [file.review])
    let synthesis = try file.use { try $0.synthesis() }
    try printing.take(ReviewTeller().forms(synthesis)) {
      try Console.json(Fields(forms: synthesis.forms, filled: synthesis.filledForms))
    }
  }
}
