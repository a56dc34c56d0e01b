import Bibliography
import Casework
import Dynamics
import Foundation
import ProgrammeTheory

/// A question to the models as a program posts it.
struct PostedQuestion: Decodable {
  enum Question: String, Decodable, CaseIterable { case forecast, advice, plans }

  /// A round or a date.
  struct Moment: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      text =
        if let round = try? container.decode(Int.self) { "\(round)" } else {
          try container.decode(String.self)
        }
    }
  }

  struct Action: Decodable {
    let `do`: String
    let from: Moment?
    let until: Moment?
  }

  struct PostedPlan: Decodable {
    let id: String?
    let title: String
    let arrangement: String?
    let actions: [Action]?
  }

  let question: Question
  let `case`: String?
  let collaboration: String?
  let rounds: Int?
  let draws: Int?
  let seed: UInt64?
  let asOf: String?
  let plans: [PostedPlan]?
  let actions: [String]?
  let most: Int?

  /// How many models may be asked for: more are for the command, which has the machine to itself.
  static let possibleModels = 4...20_000
  /// How many models are run where nobody says.
  static let usualModels = 1_000
  /// How many actions an advice can be asked about, and how many of them it sets together.
  private static let (possibleActions, possibleSets) = (1...20, 1...3)

  /// Reads a question.
  ///
  /// - Throws: ``PageError/badQuestion(_:)`` for what isn't JSON or isn't what ``schema`` describes.
  static func read(_ bytes: [UInt8]) throws(PageError) -> PostedQuestion {
    let data = Foundation.Data(bytes)
    guard let tree = try? JSONDecoder().decode(JSONTree.self, from: data) else {
      throw .badQuestion("It is no JSON.")
    }
    if let misfit = tree.misfit(with: schema) {
      throw .badQuestion((misfit.field.isEmpty ? "" : "At \(misfit.field): ") + misfit.problem + ".")
    }
    guard let question = try? JSONDecoder().decode(PostedQuestion.self, from: data) else {
      throw .badQuestion("It can’t be read.")
    }
    return question
  }

  var usedRounds: Int { rounds ?? ForecastQuestion.usualRounds }

  func date() throws(PageError) -> PartialDate? {
    guard let asOf else { return nil }
    guard let date = PartialDate(iso: asOf) else { throw .badDate }
    return date
  }

  func kind(for subject: Subject) throws(PageError) -> ForecastQuestion.Kind {
    switch question {
    case .forecast: .course
    case .advice: .advice(levers: try levers(of: subject.theory), most: most ?? Self.possibleSets.upperBound)
    case .plans: .plans(try actionPlans(for: subject))
    }
  }

  private func levers(of theory: Theory) throws(PageError) -> [Lever.ID]? {
    guard let actions else { return nil }
    let known = actions.compactMap { word in theory.levers.first { $0.id.text == word }?.id }
    guard known.count == actions.count else {
      throw .badQuestion("The theory has no such action as one of those under “actions”.")
    }
    return known
  }

  private func actionPlans(for subject: Subject) throws(PageError) -> [ActionPlan] {
    guard let plans else { throw .badQuestion("Say under “plans” which plans are to be compared.") }
    var made: [ActionPlan] = []
    for plan in plans {
      var draft = PlanDraft()
      draft.title = plan.title
      draft.rounds = "\(usedRounds)"
      draft.arrangement = plan.arrangement ?? ""
      draft.steps = (plan.actions ?? []).map {
        PlanDraft.Step(action: $0.do, from: $0.from?.text ?? "", until: $0.until?.text ?? "")
      }
      do {
        let taken = Set(made.map(\.id.text))
        made.append(try draft.plan(for: subject, named: plan.id, unlike: taken).plan)
      } catch {
        throw .badQuestion(error.troubles.map(\.words).joined(separator: " "))
      }
    }
    return made
  }
}

extension PostedQuestion {
  /// What is taken.
  static let schema = APISchemas.object(
    ["question": APISchemas.words(of: Question.self)],
    optional: [
      "case": about("A bundled case; or name a collaboration.", name),
      "collaboration": about("A collaboration of this server.", name),
      "rounds": about(
        "How many rounds are run.", whole(EnsembleSettings.possibleRounds, ForecastQuestion.usualRounds)),
      "draws": about("How many models are run.", whole(possibleModels, usualModels)),
      "seed": about("What everything is drawn from.", whole(0...Int.max, Int(ForecastQuestion.usualSeed))),
      "asOf": about("What happened later is left out: a year, a month or a day.", name),
      "plans": about(
        "For a comparison of plans: the plans.", list(plan, 1...PlanComparison.most)),
      "actions": about("For an advice: the actions; without them, all.", list(name, possibleActions)),
      "most": about(
        "For an advice: how many actions are set together at most.",
        whole(possibleSets, possibleSets.upperBound)),
    ])

  private static let name: JSONTree = ["type": "string", "minLength": 1, "maxLength": 200]

  private static let plan = APISchemas.object(
    ["title": name],
    optional: [
      "id": name, "arrangement": about("Another form than the collaboration has.", name),
      "actions": list(
        APISchemas.object(["do": name], optional: ["from": moment, "until": moment]), 0...200),
    ])

  private static let moment = about(
    "A round, or a date.", ["anyOf": [["type": "integer", "minimum": 1, "maximum": 100], name]])

  private static func whole(_ range: ClosedRange<Int>, _ usual: Int) -> JSONTree {
    [
      "type": "integer", "minimum": .whole(range.lowerBound), "maximum": .whole(range.upperBound),
      "default": .whole(usual),
    ]
  }

  private static func list(_ item: JSONTree, _ range: ClosedRange<Int>) -> JSONTree {
    APISchemas.list(item).with(["minItems": .whole(range.lowerBound), "maxItems": .whole(range.upperBound)])
  }

  private static func about(_ words: String, _ schema: JSONTree) -> JSONTree {
    schema.with(["description": .text(words)])
  }
}

extension PageError {
  static func badQuestion(_ what: String) -> PageError {
    PageError(
      422, "The question can’t be used", String(what.prefix(2_000)),
      "Mend it, and post it again. The OpenAPI document says what is taken.")
  }
}
