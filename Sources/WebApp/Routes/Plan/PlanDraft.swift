import Bibliography
import Casework
import Documents
import Dynamics
import ProgrammeTheory

/// A plan as it stands in a form, or in the address of one that is tried.
struct PlanDraft: Sendable, Hashable {
  /// An action that was chosen, and when, as it was typed.
  struct Step: Sendable, Hashable {
    let action: String
    var from = ""
    var until = ""
  }

  /// How many characters a title has at most.
  static let mostTitle = 200

  var title = ""
  /// How many rounds are run, as it was typed.
  var rounds = "\(ForecastQuestion.usualRounds)"
  /// Another form than the case's own; empty where that stays.
  var arrangement = ""
  var steps: [Step] = []

  init() {}

  /// The draft of a plan that was saved.
  init(_ plan: ActionPlan, rounds: Int) {
    title = plan.title
    self.rounds = "\(rounds)"
    arrangement = plan.arrangement?.id.text ?? ""
    steps = plan.plan.steps.map {
      Step(
        action: $0.lever.text, from: $0.rounds.lowerBound == 1 ? "" : "\($0.rounds.lowerBound)",
        until: $0.rounds.upperBound == .max ? "" : "\($0.rounds.upperBound)")
    }
  }

  /// The draft that a form holds.
  init(form fields: FormFields) {
    self.init(heading: fields)
    steps = fields.all("do").map { action in
      Step(
        action: action, from: fields.text("from-\(action)") ?? "", until: fields.text("until-\(action)") ?? ""
      )
    }
  }

  /// The draft that an address holds, as ``query`` writes it.
  init(query fields: FormFields) {
    self.init(heading: fields)
    steps = fields.all("step").map { text in
      let parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
      return Step(
        action: parts[0], from: parts.count > 1 ? parts[1] : "", until: parts.count > 2 ? parts[2] : "")
    }
  }

  private init(heading fields: FormFields) {
    title = fields.text("title") ?? ""
    rounds = fields.text("rounds") ?? rounds
    arrangement = fields.text("arrangement") ?? ""
  }

  /// As part of an address.
  var query: String {
    let pairs =
      [("title", title), ("rounds", rounds), ("arrangement", arrangement)].filter { !$0.1.isEmpty }
      + steps.map { ("step", "\($0.action).\($0.from).\($0.until)") }
    return pairs.map { "\($0.0)=\(FormFields.encoded($0.1))" }.joined(separator: "&")
  }
}

/// Why a draft is no plan: what is wrong, each with the field that it is wrong in.
struct PlanRefusal: Error, Sendable, Hashable {
  struct Trouble: Sendable, Hashable {
    /// The field's name within the page.
    let field: String
    let words: String
  }

  let troubles: [Trouble]
}

extension PlanDraft {
  /// The plan, and how many rounds are run for it.
  ///
  /// - Parameters:
  ///   - taken: names that other plans have.
  ///   - name: its name; without one, it is made from the title.
  /// - Throws: ``PlanRefusal`` with everything that is wrong.
  func plan(for subject: Subject, named name: String? = nil, unlike taken: Set<String> = [])
    throws(PlanRefusal) -> (plan: ActionPlan, rounds: Int)
  {
    var troubles: [PlanRefusal.Trouble] = []
    let possible = EnsembleSettings.possibleRounds
    let rounds = Int(rounds).flatMap { possible.contains($0) ? $0 : nil }
    if rounds == nil {
      troubles.append(
        .init(
          field: "rounds",
          words: "How many rounds: write a number from \(possible.lowerBound) to \(possible.upperBound)."))
    }
    if title.isEmpty || title.count > Self.mostTitle {
      troubles.append(
        .init(field: "title", words: "Name: write from 1 to \(Self.mostTitle) characters."))
    }
    if title.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      troubles.append(
        .init(field: "title", words: "Name: it holds signs that can’t be seen. Type it again."))
    }
    if steps.isEmpty, arrangement.isEmpty {
      troubles.append(.init(field: "actions", words: "Choose at least one action, or another arrangement."))
    }
    troubles += steps.prefix(200).flatMap { $0.troubles(in: subject.theory) }
    if !troubles.isEmpty { throw PlanRefusal(troubles: Array(troubles.prefix(20))) }
    let id = name.flatMap(ActionPlan.ID.init) ?? .named(after: title, or: "plan", unlike: taken)
    let setting = PlanComparison.setting(
      of: subject.subject, by: subject.theory, asOf: nil, rounds: rounds ?? possible.upperBound)
    do {
      let file = DocumentFile(name: "plan", text: document(id?.text ?? "plan").yaml())
      return (try PlanDocument.read(file, for: setting), rounds ?? possible.upperBound)
    } catch {
      throw PlanRefusal(troubles: error.faults.prefix(20).map { trouble($0, in: subject.theory) })
    }
  }

  private func document(_ id: String) -> DocumentValue {
    func moment(_ key: String, _ text: String) -> DocumentValue.Pair? {
      text.isEmpty ? nil : .init(key, Int(text).map(DocumentValue.whole) ?? .text(text))
    }
    let actions = steps.map { step in
      DocumentValue.group(
        [.init("do", .text(step.action)), moment("from", step.from), moment("until", step.until)].compactMap(
          \.self))
    }
    let pairs: [DocumentValue.Pair?] = [
      .init("format", .text(PlanDocument.format)), .init("id", .text(id)), .init("title", .text(title)),
      arrangement.isEmpty ? nil : .init("arrangement", .text(arrangement)),
      actions.isEmpty ? nil : .init("actions", .list(actions)),
    ]
    return .group(pairs.compactMap(\.self))
  }

  /// A fault of the document as one of the form.
  private func trouble(_ fault: Fault, in theory: Theory) -> PlanRefusal.Trouble {
    let parts = fault.field.split { "[].".contains($0) }
    let problem = fault.problem.prefix(1).uppercased() + fault.problem.dropFirst()
    guard parts.first == "actions", parts.count > 1, let index = Int(parts[1]), steps.indices.contains(index)
    else {
      let field = ["title", "arrangement"].first { $0 == fault.field } ?? "actions"
      return .init(field: field, words: "\(problem). \(fault.remedy)")
    }
    let action = steps[index].action
    guard let lever = theory.levers.first(where: { $0.id.text == action }) else {
      return .init(
        field: "actions", words: "The theory has no action “\(action.prefix(60))”. Choose from those below.")
    }
    let field = parts.count > 2 && parts[2] != "do" ? "\(parts[2])-\(action)" : "do-\(action)"
    return .init(field: field, words: "\(lever.name.capitalisedFirst): \(fault.problem). \(fault.remedy)")
  }
}

extension PlanDraft.Step {
  /// What was typed that is neither a round nor a date.
  fileprivate func troubles(in theory: Theory) -> [PlanRefusal.Trouble] {
    [("from", from), ("until", until)].compactMap { field, text in
      guard !text.isEmpty, Int(text) == nil, PartialDate(iso: text) == nil else { return nil }
      let name = theory.levers.first { $0.id.text == action }?.name.capitalisedFirst ?? action
      return .init(
        field: "\(field)-\(action)",
        words:
          "\(name): “\(text.prefix(40))” is no round and no date. Write the number of a round, such as 3, or a month, such as 2026-05."
      )
    }
  }
}

extension FormFields {
  /// Text as it stands in an address.
  static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
        String(Unicode.Scalar(byte))
      default: "%" + Hexadecimal.text([byte]).uppercased()
      }
    }.joined()
  }
}
