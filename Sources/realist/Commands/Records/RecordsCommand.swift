import ArgumentParser

struct RecordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: "Bibliographic records in bulk: read exports of any database.",
    discussion: """
        realist records read export.ris pubmed.nbib        what is in them, and what became of each field
        realist records convert export.ris --to csv         the same records in another format
      """,
    subcommands: [ReadRecords.self, ConvertRecords.self])
}
