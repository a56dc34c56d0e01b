public import Reporting

/// The programs of others that take texts from files.
///
/// What they are given comes from outside, so each works on a copy in a folder of its own, without a shell, in an
/// environment of its own, for a limited time, in limited memory where the system has `prlimit`, and with a limited answer.
public struct TextPrograms: Sendable {
  /// Poppler's `pdftotext`, for PDF.
  let poppler: ExternalProgram
  /// `pandoc`, for DOCX, ODT and HTML.
  let pandoc: ExternalProgram

  private static let memory = 4 << 30

  /// The programs.
  ///
  /// - Parameters:
  ///   - poppler: where `pdftotext` is; as `REALIST_PDFTOTEXT` says.
  ///   - pandoc: where `pandoc` is; as `REALIST_PANDOC` says.
  ///   - limit: how long one file may take.
  public init(
    poppler: ExternalProgram.Place = .init(variable: "REALIST_PDFTOTEXT"),
    pandoc: ExternalProgram.Place = .init(variable: "REALIST_PANDOC"), limit: Duration = .seconds(30)
  ) {
    let fence = ExternalProgram.Fence(memory: Self.memory)
    self.poppler = ExternalProgram(
      "pdftotext", at: poppler, limit: limit, mostBytes: ExtractedText.mostBytes, fence: fence)
    self.pandoc = ExternalProgram(
      "pandoc", at: pandoc, limit: limit, mostBytes: ExtractedText.mostBytes, fence: fence)
  }

  /// What a form needs.
  struct Task {
    let program: ExternalProgram
    let name: String
    /// What Debian and Ubuntu call the package.
    let package: String
    let variable: String
    let arguments: (_ file: String) -> [String]
    let version: String
  }

  /// What takes the text from a form; `nil` where it is text already.
  func task(for form: TextForm) -> Task? {
    switch form {
    case .plain: nil
    case .pdf:
      Task(
        program: poppler, name: "pdftotext", package: "poppler-utils", variable: "REALIST_PDFTOTEXT",
        arguments: { ["-q", "-enc", "UTF-8", "-eol", "unix", $0, "-"] }, version: "-v")
    case .docx, .odt, .html:
      Task(
        program: pandoc, name: "pandoc", package: "pandoc", variable: "REALIST_PANDOC",
        // The sandbox keeps pandoc from every file but the one named, and its memory from ours.
        arguments: {
          ["+RTS", "-M1G", "-RTS", "--sandbox", "--from=\(form.rawValue)", "--to=plain", "--wrap=none", $0]
        }, version: "--version")
    }
  }
}
