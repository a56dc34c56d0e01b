/// The text of one file from outside, held to the limits that keep a hostile file from doing harm.
public struct DocumentFile: Sendable, Hashable {
  /// The most bytes that a document may have: 4 MiB. A theory of 100 configurations needs a tenth of it.
  public static let mostBytes = 4 * 1024 * 1024

  /// The file as the person named it; messages name it so.
  public let name: String
  /// What the file says.
  public let text: String

  /// A document that is already at hand as text, such as a test's or a template's.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// Reads a file. Only ordinary files are read: a pipe or a device may never end.
  ///
  /// - Parameter path: the file, as the person named it.
  /// - Throws: ``FaultyDocument`` when the file is missing, no ordinary file, unreadable, empty, larger than
  ///   ``mostBytes``, or not UTF-8.
  public init(path: String) throws(FaultyDocument) {
    let bytes: [UInt8]
    do { bytes = try OrdinaryFile.bytes(path: path, atMost: Self.mostBytes) } catch {
      throw FaultyDocument(faults: [error.fault(file: path)])
    }
    try self.init(name: path, bytes: bytes)
  }

  /// A document whose bytes are at hand.
  ///
  /// - Parameters:
  ///   - name: what messages call it.
  ///   - bytes: UTF-8, with or without a byte order mark.
  /// - Throws: ``FaultyDocument`` when it is empty, larger than ``mostBytes``, or not UTF-8.
  public init(name: String, bytes: [UInt8]) throws(FaultyDocument) {
    func fault(_ problem: String, _ remedy: String, line: Int? = nil) -> FaultyDocument {
      FaultyDocument(faults: [Fault(file: name, line: line, field: "", problem: problem, remedy: remedy)])
    }
    guard bytes.count <= Self.mostBytes else {
      throw FaultyDocument(faults: [OrdinaryFile.Refusal.tooLarge.fault(file: name)])
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    guard let text = String(validating: bytes, as: UTF8.self) else {
      if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
        throw fault("the file is UTF-16", "Save it as UTF-8 text.")
      }
      throw fault(
        "the file isn't valid UTF-8", "Save it as UTF-8 text.", line: Self.firstLineThatIsNotText(bytes))
    }
    guard !text.allSatisfy(\.isWhitespace) else {
      throw fault("the file is empty", "Write the document, or start from a template.")
    }
    self.init(name: name, text: text)
  }

  private static func firstLineThatIsNotText(_ bytes: [UInt8]) -> Int {
    var line = 1
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    while true {
      switch decoder.decode(&rest) {
      case .scalarValue("\n"): line += 1
      case .scalarValue: continue
      case .emptyInput, .error: return line
      }
    }
  }
}

extension OrdinaryFile.Refusal {
  /// What the person is told.
  fileprivate func fault(file: String) -> Fault {
    let (problem, remedy) =
      switch self {
      case .missing: ("there is no such file", "Check the path.")
      case .circular: ("its symbolic links lead round in a circle", "Name the file itself.")
      case .folder: ("this is a folder, not a file", "Name a file in it.")
      case .notOrdinary: ("this is no ordinary file", "Save the document as a file, and name that.")
      case .notAllowed: ("the file can't be opened", "Check that you may read it.")
      case .unreadable: ("the file can't be read", "Check that it is whole and that you may read it.")
      case .tooLarge:
        ("the file is larger than 4 MB", "A document of this kind is text written by people; split it.")
      }
    return Fault(file: file, line: nil, field: "", problem: problem, remedy: remedy)
  }
}
