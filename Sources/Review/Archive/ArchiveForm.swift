/// What stands in an archive of a review, and under which names.
enum ArchiveForm {
  /// What an archive of this version says of itself.
  static let format = "realist-review-archive/1"

  static let readme = "README.md"
  static let description = "review.json"
  static let acts = "acts.jsonl"
  static let records = "records.json"
  static let places = "places.csv"
  static let screening = "screening.csv"
  static let plan = "protocol.yaml"

  /// The entry that holds the words of a text.
  static func text(_ number: Int) -> String { "texts/\(number).txt" }

  static let placesHead = "record,import,position,line"

  /// What an archive says of itself.
  struct Description: Codable {
    let format: String
    let acts: Int
    let records: Int
  }

  /// What the archive is, for whoever finds it in twenty years.
  static let explanation = """
    # A review, archived

    This archive holds a whole review in open formats. The file that it was made from can be made again with `realist review
    restore`; without that program, everything here can be read with a text editor and a program for spreadsheets.

    | file | what it holds |
    |---|---|
    | `acts.jsonl` | the log: every act of the review, one JSON object a line, in order: number, time (UTC), who, kind, content |
    | `records.json` | every record as it was read, as CSL-JSON (Citation Style Language), in the order of their numbers |
    | `places.csv` | for each record its number, the act that imported it, and its position and line in the file it came from |
    | `screening.csv` | for each record where it stands, for people; it follows from the acts |
    | `texts/1.txt` … | the words of each text, in UTF-8, by its number; what is said of it stands in the act that added it |
    | `protocol.yaml` | the protocol as it held at the end, where there is one; it follows from the acts |
    | `review.json` | the form of this archive, and how many acts and records it holds |

    Records are named in the acts by their numbers: the first of `records.json` is 1.

    """
}
