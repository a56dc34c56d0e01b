import ProgrammeTheory

// How the parts of a theory are called on its pages.

extension Inference {
  var words: String {
    switch self {
    case .stated: "stated"
    case .implied: "implied"
    case .retroduced: "reasoned back from the outcome"
    case .fromMiddleRangeTheory: "from middle-range theory"
    }
  }
}

extension Bearing {
  var words: String {
    switch self {
    case .supports: "speaks for the claim"
    case .against: "speaks against the claim"
    case .null: "looked for the effect, and found little or none"
    }
  }
}

extension Telling.Form {
  var words: String {
    switch self {
    case .prose: "set out as a configuration in the prose"
    case .table: "a row of a table"
    case .argued: "argued in the prose"
    }
  }
}

extension Concept.Scope {
  var words: String {
    switch self {
    case .collaboration: "one for the collaboration as a whole"
    case .partner: "one for each partner"
    case .relation: "one for each partner towards each other"
    }
  }
}

extension Concept.Scale {
  var words: String {
    switch self {
    case .binary: "it is so or it isn’t"
    case .ordered: "in steps"
    case .continuous: "a matter of degree"
    }
  }
}

extension ConfigurationSlot {
  var words: String {
    switch self {
    case .context: "context"
    case .condition: "condition"
    case .mechanism: "mechanism"
    case .outcome: "outcome"
    }
  }
}

extension ConfigurationFilter.Move {
  var words: String {
    switch self {
    case .more: "more of it"
    case .less: "less of it"
    case .protects: "protected from loss"
    }
  }
}

extension SignedGraph.Sign {
  /// What more of one thing does to another.
  var verb: String {
    switch self {
    case .same: "raises"
    case .opposite: "lowers"
    case .buffers: "protects"
    }
  }
}

extension NamedPattern.Kind {
  var words: String {
    switch self {
    case .loop: "Loop"
    case .scale: "Scale"
    case .threshold: "Threshold"
    case .shift: "Shift"
    }
  }
}

/// A number with what it counts.
func counted(_ number: Int, _ one: String, _ many: String) -> String {
  "\(number) \(number == 1 ? one : many)"
}
