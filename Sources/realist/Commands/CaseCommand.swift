import ArgumentParser

struct CaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case",
    abstract: "Describe a collaboration, and look the description through.",
    discussion: """
        realist case new mine.yaml               one question at a time
        realist case new mine.yaml --template    a file to fill in with an editor
        realist case check mine.yaml             what is missing, late or not sourced
      """,
    subcommands: [NewCase.self, CheckCase.self])
}
