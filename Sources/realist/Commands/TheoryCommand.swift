import ArgumentParser
import Casework
import Documents
import ProgrammeTheory
import Reporting

struct TheoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theory",
    abstract: "Read a theory: what it holds, how things lead to each other, where it contradicts itself.",
    discussion: """
        realist theory show aunger-2021 --format json | jq '.tellings | length'
        realist theory check aunger-2021
        realist theory loops aunger-2021
        realist theory paths FROM TO
        realist theory why CONCEPT

      FROM, TO and CONCEPT are concepts of the theory; realist theory show lists them.
      """,
    subcommands: [
      ShowTheory.self, CheckTheory.self, GraphOfTheory.self, LoopsOfTheory.self, PathsInTheory.self,
      WhyInTheory.self, CompareTheories.self, NewTheory.self, CodebookOfTheory.self, ExportTheory.self,
      TableOfTheory.self, SaturationOfTheory.self, GapsOfTheory.self, ClustersOfTheory.self,
      ParametersOfTheory.self, CertificatesOfTheory.self,
    ])
}

/// What every command about a theory takes.
struct TheoryOptions: ParsableArguments {
  @Option(help: "How many columns the text may take, from 40 to 200.")
  var width: Int = 80

  func validate() throws {
    guard (40...200).contains(width) else { throw ValidationError("--width takes a number from 40 to 200.") }
  }

  func print(_ page: Page) { Console.print(text(page, toFile: false)) }

  /// A page as text, in colour where a person looks at it.
  func text(_ page: Page, toFile: Bool) -> String {
    TerminalRenderer(width: width, colour: !toFile && Console.wantsColour).render(page)
  }
}

/// Text for people, or JSON for programs.
enum TextOrJSON: String, ExpressibleByArgument, CaseIterable { case text, json }

extension TheoryTeller {
  init(_ theory: Theory) { self.init(of: theory, madeBy: RealistProgram.nameAndVersion) }
}

struct LoopsOfTheory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loops", abstract: "The loops of a theory: those that the authors name, and all others.")
  @OptionGroup var options: TheoryOptions
  @Argument(
    help: "A bundled theory, or the path of one. Without it, the first that is bundled.",
    completion: .theories)
  var theory: String?
  @Option(help: "The most configurations in a loop, from 2 to 8.") var atMost: Int = 6
  @Option(help: "The most loops to tell.") var most: Int = 200

  func validate() throws {
    guard (2...8).contains(atMost) else { throw ValidationError("--at-most takes a number from 2 to 8.") }
    guard (1...10_000).contains(most) else { throw ValidationError("--most takes a number from 1 to 10000.") }
  }

  func run() throws {
    options.print(TheoryTeller(try Shelf().theoryOrFirst(theory)).loops(atMost: atMost, most: most))
  }
}

struct PathsInTheory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paths", abstract: "How one concept leads to another, each step with its source and place.",
    discussion: """
        realist theory paths FROM TO --at-most 3
        realist theory paths FROM TO --theory my-theory/

      FROM and TO are concepts of the theory; realist theory show lists them.
      """)
  @OptionGroup var options: TheoryOptions
  @Argument(help: "The concept that the chains start from.", completion: .concepts) var from: String
  @Argument(help: "The concept that they end in.", completion: .concepts) var to: String
  @Option(
    help: "A bundled theory, or the path of one. Without it, the first that is bundled.",
    completion: .theories) var theory: String?
  @Option(help: "The most configurations in a chain, from 1 to 6.") var atMost: Int = 3
  @Option(help: "The most chains to tell.") var most: Int = 12

  func validate() throws {
    guard (1...6).contains(atMost) else { throw ValidationError("--at-most takes a number from 1 to 6.") }
    guard (1...1000).contains(most) else { throw ValidationError("--most takes a number from 1 to 1000.") }
  }

  func run() throws {
    let theory = try Shelf().theoryOrFirst(theory)
    let (start, end) = (try theory.conceptNamed(from), try theory.conceptNamed(to))
    options.print(TheoryTeller(theory).paths(from: start, to: end, atMost: atMost, most: most))
  }
}

struct WhyInTheory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "What brings a concept about, and what brings that about in turn.",
    discussion: """
        realist theory why CONCEPT

      CONCEPT is one of the theory's; realist theory show lists them.
      """)
  @OptionGroup var options: TheoryOptions
  @Argument(help: "The concept.", completion: .concepts) var concept: String
  @Option(
    help: "A bundled theory, or the path of one. Without it, the first that is bundled.",
    completion: .theories) var theory: String?

  func run() throws {
    let theory = try Shelf().theoryOrFirst(theory)
    options.print(TheoryTeller(theory).reasons(for: try theory.conceptNamed(concept)))
  }
}

extension Theory {
  /// The concept of a word that a person typed.
  ///
  /// - Throws: ``Complaint`` that names the nearest, when there is none.
  func conceptNamed(_ word: String) throws(Complaint) -> Concept.ID {
    if let id = Concept.ID(word), concept(id) != nil { return id }
    if let byName = concepts.first(where: { $0.name == word || $0.phrases.contains(word) }) {
      return byName.id
    }
    let known = concepts.map(\.id.text)
    let nearest = word.nearest(among: known).map { " Did you mean \($0)?" } ?? ""
    throw Complaint(
      "The theory has no concept “\(word)”.\(nearest) See them all with: realist theory show \(identity.id)")
  }
}
