extension ReferenceList {
  /// The largest file that is read, in bytes: a CSL-JSON file of this size holds some 10,000 references.
  public static let largestFile = 4 * 1024 * 1024

  /// Reads a CSL-JSON list of references.
  ///
  /// Every fault of every record is found in one reading; only text that isn't JSON stops at its first fault.
  ///
  /// - Parameters:
  ///   - csl: The bytes of the file.
  ///   - file: What messages call the file.
  /// - Throws: ``BibliographyError`` with all faults.
  public static func read(csl: some Sequence<UInt8>, file: String) throws(BibliographyError) -> ReferenceList
  {
    let root = try parsed(Array(csl), file: file)
    var reader = RecordReader(file: file)
    for field in root.repeated { reader.repeatedField(field) }
    guard case .array(let elements) = root.value.content else {
      reader.report(
        .notRecords, line: root.value.line,
        problem: "the file holds \(root.value.value.kindInWords), not a list",
        remedy: "Put the records between [ and ].")
      throw BibliographyError(reader.faults)
    }
    var references: [Reference] = []
    for element in elements {
      if let reference = reader.reference(element) { references.append(reference) }
    }
    guard reader.faults.isEmpty else { throw BibliographyError(reader.faults) }
    return try ReferenceList(references, file: file)
  }

  private static func parsed(
    _ bytes: [UInt8], file: String
  ) throws(BibliographyError) -> (value: LocatedValue, repeated: [LocatedField]) {
    func error(_ kind: BibliographyFault.Kind, _ line: Int?, _ problem: String, _ remedy: String)
      -> BibliographyError
    {
      BibliographyError([
        BibliographyFault(
          kind: kind, file: file, line: line, record: nil, id: nil, field: nil, problem: problem,
          remedy: remedy)
      ])
    }
    guard bytes.count <= largestFile else {
      throw error(
        .tooLarge, nil, "the file is larger than 4 MB", "Split it, or leave out the abstracts.")
    }
    guard bytes.contains(where: { !" \n\r\t".utf8.contains($0) }) else {
      throw error(.notJSON, nil, "the file is empty", "A list without references is written [].")
    }
    if let line = firstLineThatIsNotText(bytes) {
      throw error(.notText, line, "the bytes are not valid UTF-8", "Save the file as UTF-8.")
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var parser = JSONParser(bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes)
    do {
      return (try parser.document(), parser.repeatedNames)
    } catch {
      throw BibliographyError([
        BibliographyFault(
          kind: .notJSON, file: file, line: error.line, record: nil, id: nil, field: nil,
          problem: "column \(error.column): \(error.problem)", remedy: error.remedy)
      ])
    }
  }

  private static func firstLineThatIsNotText(_ bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
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
