import Documents
import Foundation

/// The terminal, or whatever stands in its place.
enum Console {
  /// Prints to standard output, or ends the program with 1 where that can't be written, as on a full disk: half an
  /// answer must not look like a whole one.
  static func print(_ text: String) {
    do {
      try write(text, to: FileHandle.standardOutput)
    } catch {
      complain(
        "realist: the output can't be written. Check the space on the disk; what was written is not whole.")
      exit(1)
    }
  }

  /// Prints to standard error. Nobody is left to be told when that can't be written.
  static func complain(_ text: String) {
    try? write(text, to: FileHandle.standardError)
  }

  /// Prints to standard output without ending the line, so that an answer is typed behind it.
  static func prompt(_ text: String) {
    try? FileHandle.standardOutput.write(contentsOf: Foundation.Data(text.utf8))
  }

  /// Whether a person sits at both ends: what is asked is seen, and can be answered.
  static var isConversation: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// The columns of the terminal, as far as text is good to read: from 40 to 100.
  static var columns: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return min(100, max(40, Int(size.ws_col)))
  }

  private static func write(_ text: String, to handle: FileHandle) throws {
    // By bytes: to Swift, CR and LF are one character, and not the one that LF is.
    let line = text.utf8.last == UInt8(ascii: "\n") ? text : text + "\n"
    try handle.write(contentsOf: Foundation.Data(line.utf8))
  }

  /// Whether colour is wanted: only on a terminal, and not where NO_COLOR is set (no-color.org).
  static var wantsColour: Bool {
    let environment = ProcessInfo.processInfo.environment
    guard environment["NO_COLOR", default: ""].isEmpty, environment["TERM"] != "dumb" else { return false }
    return isatty(STDOUT_FILENO) == 1
  }

  /// Writes a whole file or none of it. Through a symbolic link, the file behind it is written.
  ///
  /// - Throws: ``Complaint`` when it can't be written; what was there before is still there then.
  static func save(_ text: String, to path: String) throws(Complaint) { try save(Array(text.utf8), to: path) }

  /// Writes a whole file of bytes, or none of it.
  ///
  /// - Throws: ``Complaint`` when it can't be written; what was there before is still there then.
  static func save(_ bytes: [UInt8], to path: String) throws(Complaint) {
    let file = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    // The new file takes the place of the old one by its name: done to a device or a pipe, that would remove it.
    let kind = try? FileManager.default.attributesOfItem(atPath: file.path)[.type] as? FileAttributeType
    if let kind, kind != .typeRegular {
      let what = kind == .typeDirectory ? "a folder" : "no ordinary file"
      throw Complaint("\(path): this is \(what). Name a file.")
    }
    do {
      try Foundation.Data(bytes).write(to: file, options: .atomic)
    } catch {
      throw Complaint(
        "\(path): the file can't be written. Check that the folder exists and that you may write there.")
    }
  }

  /// Refuses to write a page over a document: a slip of the hand would cost the only copy.
  ///
  /// - Parameter sources: documents that are read; any other YAML file that is there counts as one too.
  /// - Throws: ``Complaint`` where the path is, or leads to, a document.
  static func refuse(toWrite path: String, over sources: [String]) throws(Complaint) {
    guard let target = identity(of: path) else { return }
    let isYAML = [".yaml", ".yml"].contains { path.lowercased().hasSuffix($0) }
    guard isYAML || sources.contains(where: { identity(of: $0) == target }) else { return }
    throw Complaint("\(path): this is a document, and the page would take its place. Name another file.")
  }

  /// What tells a file from every other, by whatever name it is reached; `nil` where there is none.
  private static func identity(of path: String) -> [Int]? {
    let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: file) else { return nil }
    let numbers = [attributes[.systemNumber], attributes[.systemFileNumber]].compactMap { $0 as? Int }
    return numbers.count == 2 ? numbers : nil
  }

  /// A value as JSON: sorted keys, so that the same value gives the same bytes.
  static func json(_ value: some Encodable, isPretty: Bool = true) throws -> String {
    try RecordJSON.text(value, isPretty: isPretty)
  }
}
