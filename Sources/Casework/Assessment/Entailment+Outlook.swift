import Bibliography
import OrderedCollections
public import ProgrammeTheory

extension Entailment {
  /// How the concepts of the theory's outlook stand.
  public var outlook: [(prospect: Prospect, standing: Standing)] {
    theory.outlook.map { ($0, standing(of: $0.concept)) }
  }

  /// The configurations that fire here and not there, in the order of the document.
  func fires(butNot other: Entailment) -> [CMOConfiguration.ID] {
    Array(firingConfigurations.subtracting(other.firingConfigurations))
  }

  /// How many distinct works support a set of configurations, others that are named counted in.
  func works(supporting configurations: [CMOConfiguration.ID], and others: [Reference.ID]) -> Int {
    Set(configurations.flatMap { theory.evidence(for: $0).supporting } + others).count
  }
}
