import ArgumentParser

struct RecordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: "Bibliographic records in bulk: read exports of any database.",
    discussion: """
        realist records read export.ris pubmed.nbib        what is in them, and what became of each field
        realist records convert export.ris --to csv         the same records in another format
        realist records rank screening.csv                  which to read first, from the decisions so far
        realist records simulate labelled.csv               what ranking would have saved
      """,
    subcommands: [ReadRecords.self, ConvertRecords.self, RankRecords.self, SimulateScreening.self])
}
