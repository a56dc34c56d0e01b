import ArgumentParser

struct CaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case",
    abstract: "Describe a collaboration, look the description through, compare two of them.",
    discussion: """
        realist case new mine.yaml                  one question at a time
        realist case new mine.yaml --template       a file to fill in with an editor
        realist case check mine.yaml                what is missing, late or not sourced
        realist case compare mine.yaml theirs.yaml   how far two coders agree
      """,
    subcommands: [NewCase.self, CheckCase.self, CompareCodings.self])
}
