import ArgumentParser
import BundledKnowledge
import Foundation
import WebApp

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Open everything in a browser: describe, understand, plan.",
    discussion: """
      Serves pages to the browsers of this machine, and to nobody else. What you tell is saved in one file after \
      each answer. Stop it with Ctrl-C; open it again, and all is there.

        realist serve
        realist serve --port 8081 --database team.realist
      """)

  @Option(help: "The port to listen on; 0 takes any that is free.") var port: Int = 8080
  @OptionGroup var file: DatabaseOption
  @Flag(help: "Open the first page in a browser.") var open = false

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port takes a number from 0 to 65535.") }
  }

  func run() async throws {
    let path = try file.path(making: true)
    let settings = WebSettings(
      port: port, databasePath: path, knowledge: try KnowledgeFolder.locate(),
      program: RealistProgram.nameAndVersion,
      clock: { Int(Date().timeIntervalSince1970) })
    let opens = open
    do {
      try await WebServer.serve(settings) { address in
        Console.print("Open \(address) in a browser. All is kept in \(path). Stop with Ctrl-C.")
        if opens { Browser.open(address) }
      }
    } catch let fault as StoreFault {
      throw Complaint(fault.description)
    } catch let fault as ServingFault {
      throw Complaint(fault.description)
    }
  }
}

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy what “realist serve” keeps, also while it runs.",
    discussion: """
      The copy is whole and has been checked before it takes its name.

        realist backup monday.realist
      """)

  @Argument(help: "The file to write.") var destination: String
  @OptionGroup var file: DatabaseOption

  func run() throws {
    let path = try file.path(making: false)
    try Console.refuse(toWrite: destination, over: [path])
    do {
      try StoreCopies.backUp(path, to: destination)
    } catch {
      throw Complaint(error.description)
    }
    Console.print("Written and checked: \(destination).")
  }
}

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a backup in the place of what “realist serve” keeps.",
    discussion: """
      The backup is checked first. What stood there is kept beside it, under a name that it tells. Stop the server \
      before.

        realist restore monday.realist
      """)

  @Argument(help: "The backup.") var backup: String
  @OptionGroup var file: DatabaseOption

  func run() throws {
    let path = try file.path(making: true)
    guard URL(fileURLWithPath: backup).standardizedFileURL != URL(fileURLWithPath: path).standardizedFileURL
    else {
      throw Complaint("\(backup): this is the database itself. Name a backup.")
    }
    do {
      let stamp = String(Int(Date().timeIntervalSince1970))
      let kept = try StoreCopies.restore(backup, to: path, stamp: stamp)
      Console.print("Restored: \(path)." + (kept.map { " What stood there is kept as \($0)." } ?? ""))
    } catch {
      throw Complaint(error.description)
    }
  }
}

/// Where the database stands.
struct DatabaseOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The file of the database. Without it, collaborations.realist in the folder realist of your data.",
      valueName: "file"))
  var database: String?

  /// The file: the one named, or the one under `XDG_DATA_HOME` (XDG Base Directory Specification 0.8).
  ///
  /// - Parameter making: whether its usual folder is made where it isn't there.
  func path(making: Bool) throws(Complaint) -> String {
    if let database {
      guard !database.isEmpty else { throw Complaint("--database names no file.") }
      return database
    }
    let environment = ProcessInfo.processInfo.environment
    let given = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let data = given ?? environment["HOME"].map({ $0 + "/.local/share" }) else {
      throw Complaint("Neither XDG_DATA_HOME nor HOME is set: name a file with --database.")
    }
    let folder = data + "/realist"
    if making {
      do {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      } catch {
        throw Complaint("\(folder): this folder can't be made. Name a file with --database.")
      }
    }
    return folder + "/collaborations.realist"
  }
}

/// The browser that a person uses.
enum Browser {
  static func open(_ address: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xdg-open", address]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    // Without a browser the address stands on the screen.
    try? process.run()
  }
}
