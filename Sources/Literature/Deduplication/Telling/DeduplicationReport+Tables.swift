public import Reporting

extension DeduplicationReport {
  /// The sure groups, as `merged_ids`. Given as groups to keep apart, it takes every merge back.
  public var groupTable: Table { GroupTable.table(deduplication.groups.map(\.members), names) }

  /// The pairs that a person decides, each with what speaks for and against. A row can be moved into a file of groups
  /// that are the same, or are to be kept apart.
  public var doubtfulTable: Table {
    Table(
      caption: "Pairs that a person decides",
      columns: [GroupTable.heading, "first", "second", "same", "different"],
      rows: deduplication.doubtful.map { pair in
        let link = pair.link
        return [
          Cell(GroupTable.joined([link.first, link.second], names)), Cell(line(link.first)),
          Cell(line(link.second)),
          Cell(link.agreed.joined(separator: ", ")),
          Cell(
            (link.differed + (link.basis == .contradicted ? ["another record of the same group"] : []))
              .joined(separator: ", ")),
        ]
      })
  }
}
