import HTTPTypes
import Hummingbird
import ProgrammeTheory

/// A parameter of an operation: what it is called, and what it may be. Both the check and the description are made of it.
struct APIParameter: Sendable {
  enum Kind: Sendable {
    /// A text of up to so many signs.
    case text(Int)
    /// A whole number; the usual one where the parameter is missing.
    case whole(ClosedRange<Int>, usually: Int)
    /// One of these words.
    case word([String])
    /// The name of a part of a theory.
    case identifier
  }

  let name: String
  let kind: Kind
  let about: String
  var isRequired = false

  /// The most that one page of a list holds, and how much it holds usually.
  static let (mostItems, usualItems) = (200, 50)

  /// Which stretch of a list is asked for.
  static let paging = [
    APIParameter(name: "limit", kind: .whole(1...mostItems, usually: usualItems), about: "How many at most."),
    APIParameter(
      name: "offset", kind: .whole(0...1_000_000, usually: 0), about: "How many to leave out from the start."),
  ]

  var schema: JSONTree {
    switch kind {
    case .text(let most): ["type": "string", "maxLength": .whole(most)]
    case .whole(let range, let usual):
      [
        "type": "integer", "minimum": .whole(range.lowerBound), "maximum": .whole(range.upperBound),
        "default": .whole(usual),
      ]
    case .word(let words): ["type": "string", "enum": .array(words.map(JSONTree.text))]
    case .identifier: APISchemas.identifier
    }
  }

  /// - Throws: ``Problem`` for a value that the parameter can't have.
  func check(_ value: String) throws(Problem) {
    switch kind {
    case .text(let most):
      guard value.unicodeScalars.count <= most else {
        throw .parameter(name, "it is too long", "Send up to \(most) signs.")
      }
    case .whole(let range, _):
      guard value.utf8.count <= 8, let number = Int(value), "\(number)" == value, range.contains(number)
      else {
        throw .parameter(
          name, "it is no number that is taken",
          "Send a whole number from \(range.lowerBound) to \(range.upperBound).")
      }
    case .word(let words):
      guard words.contains(value) else {
        throw .parameter(
          name, "it is none of the words that are taken",
          "Send one of these: \(words.joined(separator: ", ")).")
      }
    case .identifier:
      guard Concept.ID(value) != nil else {
        throw .parameter(
          name, "it is no identifier", "Send small letters, digits and single hyphens between them.")
      }
    }
  }
}

/// Something that the API can do. The routes and the description are both made of these, so neither can lack one.
struct APIOperation: Sendable {
  /// What comes back when it goes well.
  struct Answer: Sendable {
    var status = 200
    let about: String
    /// The schema of its JSON; `nil` where nothing is sent.
    let schema: JSONTree?
    /// The types it can have, the usual one first.
    var types = [APICall.json]
    /// Headers beside those of every answer.
    var headers: [String: String] = [:]
  }

  /// What can be sent with a request.
  enum Body: Sendable {
    /// A case document.
    case document
    /// A question to the models.
    case question

    /// The name of its schema.
    var schema: String {
      switch self {
      case .document: "CaseDocument"
      case .question: "ForecastQuestion"
      }
    }
  }

  let method: HTTPRequest.Method
  /// The path behind `/api/v1`, with names in braces.
  let path: String
  /// Its name in the description.
  let id: String
  let summary: String
  var parameters: [APIParameter] = []
  /// What it takes, if anything.
  var body: Body?
  /// Whether it must say which state of a document it changes.
  var needsMatch = false
  let answer: Answer
  /// The faults of its own, beside those that every operation may have.
  var problems: [Int] = []
  let handle: @Sendable (APICall) async throws -> Response

  /// The names in braces.
  var pathNames: [String] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
  }

  /// Everything that may go wrong.
  var allProblems: [Int] {
    var all = Set(problems).union([400])
    if answer.schema != nil { all.insert(406) }
    if !pathNames.isEmpty { all.insert(404) }
    if body != nil { all.formUnion([413, 415, 422]) }
    if body == .document { all.insert(507) }
    if method != .get { all.insert(403) }
    all.insert(503)
    if needsMatch { all.formUnion([412, 428]) }
    return all.sorted()
  }

  /// Whether an address without `/api/v1` is this operation's, whatever the method.
  func matches(_ address: [Substring]) -> Bool {
    let segments = path.split(separator: "/")
    return segments.count == address.count
      && zip(segments, address).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
  }
}
