import ArgumentParser
import Reporting
import Review

struct DedupeReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dedupe",
    abstract: "Merge records that are surely one work; decide what isn't sure; take merges back.",
    discussion: """
      The rules are those of realist records dedupe. Each record stays as it was read: a merge says that several are one \
      work, which is then screened once.

        realist review dedupe mine.realist --trial
        realist review dedupe mine.realist
        realist review dedupe mine.realist --same 12,340
        realist review dedupe mine.realist --apart 12,340
        realist review undo mine.realist 9
      """)
  @OptionGroup var file: ReviewFile
  @Flag(help: "Only say what would be merged.") var trial = false
  @Option(help: ArgumentHelp("These records are one work.", valueName: "records")) var same: String?
  @Option(help: ArgumentHelp("These records are works of their own.", valueName: "records")) var apart:
    String?
  @OptionGroup var author: Author
  @OptionGroup var printing: RecordsPrinting

  func validate() throws {
    if same != nil, apart != nil {
      throw ValidationError("--same and --apart can't be done at once. Use one.")
    }
    if trial, same != nil || apart != nil {
      throw ValidationError("--trial is for the rules, not for --same and --apart.")
    }
  }

  func run() throws {
    try printing.refuse(over: [file.review])
    let name = trial ? author.known ?? "" : try author.name()
    try file.use { review in
      if let same {
        return try tell(
          review.append(.merged(Merge(groups: [try numbers(same, "--same")], isByPerson: true)), by: name))
      }
      if let apart {
        return try tell(
          review.append(.keptApart(KeptApart(records: try numbers(apart, "--apart"))), by: name))
      }
      let found = try review.mergeDuplicates(by: name, isTrial: trial)
      try printing.take(ReviewTeller().duplicates(found)) { try Console.json(DuplicateFields(found)) }
    }
  }

  private func tell(_ logged: LoggedAct) throws {
    let text =
      printing.format == .json
      ? try Console.json(logged) : "Act \(logged.number), \(logged.by): \(logged.act.told)."
    Console.print(text)
  }

  private func numbers(_ text: String, _ option: String) throws(Complaint) -> [Int] {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map {
      Int($0.filter { $0 != " " })
    }
    let known = parts.compactMap(\.self)
    guard known.count == parts.count, known.count > 1, known.count <= 10_000 else {
      throw Complaint("\(option) takes the numbers of two or more records, such as 12,340.")
    }
    return known
  }

  private struct DuplicateFields: Encodable {
    let works: Int
    let groups: [[Int]]
    let doubtful: [Pair]
    let act: Int?

    struct Pair: Encodable {
      let records: [Int]
      let reason: String
    }

    init(_ found: DuplicateFindings) {
      (works, groups, act) = (found.works, found.groups, found.act)
      doubtful = found.doubtful.map { Pair(records: [$0.first.id, $0.second.id], reason: $0.reason) }
    }
  }
}
