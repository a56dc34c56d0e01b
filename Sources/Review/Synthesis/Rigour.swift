public import Bibliography
public import ProgrammeTheory

/// What speaks for counting a candidate as supported.
///
/// The rule is that of Aunger et al. 2021 (doi:10.1186/s13643-021-01630-8, “Risk of bias and quality appraisal (rigour)”),
/// after Wong 2018 (Data gathering in realist reviews: looking for needles in haystacks, in Doing Realist Research, Sage,
/// doi:10.4135/9781526451729.n9): a configuration is included when it is supported by clear data in included studies, and by
/// multiple sources. What counts as clear data is a choice of ours: a whole triad that an included source states, whose
/// rigour was judged at least moderate. The rule is shown beside a candidate and decides nothing: whoever judges may give
/// another status.
public struct Rigour: Sendable, Hashable, Codable {
  /// The sources that state a whole triad and whose rigour is at least moderate.
  public let clear: [Reference.ID]
  /// The sources that state a whole triad and whose rigour nobody has judged.
  public let unappraised: [Reference.ID]
  /// The sources that support it, theories of the middle range left out.
  public let sources: [Reference.ID]
  /// The theories of the middle range that support it.
  public let middleRange: [Reference.ID]
  /// The sources that speak against it, or found no effect.
  public let against: [Reference.ID]

  /// Whether a source says all of it in so many words.
  public var hasClearData: Bool { !clear.isEmpty }
  /// Whether it has more than one source.
  public var hasSeveralSources: Bool { sources.count > 1 }
  /// What the rule gives: what rests on one source, on theory of the middle range, or on nothing clear is hypothesised.
  public var status: CMOConfiguration.Status {
    hasClearData && hasSeveralSources ? .supported : .hypothesised
  }

  /// The rule's result in words.
  public var words: String {
    let clear =
      hasClearData
      ? "clear data (\(clear.joined(separator: ", ")))"
      : unappraised.isEmpty
        ? "no source states all of it" : "rigour not appraised (\(unappraised.joined(separator: ", ")))"
    let count = "\(sources.count) source\(sources.count == 1 ? "" : "s")"
    let theory =
      middleRange.isEmpty ? "" : ", and middle-range theory (\(middleRange.joined(separator: ", ")))"
    let against = self.against.isEmpty ? "" : "; against or null: \(self.against.joined(separator: ", "))"
    return "\(status.rawValue): \(clear), \(count)\(theory)\(against)"
  }
}

extension Synthesis {
  /// What speaks for counting a candidate as supported.
  public func rigour(of candidate: Candidate) -> Rigour {
    let codings = codings(of: candidate).filter { $0.coding.links.inverts == nil }
    var (supporting, opposing): ([Reference.ID], [Reference.ID]) = ([], [])
    var (clear, unappraised): ([Reference.ID], [Reference.ID]) = ([], [])
    func add(_ work: Reference.ID, to list: inout [Reference.ID]) {
      if !list.contains(work) { list.append(work) }
    }
    for made in codings {
      let works = works(of: made)
      for work in works {
        guard made.coding.bearing == .supports else {
          add(work, to: &opposing)
          continue
        }
        add(work, to: &supporting)
        guard made.coding.isStatedTriad, role(of: work) == .included else { continue }
        switch material.appraisals[work]?.rigour?.level {
        case .high, .moderate: add(work, to: &clear)
        case .low: break
        case nil: add(work, to: &unappraised)
        }
      }
    }
    return Rigour(
      clear: clear, unappraised: unappraised, sources: supporting.filter { role(of: $0) != .middleRange },
      middleRange: supporting.filter { role(of: $0) == .middleRange }, against: opposing)
  }

  /// The works whose finding a coding tells: those that the passage cites, or the source itself.
  public func works(of made: MadeCoding) -> [Reference.ID] {
    switch made.coding.links.cites {
    case nil: source(of: made.coding.ground).map { [$0] } ?? []
    case .works(let works): works
    case .notGiven: []
    case .asLinked:
      linked(with: made).flatMap { other -> [Reference.ID] in
        if case .works(let works) = other.coding.links.cites { works } else { [] }
      }
    }
  }

  /// The other codings that tell the same, as it says or they say, in their order.
  private func linked(with made: MadeCoding) -> [MadeCoding] {
    let own = made.coding.links.sameAs.compactMap { codingNames[$0].flatMap { codingPlaces[$0] } }
    return Set(own + (tellingSame[made.name] ?? [])).sorted().map { codings[$0] }.filter {
      $0.act != made.act
    }
  }

  /// The part that a work plays.
  public func role(of work: Reference.ID) -> Source.Role {
    if let source = material.source(work) { return source.role }
    return frame?.roles[work] ?? .other
  }
}

extension Coding {
  /// Whether the passage says context, mechanism and outcome in so many words.
  var isStatedTriad: Bool {
    form == .triad
      && parts.allSatisfy { $0.inference == .stated || $0.slot.isThematic }
  }
}
