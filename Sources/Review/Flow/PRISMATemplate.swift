/// The rows of the template that comes with the R package PRISMA2020 (its `inst/extdata/PRISMA.csv`, under the MIT licence),
/// all but their numbers.
enum PRISMATemplate {
  /// A row.
  struct Row {
    /// The number that stands in it; `nil` for boxes without one.
    let key: String?
    /// All fields but the last.
    let fields: [String]

    init(_ data: String, _ fields: String...) {
      let hasNumber = !["NA", "identification", "screening", "included"].contains(data)
      key = hasNumber ? data : nil
      self.fields = [data] + fields
    }
  }

  /// The names of the columns.
  static let columns = ["data", "node", "box", "description", "boxtext", "tooltips", "url", "n"]

  private static let reasons =
    "[separate reasons and numbers using ; e.g. Reason1, xxx; Reason2, xxx; Reason3, xxx]"

  /// The rows, in their order.
  static let rows: [Row] = [
    Row(
      "NA", "node4", "prevstud", "Grey title box; Previous studies", "Previous studies",
      "Grey title box; Previous studies", "prevstud.html"),
    Row(
      "previous_studies", "node5", "box1", "Studies included in previous version of review",
      "Studies included in previous version of review", "Studies included in previous version of review",
      "previous_studies.html"),
    Row(
      "previous_reports", "NA", "box1", "Reports of studies included in previous version of review",
      "Reports of studies included in previous version of review", "NA", "previous_reports.html"),
    Row(
      "NA", "node6", "newstud", "Yellow title box; Identification of new studies via databases and registers",
      "Identification of new studies via databases and registers",
      "Yellow title box; Identification of new studies via databases and registers", "newstud.html"),
    Row(
      "database_results", "node7", "box2", "Records identified from: Databases", "Databases",
      "Records identified from: Databases and Registers", "database_results.html"),
    Row(
      "database_specific_results", "NA", "box2", "Records identified from: specific databases",
      "Specific Databases", "NA", "database_results.html"),
    Row("register_results", "NA", "box2", "Records identified from: Registers", "Registers", "NA", "NA"),
    Row(
      "register_specific_results", "NA", "box2", "Records identified from: specific registers",
      "Specific Registers", "NA", "database_results.html"),
    Row(
      "NA", "node16", "othstud", "Grey title box; Identification of new studies via other methods",
      "Identification of new studies via other methods",
      "Grey title box; Identification of new studies via other methods", "othstud.html"),
    Row(
      "website_results", "node17", "box11", "Records identified from: Websites", "Websites",
      "Records identified from: Websites, Organisations and Citation Searching", "website_results.html"),
    Row(
      "organisation_results", "", "box11", "Records identified from: Organisations", "Organisations", "NA",
      "NA"),
    Row(
      "citations_results", "NA", "box11", "Records identified from: Citation searching", "Citation searching",
      "NA", "NA"),
    Row(
      "duplicates", "node8", "box3", "Duplicate records", "Duplicate records", "Duplicate records",
      "duplicates.html"),
    Row(
      "excluded_automatic", "NA", "box3", "Records marked as ineligible by automation tools",
      "Records marked as ineligible by automation tools", "NA", "NA"),
    Row(
      "excluded_other", "NA", "box3", "Records removed for other reasons",
      "Records removed for other reasons", "NA", "NA"),
    Row(
      "records_screened", "node9", "box4", "Records screened (databases and registers)", "Records screened",
      "Records screened (databases and registers)", "records_screened.html"),
    Row(
      "records_excluded", "node10", "box5", "Records excluded (databases and registers)", "Records excluded",
      "Records excluded (databases and registers)", "records_excluded.html"),
    Row(
      "dbr_sought_reports", "node11", "box6", "Reports sought for retrieval (databases and registers)",
      "Reports sought for retrieval", "Reports sought for retrieval (databases and registers)",
      "dbr_sought_reports.html"),
    Row(
      "dbr_notretrieved_reports", "node12", "box7", "Reports not retrieved (databases and registers)",
      "Reports not retrieved", "Reports not retrieved (databases and registers)",
      "dbr_notretrieved_reports.html"),
    Row(
      "other_sought_reports", "node18", "box12", "Reports sought for retrieval (other)",
      "Reports sought for retrieval", "Reports sought for retrieval (other)", "other_sought_reports.html"),
    Row(
      "other_notretrieved_reports", "node19", "box13", "Reports not retrieved (other)",
      "Reports not retrieved", "Reports not retrieved (other)", "other_notretrieved_reports.html"),
    Row(
      "dbr_assessed", "node13", "box8", "Reports assessed for eligibility (databases and registers)",
      "Reports assessed for eligibility", "Reports assessed for eligibility (databases and registers)",
      "dbr_assessed.html"),
    Row(
      "dbr_excluded", "node14", "box9", "Reports excluded (databases and registers): \(reasons)",
      "Reports excluded", "Reports excluded (databases and registers)", "dbrexcludedrecords.html"),
    Row(
      "other_assessed", "node20", "box14", "Reports assessed for eligibility (other)",
      "Reports assessed for eligibility", "Reports assessed for eligibility (other)", "other_assessed.html"),
    Row(
      "other_excluded", "node21", "box15", "Reports excluded (other): \(reasons)", "Reports excluded",
      "Reports excluded (other)", "other_excluded.html"),
    Row(
      "new_studies", "node15", "box10", "New studies included in review", "New studies included in review",
      "New studies included in review", "new_studies.html"),
    Row(
      "new_reports", "NA", "box10", "Reports of new included studies", "Reports of new included studies",
      "NA", "NA"),
    Row(
      "total_studies", "node22", "box16", "Total studies included in review",
      "Total studies included in review", "Total studies included in review", "total_studies.html"),
    Row(
      "total_reports", "NA", "box16", "Reports of total included studies",
      "Reports of total included studies", "NA", "NA"),
    Row(
      "identification", "node1", "identification", "Blue identification box", "Identification",
      "Blue identification box", "identification.html"),
    Row(
      "screening", "node2", "screening", "Blue screening box", "Screening", "Blue screening box",
      "screening.html"),
    Row(
      "included", "node3", "included", "Blue included box", "Included", "Blue included box", "included.html"),
  ]
}
