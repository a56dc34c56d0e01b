public import Dynamics
public import ProgrammeTheory
public import Reporting

/// Tells what is proved of a theory's actions.
public struct CertificateTeller: Teller, Sendable {
  let theory: Theory
  private let certificates: Certificates
  private let trial: CertificateTrial?
  private let program: String
  private let proofs: [(lever: Lever.ID, concept: Concept.ID, certificate: Certificate)]

  /// A teller of certificates.
  ///
  /// - Parameters:
  ///   - certificates: the proofs.
  ///   - theory: the theory that they are about.
  ///   - trial: the models that they were held against, if any.
  ///   - program: name and version of the program, for the colophon.
  public init(
    of certificates: Certificates, _ theory: Theory, heldAgainst trial: CertificateTrial?,
    madeBy program: String
  ) {
    self.theory = theory
    self.certificates = certificates
    self.trial = trial
    self.program = program
    let told = theory.outlook.map(\.concept)
    let concepts = told.isEmpty ? certificates.model.moving : told
    proofs = certificates.model.start.levers.flatMap { lever in
      concepts.compactMap { concept in
        certificates.certificate(of: lever, on: concept).map { (lever, concept, $0) }
      }
    }
  }

  /// One action and concept a row.
  public var table: Table {
    Table(
      caption: "What is certain whatever the strengths",
      columns: ["Action", "Concept", "Certain", "Without these it would be", "At least"],
      rows: proofs.map { proof in
        guard case .open(let opening) = proof.certificate else {
          return [
            Cell(name(proof.lever)), Cell(name(proof.concept)), Cell(proof.certificate.words), Cell(""),
            Cell(""),
          ]
        }
        let spoilers =
          opening.spoilers.map { $0.map(\.name).joined(separator: ", ") }
          ?? "its own way works in both directions"
        let way = opening.without == .more ? "never lowers: " : "never raises: "
        return [
          Cell(name(proof.lever)), Cell(name(proof.concept)), Cell("open"),
          Cell(opening.spoilers == nil ? spoilers : way + spoilers),
          Cell("\(opening.atLeast)", alignment: .trailing),
        ]
      })
  }

  /// The page.
  public var page: Page {
    let certain = proofs.count { if case .open = $0.certificate { false } else { true } }
    var story = [
      Sentence(
        "Of \(proofs.count) pairs of an action and a concept, \(certain) are certain whatever the strengths."),
      Sentence(
        "What is certain holds at every step while the partners stay together. Facts make more certain: tell what is known."
      ),
    ]
    if let trial {
      story.append(
        Sentence(
          "Held against models, \(trial.comparisons) comparisons of levels contradict the proofs \(trial.contradictions) times."
        ))
    }
    return Page(
      title: "What is certain of actions", subtitle: theory.identity.title,
      notice: theory.noticeBefore("Proved from the signs that the theory gives. Nothing was counted."),
      story: story,
      parts: [Part(id: "certificates", title: "Action by action", blocks: [.table(table)])],
      explanations: explanations, sources: sources,
      colophon: "\(program); theory \(theory.identity.id) \(theory.identity.version).")
  }

  private func name(_ lever: Lever.ID) -> String {
    theory.levers.first { $0.id == lever }?.name ?? lever.text
  }
  private func name(_ concept: Concept.ID) -> String { theory.concept(concept)?.name ?? concept.text }
}
