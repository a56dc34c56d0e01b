import ArgumentParser
import Literature

/// The files that a command reads records from.
struct RecordSources: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Exports of records, of any format; - for standard input.", valueName: "file"),
    completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "The format of all files: \(RecordFormat.allCases.map(\.word).joined(separator: ", ")). Without it, the "
        + "content of each tells.", valueName: "format"))
  var inputFormat: String?

  func validate() throws {
    if let inputFormat, RecordFormat(word: inputFormat) == nil {
      let known = RecordFormat.allCases.map(\.word).joined(separator: ", ")
      throw ValidationError("--input-format: there is no format “\(inputFormat)”. Use one of \(known).")
    }
    if files.filter({ $0 == "-" }).count > 1 { throw ValidationError("- can be named once only.") }
  }

  /// Reads all files in their order, record by record.
  ///
  /// - Parameter each: takes a record.
  /// - Returns: what became of each file.
  /// - Throws: `RecordFileError` where a file can't be used, or what `each` throws.
  func read(_ each: (Record) throws -> Void) throws -> [LossReport] {
    let reading = RecordFile(format: inputFormat.flatMap(RecordFormat.init(word:)))
    return try files.map { file in
      try reading.read(file == "-" ? ByteSource() : try ByteSource(path: file), each: each)
    }
  }
}
