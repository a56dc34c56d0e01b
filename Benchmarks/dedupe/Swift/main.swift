import Bibliography
import Foundation
import Literature
import Reporting
import TestSupport

// Writes a made-up library and what is known of it, in the form that bib-dedupe reads: main WORKS SEED FOLDER.

let arguments = CommandLine.arguments
guard arguments.count == 4, let works = Int(arguments[1]), let seed = UInt64(arguments[2]) else {
  FileHandle.standardError.write(Data("usage: dedupe-benchmark WORKS SEED FOLDER\n".utf8))
  exit(2)
}

let library = PerturbedLibrary(works: works, seed: seed)

func authors(_ names: [Name]) -> String {
  names.map { [$0.family, $0.given].compactMap(\.self).joined(separator: ", ") }.joined(separator: " and ")
}

let columns = [
  "ID", "ENTRYTYPE", "title", "author", "year", "journal", "volume", "number", "pages", "doi", "abstract",
]
let rows = library.records.map { record -> [Cell] in
  let reference = record.reference
  return [
    record.id, "article", reference.title ?? "", authors(reference.authors),
    reference.issued.map { String($0.year) } ?? "", reference.containerTitle ?? "", reference.volume ?? "",
    reference.issue ?? "", reference.page ?? "", reference.doi ?? "", record.abstract ?? "",
  ].map { Cell($0) }
}
let folder = URL(fileURLWithPath: arguments[3])
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
let names = RecordNames(library.records)
let tables = [
  ("records_pre_merged.csv", Table(caption: "Records", columns: columns, rows: rows)),
  ("merged_record_ids.csv", GroupTable.table(library.truth, names)),
]
for (name, table) in tables {
  try Data(CSVRenderer().render(table).utf8).write(to: folder.appendingPathComponent(name))
}
