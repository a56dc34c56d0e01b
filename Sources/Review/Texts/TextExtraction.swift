import Documents
import Foundation
import Reporting

/// Takes a text from a file: PDF through Poppler, DOCX, ODT and HTML through Pandoc, plain text as it is.
public struct TextExtraction: Sendable {
  /// Why no text can be taken from a file.
  public struct Fault: Error, Sendable, Hashable {
    /// What is wrong, and what to do.
    public let words: String

    init(_ words: String) { self.words = words }
  }

  /// As many bytes as a file has; a PDF's pictures may be large.
  static let mostFileBytes = 256 << 20
  private let programs: TextPrograms

  /// Prepares extraction.
  ///
  /// - Parameter programs: the programs of others that do it.
  public init(programs: TextPrograms = TextPrograms()) { self.programs = programs }

  /// The text of a file. Nothing is written but a copy of the file in a temporary folder, which is gone afterwards.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - form: its form, where a person says which; else it is told by the content, and plain text from HTML by the name.
  /// - Throws: ``ReviewFault/refused(_:)`` with what is wrong and what to do.
  public func text(of path: String, as form: TextForm? = nil) async throws(ReviewFault) -> ExtractedText {
    do {
      return try await extracted(path, form)
    } catch {
      throw .refused("\(path): \(error.words)")
    }
  }

  private func extracted(_ path: String, _ form: TextForm?) async throws(Fault) -> ExtractedText {
    let bytes = try Self.bytes(of: path)
    let name = URL(fileURLWithPath: path).lastPathComponent
    let form = if let form { form } else { try FormDetection.form(of: bytes, named: name) }
    let sum = TextChecksum.of(bytes)
    guard let task = programs.task(for: form) else {
      return try ExtractedText(file: name, form: form, fileChecksum: sum, content: PlainText.decoded(bytes))
    }
    // Pandoc reads UTF-8 alone.
    let given = form == .html ? Array(try PlainText.decoded(bytes).utf8) : bytes
    guard let folder = try? PrivateFolder() else { throw Self.noCopy }
    let copy = folder.file("file.\(form.rawValue)")
    defer { folder.remove() }
    do { try Data(given).write(to: copy) } catch { throw Self.noCopy }
    if form == .docx || form == .odt { try PackedDocument.check(copy.path, form) }
    let answer: Data
    do { answer = try await task.program.answer(task.arguments(copy.path)) } catch {
      throw Self.fault(error, task, form)
    }
    return try ExtractedText(
      file: name, form: form, fileChecksum: sum, content: String(decoding: answer, as: UTF8.self),
      madeBy: await Self.version(of: task))
  }

  private static var noCopy: Fault {
    let place = FileManager.default.temporaryDirectory.path
    return Fault("no temporary copy of it can be made. Check the space in \(place).")
  }

  /// The file's bytes, which are read once, so that what is checked is what is used.
  private static func bytes(of path: String) throws(Fault) -> [UInt8] {
    do { return try OrdinaryFile.bytes(path: path, atMost: mostFileBytes) } catch {
      switch error {
      case .missing, .circular: throw Fault("there is no such file. Check the path.")
      case .folder, .notOrdinary: throw Fault("this is no ordinary file. Name a file.")
      case .notAllowed: throw Fault("this can't be read. Check that you may read it.")
      case .unreadable: throw Fault("this can't be read to its end.")
      case .tooLarge:
        throw Fault(
          "it is larger than \(mostFileBytes >> 20) MB. Make it smaller, such as without its pictures.")
      }
    }
  }

  private static func fault(
    _ obstacle: ExternalProgram.Obstacle, _ task: TextPrograms.Task, _ form: TextForm
  ) -> Fault {
    let name = task.name
    switch obstacle {
    case .switchedOff:
      return Fault(
        "\(form.name) needs \(name), which \(task.variable) switches off. Unset \(task.variable).")
    case .notInstalled:
      return Fault(
        "\(form.name) needs the program \(name), which isn't here. Install it: apt-get install \(task.package). Or name it in "
          + "\(task.variable).")
    case .tooSlow(let seconds):
      return Fault(
        "\(name) took longer than \(seconds) s and was stopped. The file may be damaged, or made to do so; print it anew, or "
          + "give it as plain text.")
    case .tooMuch:
      return ExtractedText.tooLong
    case .failed:
      return Fault(
        "\(name) can't read it. It may be damaged or protected by a password, or need more memory than it may have. Save it "
          + "anew, or give it as plain text.")
    }
  }

  /// The program's name and version, as it says them: “pdftotext 22.12.0”.
  private static func version(of task: TextPrograms.Task) async -> String {
    guard let told = try? await task.program.answer([task.version], withErrors: true) else {
      return task.name
    }
    let line =
      String(decoding: told.prefix(200), as: UTF8.self).split(whereSeparator: \.isNewline).first ?? ""
    let version = line.split(separator: " ").last { $0.first?.isNumber ?? false }
    return task.name + (version.map { " \($0)" } ?? "")
  }
}

extension TextForm {
  /// What people call the form.
  public var name: String {
    switch self {
    case .pdf: "PDF"
    case .docx: "DOCX"
    case .odt: "ODT"
    case .html: "HTML"
    case .plain: "plain text"
    }
  }
}
