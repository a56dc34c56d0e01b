import Hummingbird
import HTTPTypes

/// Why a page can't be shown, in words for the person who asked for it.
struct PageError: Error, Sendable, Hashable {
  /// The status of the answer.
  let status: Int
  let title: String
  /// What is wrong.
  let what: String
  /// What to do.
  let remedy: String

  init(_ status: Int, _ title: String, _ what: String, _ remedy: String) {
    self.status = status
    self.title = title
    self.what = what
    self.remedy = remedy
  }

  static let notFound = PageError(
    404, "Page not found", "There is no page at this address.",
    "Check that it was typed or copied whole, or start from the first page.")
  static let noCollaboration = PageError(
    404, "Collaboration not found", "No collaboration here has this address.",
    "It may have been deleted. The first page lists those that there are.")
  static let noTheory = PageError(
    500, "No theory", "No theory is bundled with this program.", "Install the program again.")
  static let tooLarge = PageError(
    413, "Too large", "What was sent is larger than is taken here.",
    "Documents may have up to 4 MB, answers a few thousand signs. Go back and send less.")
  static let expired = PageError(
    403, "This form can't be used any more",
    "It was opened before the page was last started in this browser, or it didn't come from here. Nothing was changed.",
    "Go back, load the page again, and send it once more.")
  static let badForm = PageError(
    400, "The form can't be read", "What was sent isn't what this page's form sends. Nothing was changed.",
    "Go back, load the page again, and fill it in once more.")
  static let diskFull = PageError(
    507, "The disk is full", "The disk is full: nothing could be saved, and nothing was changed.",
    "Make room on the disk, then go back and send it again.")
  static let readOnly = PageError(
    403, "This can't be changed", "The file of the database may only be read.",
    "Check that you may write to it, and start the program again.")

  static func unknownTheory(_ id: String) -> PageError {
    PageError(
      422, "Unknown theory", "The case was written for the theory “\(id)”, which isn't bundled here.",
      "Take the line “theory:” out of the document, or name a theory that is listed under “The theory”.")
  }
}
