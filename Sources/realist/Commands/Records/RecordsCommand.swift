import ArgumentParser

struct RecordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: "Bibliographic records in bulk: read exports of any database.",
    discussion: """
        realist records read export.ris pubmed.nbib        what is in them, and what became of each field
        realist records dedupe a.ris b.csv --output c.ris   each work once, and what is left to you
        realist records convert export.ris --to csv         the same records in another format
        realist records rank screening.csv                  which to read first, from the decisions so far
        realist records simulate labelled.csv               what ranking would have saved
      """,
    subcommands: [
      ReadRecords.self, ConvertRecords.self, DedupeRecords.self, RankRecords.self, SimulateScreening.self,
    ])
}
