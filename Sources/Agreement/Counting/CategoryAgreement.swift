/// How far two people agree who sorted units into named categories, and what could not be compared.
public struct CategoryAgreement: Sendable, Hashable {
  /// The categories, in the order of the table's rows and columns.
  public let categories: [String]
  /// The units that both judged, by the category of the first (rows) and of the second (columns).
  public let table: CrossTable
  /// How many units only the first judged; they are left out of the table.
  public let onlyFirst: Int
  /// How many units only the second judged; they are left out of the table.
  public let onlySecond: Int
  /// How many units neither judged; they are left out of the table.
  public let neither: Int
  /// How many units both judged, one at least with a category that isn't among these; they are left out of the table.
  public let otherwise: Int

  /// Counts judgements.
  ///
  /// - Parameters:
  ///   - pairs: for each unit the category that the first gives and the one that the second gives; `nil` where one hasn't
  ///     judged it.
  ///   - categories: the categories, each once, in their order where they have one.
  public init(_ pairs: some Sequence<(first: String?, second: String?)>, categories: [String]) {
    var (whole, onlyFirst, onlySecond, neither) = ([(String, String)](), 0, 0, 0)
    for pair in pairs {
      switch (pair.first, pair.second) {
      case (let first?, let second?): whole.append((first, second))
      case (.some, nil): onlyFirst += 1
      case (nil, .some): onlySecond += 1
      case (nil, nil): neither += 1
      }
    }
    (self.categories, self.onlyFirst, self.onlySecond, self.neither) = (
      categories, onlyFirst, onlySecond, neither
    )
    table = CrossTable(whole, categories: categories)
    otherwise = whole.count - table.units
  }
}
