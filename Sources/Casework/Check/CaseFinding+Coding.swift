import ProgrammeTheory

extension CaseFinding: Codable {
  /// The parts of a finding, all but the kind as far as it has them.
  private struct Record: Codable {
    var kind: Kind
    var concept: Concept.ID?
    var partner: Partner.ID?
    var event: Event.ID?
    var theory: Theory.ID?
    var what: Named?
    var name: String?
    var nearest: String?
    var date: String?
    var high: [String]?
    var low: [String]?
    var doi: String?
    var reference: String?
    var awaitedBy: Int?
  }

  /// Encodes the kind, and as far as the finding has them: `concept`, `partner`, `event`, `theory`, `what`, `name`,
  /// `nearest`, `date`, `high`, `low`, `doi`, `reference`, `awaitedBy`.
  public func encode(to encoder: any Encoder) throws {
    var record = Record(kind: kind)
    switch self {
    case .otherTheory(let theory): record.theory = theory
    case .unknownToTheory(let what, let name, let nearest):
      (record.what, record.name, record.nearest) = (what, name, nearest)
    case .hindsight(let concept, let date), .sinceWithoutStart(let concept, let date):
      (record.concept, record.date) = (concept, date)
    case .eventBeforeStart(let event, let date): (record.event, record.date) = (event, date)
    case .endBeforeStart(let date): record.date = date
    case .eventMovesNothing(let event): record.event = event
    case .eventMovesAnEnd(let event, let concept): (record.event, record.concept) = (event, concept)
    case .disagreement(let concept, let high, let low):
      (record.concept, record.high, record.low) = (concept, high, low)
    case .namesIncludedStudy(let doi, let reference): (record.doi, record.reference) = (doi, reference)
    case .silentPartner(let partner): record.partner = partner
    case .noSource(let concept, let partner), .nobodySaysSo(let concept, let partner):
      (record.concept, record.partner) = (concept, partner)
    case .weightyUnknown(let concept, let count): (record.concept, record.awaitedBy) = (concept, count)
    }
    try record.encode(to: encoder)
  }

  /// Decodes what ``encode(to:)`` writes.
  ///
  /// - Throws: `DecodingError` where a part is missing or isn't what it should be.
  public init(from decoder: any Decoder) throws {
    let record = try Record(from: decoder)
    func need<Part>(_ part: Part?, _ name: String) throws -> Part {
      if let part { return part }
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "\(record.kind.rawValue) has no \(name)"))
    }
    func concept() throws -> Concept.ID { try need(record.concept, "concept") }
    func event() throws -> Event.ID { try need(record.event, "event") }
    func date() throws -> String { try need(record.date, "date") }
    self =
      switch record.kind {
      case .otherTheory: .otherTheory(named: try need(record.theory, "theory"))
      case .unknownToTheory:
        .unknownToTheory(
          what: try need(record.what, "what"), name: try need(record.name, "name"), nearest: record.nearest)
      case .hindsight: .hindsight(try concept(), since: try date())
      case .sinceWithoutStart: .sinceWithoutStart(try concept(), since: try date())
      case .eventBeforeStart: .eventBeforeStart(try event(), date: try date())
      case .endBeforeStart: .endBeforeStart(date: try date())
      case .eventMovesNothing: .eventMovesNothing(try event())
      case .eventMovesAnEnd: .eventMovesAnEnd(try event(), try concept())
      case .disagreement:
        .disagreement(try concept(), high: try need(record.high, "high"), low: try need(record.low, "low"))
      case .namesIncludedStudy:
        .namesIncludedStudy(
          doi: try need(record.doi, "doi"), reference: try need(record.reference, "reference"))
      case .silentPartner: .silentPartner(try need(record.partner, "partner"))
      case .noSource: .noSource(try concept(), of: record.partner)
      case .nobodySaysSo: .nobodySaysSo(try concept(), of: record.partner)
      case .weightyUnknown: .weightyUnknown(try concept(), awaitedBy: try need(record.awaitedBy, "awaitedBy"))
      }
  }
}
