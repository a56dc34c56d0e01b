public import ArgumentParser
import Documents
public import ProgrammeTheory
public import Review

extension Bearing: ExpressibleByArgument {}
extension CMOConfiguration.Status: ExpressibleByArgument {}
extension Concept.Scale: ExpressibleByArgument {}
extension Concept.Scope: ExpressibleByArgument {}
extension Inference: ExpressibleByArgument {}
extension Mechanism.Origin: ExpressibleByArgument {}
extension Source.Role: ExpressibleByArgument {}
extension SynthesisStep.Kind: ExpressibleByArgument {}

extension [String] {
  /// What is given as options in the place of what was: all that was where nothing is given, and nothing where '' is. Where
  /// there was nothing, '' is a mistake like another.
  ///
  /// - Throws: ``Complaint`` where one of them can't be read.
  func inPlace<Value>(
    of former: [Value]?, _ read: (String) throws(Complaint) -> Value
  ) throws(Complaint) -> [Value] {
    if isEmpty { return former ?? [] }
    if former != nil, allSatisfy(\.isBlank) { return [] }
    var values: [Value] = []
    for text in self { values.append(try read(text)) }
    return values
  }
}

extension Identifier {
  /// An identifier as a person types it.
  ///
  /// - Throws: ``Complaint`` where it is none.
  static func read(_ text: String) throws(Complaint) -> Self {
    guard let id = Self(text) else {
      throw Complaint("“\(text.onOneLine)” is no identifier: lower-case letters, digits and single hyphens.")
    }
    return id
  }
}

extension Literal {
  /// A literal as a person types it.
  ///
  /// - Throws: ``Complaint`` where it is none.
  static func read(_ text: String) throws(Complaint) -> Self {
    guard let literal = Self(text) else {
      throw Complaint(
        "“\(text.onOneLine)” is no literal. Write more, less, much more or much less, and a concept, such as 'less open-talk'."
      )
    }
    return literal
  }
}

extension Condition {
  /// A condition as a person types it: literals of which one will do, with “ or ” between them.
  ///
  /// - Throws: ``Complaint`` where one of them is none.
  static func read(_ text: String) throws(Complaint) -> Self {
    let literals = try text.split(separator: " or ").map { part throws(Complaint) in
      try Literal.read(String(part))
    }
    guard let condition = Self(anyOf: literals) else {
      throw Complaint("A condition is empty. Write one, such as --condition 'more goodwill'.")
    }
    return condition
  }
}

extension OutcomeEffect {
  /// An effect as a person types it.
  ///
  /// - Throws: ``Complaint`` where it is none.
  static func read(_ text: String) throws(Complaint) -> Self {
    guard let effect = Self(text) else {
      throw Complaint(
        "“\(text.onOneLine)” is no outcome. Write raises, lowers, buffers or exposes, and a concept, such as 'raises quarrels'."
      )
    }
    return effect
  }
}

extension Synthesis {
  /// The number of a coding that is called by it or by its name.
  ///
  /// - Throws: ``Complaint`` where there is none.
  func number(ofCoding name: String) throws(Complaint) -> Int {
    if let number = Int(name), coding(number) != nil { return number }
    guard let made = coding(named: name) else {
      let nearest = name.nearest(among: codings.map(\.name)).map { " Did you mean \($0)?" } ?? ""
      throw Complaint("There is no coding “\(name.clipped)”.\(nearest) See them: realist review codings FILE")
    }
    return made.act
  }
}
