public import ProgrammeTheory

/// The RAMESES items of one review: what its file holds for each, and what is missing.
public struct RAMESESChecklist: Sendable, Hashable {
  /// How far the file holds what an item asks for.
  public enum State: String, Sendable, Hashable, Codable, CaseIterable {
    /// The file holds it.
    case held
    /// The file holds some of it.
    case partly
    /// The file doesn't hold it.
    case missing
  }

  /// An item with what is known for it.
  public struct Entry: Sendable, Hashable {
    /// The item.
    public let item: RAMESESItem
    /// What the file holds, in sentences.
    public let found: [String]
    /// What is missing, and what to do.
    public let missing: [String]

    /// How far the file holds it.
    public var state: State { missing.isEmpty ? .held : found.isEmpty ? .missing : .partly }
  }

  /// The items, in their order.
  public let entries: [Entry]

  /// How many entries are in a state.
  public func count(_ state: State) -> Int { entries.count { $0.state == state } }

  /// What a review's file says, from which the items are filled.
  public struct Grounds: Sendable, Hashable {
    /// The review's title.
    public var title: String
    /// The acts that stand, in their order.
    public var acts: [LoggedAct]
    /// The flow of records.
    public var flow: Flow
    /// The theory that comes out; `nil` where none does yet.
    public var theory: Theory?

    /// What a review's file says.
    public init(title: String, acts: [LoggedAct], flow: Flow, theory: Theory?) {
      (self.title, self.acts, self.flow, self.theory) = (title, acts, flow, theory)
    }
  }

  /// The checklist of a review.
  public init(_ grounds: Grounds) {
    let filler = RAMESESFiller(grounds)
    entries = RAMESESItem.allCases.map { item in
      let (found, missing) = filler.fill(item)
      return Entry(item: item, found: found, missing: missing)
    }
  }
}

extension Review {
  /// What the file says for the items of publication standards.
  ///
  /// - Throws: ``ReviewFault``.
  public func standardsGrounds() throws(ReviewFault) -> RAMESESChecklist.Grounds {
    let acts = try read { try ActLog($0).standing(Synthesis.kinds + [.protocolSet, .searchNoted]) }
    let theory = try theoryIfAny(of: Synthesis(acts: acts))
    return RAMESESChecklist.Grounds(
      title: try title(), acts: acts, flow: Flow(try flowEntries()), theory: theory)
  }

  /// The theory; `nil` where the synthesis gives none yet, which is nothing wrong here: an item says so.
  private func theoryIfAny(of synthesis: Synthesis) throws(ReviewFault) -> Theory? {
    do { return try theory(of: synthesis).theory } catch let fault as ReviewFault { throw fault } catch {
      return nil
    }
  }
}
