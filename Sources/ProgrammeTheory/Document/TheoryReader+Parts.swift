internal import Documents

extension TheoryReader {
  /// A part of reading a theory that hangs on no other part. It notes its faults in a log that it is given, and gives what
  /// it has to put into the theory.
  struct Part: Sendable {
    typealias Filling = @Sendable (inout Theory) -> Void

    /// How much work it is, against the others.
    let weight: Int
    let read: @Sendable (FaultLog) -> Filling
  }

  /// Reads parts side by side; `nil` where any has a fault.
  ///
  /// Faults come in the order of the parts, and the later ones are only counted when there are many. So a theory that has
  /// some is read one part after another, and this only tells that it has.
  static func faultless(_ parts: [Part]) -> [Part.Filling]? {
    let read = SideBySide.map(parts, weight: \.weight) { part -> Part.Filling? in
      let log = FaultLog(keeping: 0)
      let filling = part.read(log)
      return log.isEmpty ? filling : nil
    }
    let fillings = read.compactMap(\.self)
    return fillings.count == parts.count ? fillings : nil
  }

  /// Every section, in the order in which their faults are noted.
  var parts: [Part] {
    [
      caseFields, part("phases", \.phases, Phase.init), part("groups", \.groups, ConceptGroup.init),
      part("concepts", \.concepts, Concept.init), part("tellings", \.tellings, Telling.init),
      part("configurations", \.configurations, CMOConfiguration.init),
      part("rivals", \.rivalries, Rivalry.init), part("sources", \.sources, Source.init),
      part("middleRangeTheories", \.middleRangeTheories, MiddleRangeTheory.init),
      part("entryPoints", \.entryPoints, EntryPoint.init),
      part("arrangements", \.arrangements, Arrangement.init), part("flow", \.flow, FlowStep.init),
      part("statements", \.statements, Statement.init), part("citations", \.citations, Citation.init),
      part("loops", \.patterns, NamedPattern.init), part("levers", \.levers, Lever.init),
      part("outlook", \.outlook, Prospect.init), part("dynamics", \.dynamics, DynamicsBlock.init),
    ]
  }

  private var caseFields: Part {
    let node = sections["caseFields"]
    return Part(weight: 0) { log in
      let fields = node.flatMap { CaseFields($0.noting(in: log)) } ?? CaseFields()
      return { $0.caseFields = fields }
    }
  }

  /// A section that is a list.
  private func part<Value: Sendable>(
    _ key: String, _ place: any WritableKeyPath<Theory, [Value]> & Sendable,
    _ read: @escaping @Sendable (DocumentNode) -> Value?
  ) -> Part {
    let node = sections[key]
    return Part(weight: node?.items.count ?? 0) { log in
      let values = (node?.noting(in: log).sequence() ?? []).compactMap(read)
      return { $0[keyPath: place] = values }
    }
  }
}
