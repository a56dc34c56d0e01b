import OrderedCollections
import ProgrammeTheory
import Reporting

extension TheoryTeller {
  /// The configurations, one a row: the table that a realist review prints.
  var configurationTable: Table {
    Table(
      caption: "Context-mechanism-outcome configurations",
      columns: [
        "Identifier", "Title", "Context", "Conditions", "Mechanism", "Kind of mechanism", "Resource",
        "Reasoning",
        "Outcome", "Phase", "Status", "Reverses", "Tellings", "Sources", "Against", "Rivals", "Note",
      ],
      rows: theory.configurations.map(row))
  }

  /// The configurations in the columns that papers print.
  var printedConfigurations: Table {
    Table(
      caption: "Context-mechanism-outcome configurations as a paper prints them",
      columns: ["Number", "Context", "Mechanism", "Outcome", "Sources"],
      rows: theory.configurations.enumerated().map { place, configuration in
        let works = theory.evidence(for: configuration.id).supporting
        return [
          Cell("\(place + 1)", alignment: .trailing),
          Cell(list(configuration.context.map(theory.state) + conditions(of: configuration))),
          Cell(mechanism(of: configuration)), Cell(list(configuration.outcome.map(theory.clause))),
          Cell(works.isEmpty ? "not given" : cited(works)),
        ]
      })
  }

  private func conditions(of configuration: CMOConfiguration) -> [String] {
    configuration.conditions.map { "given \(theory.state($0))" }
  }

  private func mechanism(of configuration: CMOConfiguration) -> String {
    guard let mechanism = configuration.mechanism else { return "not told" }
    let parts = [
      mechanism.resource.map { "resource: \($0)" }, mechanism.reasoning.map { "reasoning: \($0)" },
    ]
    return list(mechanism.literals.map(theory.state) + parts.compactMap(\.self))
  }

  private func row(_ configuration: CMOConfiguration) -> [Cell] {
    let mechanism = configuration.mechanism
    let evidence = theory.evidence(for: configuration.id)
    let reversal = configuration.reversibility
    let against =
      evidence.against.map { "[\($0)] against" } + evidence.null.map { "[\($0)] found little or no effect" }
    return [
      configuration.id.text, configuration.title ?? "", list(configuration.context.map(theory.state)),
      list(configuration.conditions.map(theory.state)), list(mechanism?.literals.map(theory.state) ?? []),
      mechanism?.origin.rawValue ?? "", mechanism?.resource ?? "", mechanism?.reasoning ?? "",
      list(configuration.outcome.map(theory.clause)), phaseName(configuration.phase) ?? "",
      configuration.status.rawValue, "\(reversal.isAllowed ? "yes" : "no"): \(reversal.reason)",
      list(configuration.tellings.compactMap(theory.telling).map { "\($0.id): \($0.place.words)" }),
      list(evidence.supporting.map { "[\($0)]" } + (evidence.hasTellingWithoutSource ? ["not given"] : [])),
      list(against), list(rivals(of: configuration)), configuration.note ?? "",
    ].map { Cell($0) }
  }

  private func list(_ items: [String]) -> String { items.joined(separator: "; ") }

  /// The name of a phase.
  func phaseName(_ id: Phase.ID?) -> String? {
    id.map { id in theory.phases.first { $0.id == id }?.name ?? id.text }
  }

  /// The configurations of the other readings of a rivalry, with what it is about.
  private func rivals(of configuration: CMOConfiguration) -> [String] {
    theory.rivalries(of: configuration.id).map { rivalry in
      let others = rivalry.readings.filter { !$0.configurations.contains(configuration.id) }
      let names = OrderedSet(others.flatMap(\.configurations)).map(\.text)
      return "\(rivalry.id), \(rivalry.about): \(names.joined(separator: ", "))"
    }
  }
}
