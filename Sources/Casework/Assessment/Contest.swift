import OrderedCollections
public import ProgrammeTheory

/// A place where the theory contradicts itself in a case: what follows under each reading.
public struct Contest: Sendable {
  /// One reading, and how the outlook stands if only it holds.
  public struct Outcome: Sendable {
    /// The reading.
    public let reading: Rivalry.Reading
    /// How the outlook stands.
    public let outlook: [(prospect: Prospect, standing: Standing)]
  }

  /// The rivalry.
  public let rivalry: Rivalry
  /// What follows under each of its readings, in the order of the document.
  public let outcomes: [Outcome]
  /// The concepts of the outlook on which the readings differ.
  public let differOn: [Concept.ID]

  /// The rivalries of which at least two readings have a configuration that fires.
  static func all(in situation: Situation) -> [Contest] {
    let entailment = situation.entailment
    let firing = entailment.firingConfigurations
    return entailment.theory.rivalries.compactMap { rivalry in
      let inPlay = rivalry.readings.filter { reading in
        reading.configurations.contains { firing.contains($0) }
      }
      return inPlay.count > 1 ? Contest(rivalry, in: situation) : nil
    }
  }

  private init(_ rivalry: Rivalry, in situation: Situation) {
    self.rivalry = rivalry
    let theory = situation.entailment.theory
    let outcomes = rivalry.readings.map { reading in
      let others = rivalry.readings.filter { $0 != reading }.flatMap(\.configurations)
      let excluded = Set(others).subtracting(reading.configurations)
      return Outcome(
        reading: reading, outlook: theory.entailment(of: situation.facts, without: excluded).outlook)
    }
    self.outcomes = outcomes
    differOn = theory.outlook.enumerated().compactMap { index, prospect in
      let standings = outcomes.map(\.outlook[index].standing)
      let differs = standings.dropFirst().contains { other in
        other.tendency != standings[0].tendency || other.bufferedBy.isEmpty != standings[0].bufferedBy.isEmpty
      }
      return differs ? prospect.concept : nil
    }
  }
}
