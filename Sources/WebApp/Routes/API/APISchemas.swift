import ProgrammeTheory

/// The JSON Schemas of what the API gives and takes.
enum APISchemas {
  static let identifier: JSONTree = [
    "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "minLength": 1, "maxLength": 80,
  ]
  static let text: JSONTree = ["type": "string"]
  static let whole: JSONTree = ["type": "integer"]
  static let count: JSONTree = ["type": "integer", "minimum": 0]
  static let flag: JSONTree = ["type": "boolean"]
  static let texts = list(text)
  static let identifiers = list(identifier)
  static let literals = list(["type": "string", "pattern": "^(much )?(more|less) [a-z0-9-]+$"])

  static func list(_ item: JSONTree) -> JSONTree { ["type": "array", "items": item] }
  static func words(_ words: [String]) -> JSONTree {
    ["type": "string", "enum": .array(words.map(JSONTree.text))]
  }
  static func words<Word: CaseIterable & RawRepresentable<String>>(of type: Word.Type) -> JSONTree {
    words(type.allCases.map(\.rawValue))
  }

  /// A reference to one of the schemas that have a name.
  static func named(_ name: String) -> JSONTree { ["$ref": .text("#/components/schemas/\(name)")] }

  /// One page of a list of something that has a name.
  static func page(of name: String) -> JSONTree {
    object([
      "items": list(named(name)), "total": count, "offset": count,
      "limit": ["type": "integer", "minimum": 1],
    ])
  }

  /// An object with these fields and no others.
  ///
  /// - Parameter optional: fields that may be missing.
  static func object(_ fields: [String: JSONTree], optional: [String: JSONTree] = [:]) -> JSONTree {
    [
      "type": "object", "properties": .object(fields.merging(optional) { $1 }),
      "required": .array(fields.keys.sorted().map(JSONTree.text)), "additionalProperties": false,
    ]
  }

  /// Those that have a name.
  static let all: [String: JSONTree] = theory.merging(derived) { $1 }.merging(site) { $1 }.merging([
    "Forecast": ForecastOperations.schema, "ForecastQuestion": PostedQuestion.schema,
  ]) { $1 }

  private static let theory: [String: JSONTree] = [
    "Theory": object(
      [
        "id": identifier, "title": text, "version": text, "language": text, "summary": text,
        "extent": words(of: Extent.Reach.self), "concepts": count, "configurations": count, "tellings": count,
        "sources": count, "phases": list(object(["id": identifier, "name": text])),
      ], optional: ["notice": text, "refines": identifier]),
    "Concept": object(
      [
        "id": identifier, "name": text, "definition": text, "phrases": texts,
        "scope": words(of: Concept.Scope.self),
        "scale": words(of: Concept.Scale.self), "low": text, "high": text, "group": text,
        "signsOfMore": texts,
        "signsOfLess": texts,
        "standsIn": object([
          "context": identifiers, "condition": identifiers, "mechanism": identifiers, "outcome": identifiers,
        ]), "comesFrom": list(arrow), "leadsTo": list(arrow),
      ], optional: ["question": text]),
    "Configuration": object(
      [
        "id": identifier, "sentence": text, "context": texts, "conditions": list(texts), "outcome": texts,
        "status": words(of: CMOConfiguration.Status.self), "reverses": flag, "reversalReason": text,
        "tellings": identifiers, "rivalries": identifiers,
        "evidence": object([
          "footing": words(of: ConfigurationFilter.Footing.self), "supporting": texts, "against": texts,
          "null": texts,
        ]),
      ],
      optional: [
        "title": text, "phase": identifier, "note": text,
        "mechanism": object(
          ["literals": texts, "origin": words(of: Mechanism.Origin.self)],
          optional: ["resource": text, "reasoning": text]),
      ]),
    "Telling": object(
      [
        "id": identifier, "form": words(of: Telling.Form.self), "place": text, "context": list(slot),
        "conditions": list(slot), "mechanism": list(slot), "outcome": list(slot), "sources": texts,
        "bearing": words(of: Bearing.self), "sameAs": identifiers, "refersTo": identifiers,
        "configurations": identifiers,
      ], optional: ["inverts": identifier, "note": text]),
    "Source": object(
      [
        "id": text, "role": words(of: Source.Role.self), "short": text, "citation": text,
        "characteristics": list(object(["name": text, "value": text])), "supports": identifiers,
        "against": identifiers, "null": identifiers, "tellings": identifiers,
      ], optional: ["title": text, "doi": text]),
  ]

  private static let arrow = object([
    "concept": identifier, "does": words(SignedGraph.Sign.allCases.map(\.verb)), "configuration": identifier,
  ])

  private static let slot = object(
    ["claim": text, "inference": words(of: Inference.self)], optional: ["words": text])

  private static let derived: [String: JSONTree] = [
    "EntryPoint": object(
      ["id": identifier, "name": text, "explanation": text, "sets": texts, "sources": texts],
      optional: ["number": whole, "note": text]),
    "Loop": object([
      "id": text, "sign": words(of: NamedPattern.Sign.self), "runsBothWays": flag, "exits": identifiers,
      "entries": identifiers,
      "steps": list(object(["from": text, "to": text, "configurations": identifiers, "isByRule": flag])),
    ]),
    "Finding": object([
      "kind": words(Finding.Kind.allCases.map(\.addressWord)), "number": ["type": "integer", "minimum": 1],
      "sentence": text, "short": text, "meaning": text, "subjects": list(object(["sort": text, "id": text])),
      "places": texts,
    ]),
    "Paths": object([
      "from": identifier, "to": identifier, "atMost": count, "leftOut": count, "areAllFound": flag,
      "items": list(
        object([
          "line": text, "keepsDirection": flag, "stepsByRule": count,
          "steps": list(
            object([
              "from": text, "to": text, "protects": flag, "through": texts, "together": texts,
              "configuration": identifier, "form": words(of: CMOConfiguration.Form.self),
            ])),
        ])),
    ]),
    "Hit": object(["sort": text, "title": text, "text": text, "address": text]),
  ]

  private static let site: [String: JSONTree] = [
    "Health": object(["status": words(["ok"])]),
    "Version": object(["program": text, "api": words(["v1"]), "caseFormat": text, "assessmentFormat": text]),
    "BundledCase": object([
      "id": identifier, "title": text, "summary": text, "kind": words(["real", "illustration"]),
    ]),
    "Collaboration": object([
      "id": text, "title": text, "changed": ["type": "string", "format": "date-time"],
      "revision": ["type": "integer", "minimum": 1],
    ]),
    "Problem": object(
      ["type": text, "title": text, "status": whole, "detail": text, "remedy": text],
      optional: [
        "leftOut": count,
        "faults": list(object(["problem": text, "remedy": text], optional: ["line": whole, "field": text])),
      ]),
  ]
}
