import ArgumentParser
import ProgrammeTheory

struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "sources", abstract: "x")
  func run() throws {}
}
