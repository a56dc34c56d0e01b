import ArgumentParser

@main
struct RealistCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "realist")
}
