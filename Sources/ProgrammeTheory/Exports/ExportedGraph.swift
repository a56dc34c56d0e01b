/// A theory as a graph for other programs: nodes and directed edges, each with named attributes.
///
/// ``View/concepts`` has the concepts as nodes and an edge for each arrow of each configuration: easy to look at, but an
/// arrow no longer says which contexts and conditions belong together. ``View/configurations`` has the configurations as
/// nodes beside the concepts, and an edge for each literal and effect of a slot: nothing of a configuration is lost.
public struct ExportedGraph: Sendable, Hashable {
  /// What the nodes are.
  public enum View: String, Sendable, Hashable, CaseIterable {
    /// Concepts.
    case concepts
    /// Concepts and configurations.
    case configurations
  }

  /// What an attribute holds.
  public enum Value: Sendable, Hashable {
    /// A text; never empty.
    case text(String)
    /// A whole number.
    case number(Int)
    /// Yes or no.
    case truth(Bool)
    /// Several texts; never empty.
    case texts([String])
  }

  /// One named attribute of a node, an edge or the whole graph.
  public struct Attribute: Sendable, Hashable {
    /// The name, such as `label`.
    public let name: String
    /// The value.
    public let value: Value
  }

  /// A concept or a configuration.
  public struct Node: Sendable, Hashable, Identifiable {
    /// The kinds of node.
    public enum Kind: String, Sendable, Hashable {
      /// A concept.
      case concept
      /// A configuration.
      case configuration
    }
    /// The identifier: that of the concept or configuration after its kind, as in `concept-x`, since the two kinds have
    /// names of their own each.
    public let id: String
    /// What it is.
    public let kind: Kind
    /// What is known of it.
    public let attributes: [Attribute]
  }

  /// An arrow, or a part of a slot.
  public struct Edge: Sendable, Hashable, Identifiable {
    /// The identifier, of its own among edges and nodes.
    public let id: String
    /// The identifier of the node where it starts.
    public let from: String
    /// The identifier of the node where it ends.
    public let to: String
    /// What is known of it.
    public let attributes: [Attribute]
  }

  /// What the nodes are.
  public let view: View
  /// What is known of the theory.
  public let attributes: [Attribute]
  /// The nodes: concepts, then configurations, in the document's order. Concepts that nothing touches are there too.
  public let nodes: [Node]
  /// The edges, in the order of the configurations.
  public let edges: [Edge]

  /// The graph of a theory.
  public init(_ theory: Theory, as view: View) {
    self.view = view
    attributes = Self.attributes {
      $0.add("theory", theory.identity.id.text)
      $0.add("title", theory.identity.title)
      $0.add("version", theory.identity.version)
      $0.add("view", view.rawValue)
    }
    let concepts = theory.concepts.map { Self.node($0, in: theory) }
    switch view {
    case .concepts:
      nodes = concepts
      edges = Self.arrows(of: theory)
    case .configurations:
      nodes = concepts + theory.configurations.map { Self.node($0, in: theory) }
      edges = theory.configurations.flatMap(Self.slots)
    }
  }

  static func id(_ concept: Concept.ID) -> String { "concept-\(concept)" }
  static func id(_ configuration: CMOConfiguration.ID) -> String { "configuration-\(configuration)" }

  private static func node(_ concept: Concept, in theory: Theory) -> Node {
    let group = theory.groups.first { $0.id == concept.group }?.name ?? concept.group
    return Node(
      id: id(concept.id), kind: .concept,
      attributes: attributes {
        $0.add("kind", Node.Kind.concept.rawValue)
        $0.add("concept", concept.id.text)
        $0.add("label", concept.name)
        $0.add("group", group)
        $0.add("scope", concept.scope.rawValue)
        $0.add("scale", concept.scale.rawValue)
        $0.add("definition", concept.definition)
        $0.add("phrases", concept.phrases)
        $0.add("low", concept.wording.low)
        $0.add("high", concept.wording.high)
      })
  }

  static func attributes(_ fill: (inout AttributeList) -> Void) -> [Attribute] {
    var list = AttributeList()
    fill(&list)
    return list.attributes
  }
}

/// Attributes while they are gathered: what is empty is left out.
struct AttributeList {
  private(set) var attributes: [ExportedGraph.Attribute] = []

  mutating func add(_ name: String, _ text: String?) {
    if let text, !text.isEmpty { append(name, .text(text)) }
  }

  mutating func add(_ name: String, _ texts: [String]) {
    if !texts.isEmpty { append(name, .texts(texts)) }
  }

  mutating func add(_ name: String, _ number: Int) { append(name, .number(number)) }
  mutating func add(_ name: String, _ truth: Bool) { append(name, .truth(truth)) }

  private mutating func append(_ name: String, _ value: ExportedGraph.Value) {
    attributes.append(ExportedGraph.Attribute(name: name, value: value))
  }
}
