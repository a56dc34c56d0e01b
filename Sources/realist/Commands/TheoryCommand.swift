import ArgumentParser

struct TheoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "theory", abstract: "x")
}
