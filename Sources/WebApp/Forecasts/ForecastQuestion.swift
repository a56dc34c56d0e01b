import Bibliography
import Casework
import Crypto
import Documents
import ProgrammeTheory

/// What can be asked of the models of a case. Equal questions have equal answers, so an answer is kept by its question.
struct ForecastQuestion: Sendable {
  /// What is asked.
  enum Kind: Sendable, Hashable {
    /// What may come if nothing more is done.
    case course
    /// What isn't known and matters.
    case findOut
    /// What helps, and when.
    case advice(levers: [Lever.ID]?, most: Int)
    /// How plans fare beside doing nothing more, and beside each other.
    case plans([ActionPlan])
  }

  /// In which form the answer is wanted.
  enum Form: String, Sendable, Hashable {
    /// As parts of a page.
    case page
    /// As data: the same bytes as the command gives with `--format json`.
    case record
  }

  /// How many rounds are run where nobody says.
  static let usualRounds = 20
  /// The seed that everything is drawn from where nobody says; that of the commands.
  static let usualSeed: UInt64 = 1

  let subject: Case
  let theory: Theory
  /// The cases that are set beside it.
  let beside: [Case]
  let kind: Kind
  let form: Form
  let asOf: PartialDate?
  let rounds: Int
  let seed: UInt64
  /// How many models are run, stage by stage: first few, for an answer at once, then more.
  let stages: [Int]
  /// Stands for all of it but the stages.
  let key: String

  /// A question.
  ///
  /// - Throws: ``/Documents/FaultyDocument`` for a case that no document can hold.
  init(
    _ kind: Kind, of subject: Subject, form: Form = .page, asOf: PartialDate? = nil,
    rounds: Int = usualRounds, seed: UInt64 = usualSeed, stages: [Int], program: String
  ) throws {
    (self.subject, theory, beside) = (subject.subject, subject.theory, subject.beside)
    (self.kind, self.form, self.asOf, self.rounds, self.seed) = (kind, form, asOf, rounds, seed)
    self.stages = stages
    var words = [
      program, theory.identity.id.text, theory.identity.version, try CaseDocument.write(subject.subject).text,
      asOf?.description ?? "", "\(rounds)", "\(seed)", form.rawValue,
    ]
    if kind == .course || kind == .findOut {
      words += try subject.beside.map { try CaseDocument.write($0).text }
    }
    words += Self.words(of: kind)
    // No word holds this sign, so no two questions run together.
    key = Hexadecimal.text(SHA256.hash(data: Array(words.joined(separator: "\u{0}").utf8)))
  }

  private static func words(of kind: Kind) -> [String] {
    switch kind {
    case .course: ["course"]
    case .findOut: ["find out"]
    case .advice(let levers, let most): ["advice", "\(most)"] + (levers?.map(\.text) ?? ["all"])
    case .plans(let plans): ["plans"] + plans.map { PlanDocument.write($0).text }
    }
  }
}
