import Bibliography
import Foundation
import HTTPTypes
import Hummingbird
import ProgrammeTheory

/// What the API gives of theories.
enum TheoryOperations {
  static let all: [APIOperation] = [list, one, document, search, paths] + parts

  private static func get(
    _ path: String, _ id: String, _ summary: String, _ schema: JSONTree, parameters: [APIParameter] = [],
    _ handle: @escaping @Sendable (APICall) async throws -> Response
  ) -> APIOperation {
    APIOperation(
      method: .get, path: path, id: id, summary: summary, parameters: parameters,
      answer: .init(about: summary, schema: schema), handle: handle)
  }

  private static let list = get(
    "/theories", "listTheories", "The bundled theories.", APISchemas.page(of: "Theory"),
    parameters: APIParameter.paging
  ) { call in try call.list(call.site.library.theories, TheoryRecord.init) }

  private static let one = get(
    "/theories/{theory}", "getTheory", "A theory in brief.", APISchemas.named("Theory")
  ) { call in try call.answer(TheoryRecord(await call.theory().theory)) }

  private static let document = get(
    "/theories/{theory}/document", "getTheoryDocument",
    "The whole theory document as JSON, as `realist schema theory` describes it.",
    ["type": "object"]
  ) { call in call.answer(bytes: Array(try TheoryDocument.json(await call.theory().theory).utf8)) }

  private static let search = get(
    "/theories/{theory}/search", "searchTheory", "Parts of a theory by the beginnings of words.",
    APISchemas.page(of: "Hit"),
    parameters: [
      APIParameter(name: "q", kind: .text(SearchIndex.mostSigns), about: "The words.", isRequired: true)
    ]
      + APIParameter.paging
  ) { call in
    let found = try await call.theory().index.answer(to: call.fields.text("q") ?? "", most: .max)
    return try call.list(found.entries) {
      SearchPage.Hit(sort: $0.sort, title: $0.title, text: $0.text, address: $0.address)
    }
  }

  private static let paths = get(
    "/theories/{theory}/paths", "listPaths", "How one concept leads to another.", APISchemas.named("Paths"),
    parameters: [
      APIParameter(name: "from", kind: .identifier, about: "The concept to start from.", isRequired: true),
      APIParameter(name: "to", kind: .identifier, about: "The concept to end in.", isRequired: true),
      APIParameter(
        name: "at-most", kind: .whole(1...PathsForm.longest, usually: PathsForm.usualLength),
        about: "The most configurations in a chain."),
      APIParameter(
        name: "limit", kind: .whole(1...APIParameter.mostItems, usually: PathsForm.mostTold),
        about: "How many at most."),
    ]
  ) { call in
    let theory = try await call.theory().theory
    guard let start = try call.fields.concept("from", in: theory),
      let end = try call.fields.concept("to", in: theory)
    else { throw PageError.notFound }
    let length = call.number("at-most")
    let chains = theory.chains(from: start, to: end, atMost: length, most: call.number("limit"))
    return try call.answer(PathsRecord(chains, from: start, to: end, atMost: length, in: theory))
  }

  // MARK: Parts

  private static let parts: [APIOperation] =
    lists("concepts", "concept", "Concept", \.theory.concepts, \.id.text, ConceptRecord.init(_:in:))
    + lists(
      "configurations", "configuration", "Configuration", \.theory.configurations, \.id.text,
      ConfigurationRecord.init(_:in:), filters: filters
    ) { call, exploration in
      try call.fields.configurationFilter(in: exploration.theory).configurations(in: exploration)
    }
    + lists("tellings", "telling", "Telling", \.theory.tellings, \.id.text, TellingRecord.init(_:in:))
    + lists("sources", "source", "Source", \.theory.references, \.id, SourceRecord.init(_:in:))
    + lists("entry-points", "entryPoint", "EntryPoint", \.theory.entryPoints, \.id.text) { entry, _ in
      EntryPointRecord(entry)
    }
    + lists("loops", "loop", "Loop", \.loops.loops, \.addressWord) { loop, _ in LoopRecord(loop) }
    + [
      get(
        "/theories/{theory}/findings", "listFindings", "What the theory shows of itself, the gravest first.",
        APISchemas.page(of: "Finding"),
        parameters: [
          APIParameter(
            name: "kind", kind: .word(Finding.Kind.allCases.map(\.addressWord)), about: "Of which kind.")
        ]
          + APIParameter.paging
      ) { call in
        let (exploration, kind) = (try await call.theory(), call.fields.text("kind"))
        return try call.list(
          exploration.findings.filter { kind == nil || $0.finding.kind.addressWord == kind },
          FindingRecord.init)
      }
    ]

  private static let filters = [
    APIParameter(name: "mechanism", kind: .identifier, about: "The concept in the mechanism."),
    APIParameter(name: "concept", kind: .identifier, about: "A concept that stands in it."),
    APIParameter(
      name: "slot", kind: .word(ConfigurationSlot.allCases.map(\.rawValue)),
      about: "Where the concept stands."),
    APIParameter(
      name: "direction", kind: .word(ConfigurationFilter.Move.allCases.map(\.rawValue)),
      about: "Which way the concept moves."),
    APIParameter(
      name: "evidence", kind: .word(ConfigurationFilter.Footing.allCases.map(\.rawValue)),
      about: "On what it rests."),
    APIParameter(name: "phase", kind: .identifier, about: "The phase that the source gives."),
    APIParameter(name: "q", kind: .text(SearchIndex.mostSigns), about: "Words in it, by their beginnings."),
  ]

  /// The list of some parts of a theory, and one of them.
  ///
  /// - Parameter filtered: the parts that are asked for, where they can be filtered.
  private static func lists<Part, Record: Encodable & SendableMetatype>(
    _ path: String, _ one: String, _ schema: String, _ parts: @escaping @Sendable (Exploration) -> [Part],
    _ name: @escaping @Sendable (Part) -> String, _ record: @escaping @Sendable (Part, Exploration) -> Record,
    filters: [APIParameter] = [], filtered: (@Sendable (APICall, Exploration) throws -> [Part])? = nil
  ) -> [APIOperation] {
    let words = path.replacing("-", with: " ")
    let what = String(words.dropLast())
    return [
      get(
        "/theories/{theory}/\(path)", "list\(schema)s", "The \(words) of a theory, in its order.",
        APISchemas.page(of: schema), parameters: filters + APIParameter.paging
      ) { call in
        let exploration = try await call.theory()
        return try call.list(try filtered?(call, exploration) ?? parts(exploration)) {
          record($0, exploration)
        }
      },
      get(
        "/theories/{theory}/\(path)/{\(one)}", "get\(schema)", "One \(what) of a theory.",
        APISchemas.named(schema)
      ) { call in
        let (exploration, asked) = (try await call.theory(), try call.segment(one))
        guard let part = parts(exploration).first(where: { name($0) == asked }) else {
          throw PageError.notInTheory(what, exploration.theory)
        }
        return try call.answer(record(part, exploration))
      },
    ]
  }
}
