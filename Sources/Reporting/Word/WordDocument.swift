public import Foundation

/// A page as a document for word processors (DOCX), which Pandoc makes of its Markdown.
public struct WordDocument: Sendable {
  /// Why there is no document.
  public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, and what to do.
    public let description: String
  }

  private let pandoc: ExternalProgram

  /// A table of thousands of rows stays below it.
  private static let mostBytes = 64 << 20

  /// Prepares documents. Nothing runs until one is made.
  ///
  /// - Parameters:
  ///   - pandoc: where Pandoc is; as `REALIST_PANDOC` says.
  ///   - limit: how long one document may take.
  public init(
    pandoc: ExternalProgram.Place = .init(variable: "REALIST_PANDOC"), limit: Duration = .seconds(60)
  ) {
    // What stands in the file says when it was made: a day that is always the same keeps its bytes the same.
    self.pandoc = ExternalProgram(
      "pandoc", at: pandoc, limit: limit, mostBytes: Self.mostBytes, variables: ["SOURCE_DATE_EPOCH": "0"])
  }

  /// The document of a page.
  ///
  /// - Throws: ``Failure`` where there is no Pandoc, or it fails, or takes too long.
  public func bytes(of page: Page) async throws(Failure) -> Data {
    guard let folder = try? PrivateFolder() else { throw Self.noRoom }
    defer { folder.remove() }
    let (text, made) = (folder.file("page.md"), folder.file("page.docx"))
    do { try Data(MarkdownRenderer().render(page).utf8).write(to: text) } catch { throw Self.noRoom }
    do {
      _ = try await pandoc.answer(["--from=gfm", "--to=docx", "--output=\(made.path)", text.path])
    } catch {
      throw Failure(description: Self.words(error))
    }
    guard let bytes = try? Data(contentsOf: made) else { throw Failure(description: Self.words(.failed)) }
    return bytes
  }

  private static let noRoom = Failure(
    description: "There is no room for a temporary file. Make some, and try again.")

  private static func words(_ obstacle: ExternalProgram.Obstacle) -> String {
    switch obstacle {
    case .switchedOff: "Pandoc is switched off (REALIST_PANDOC is empty), and DOCX needs it."
    case .notInstalled:
      "DOCX needs Pandoc, which isn't here. Install it (apt-get install pandoc), or say where it is in REALIST_PANDOC."
    case .tooSlow(let seconds):
      "Pandoc took longer than \(seconds) seconds. Ask for fewer rows, or for Markdown."
    case .tooMuch, .failed: "Pandoc failed. Ask for Markdown, and look whether it can be read."
    }
  }
}
