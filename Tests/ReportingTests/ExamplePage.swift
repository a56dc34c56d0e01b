import Reporting

/// One page that holds every kind of block. Its matter is a garden, since `Reporting` knows no field.
enum Example {
  static let page = Page(
    title: "The garden at Mill Lane",
    subtitle: "Two neighbours share one plot, spring to autumn",
    notice: "This is about how the plot is worked, not about the taste of its fruit.",
    story: [
      Sentence("The soil is heavy and the plot lies in the shade until noon."),
      Sentence("That keeps the beds wet, and wet beds draw slugs.", why: ["wet", "slugs"]),
      Sentence(
        "What helps most is a raised bed, before the first sowing.", why: ["raised"], emphasis: .strong),
    ],
    parts: [situation, working, actions, open],
    explanations: explanations,
    sources: sources,
    colophon: "Made with realist 0.1 from garden.yaml, 3 May 2021.")

  static let situation = Part(
    id: "situation", title: "What we know of the plot",
    blocks: [
      .paragraph([
        Sentence("Two neighbours began in March."),
        Sentence("Neither has kept a garden before.", emphasis: .muted),
      ]),
      .table(
        Table(
          caption: "The plot at the start",
          columns: ["Fact", "Value", "Who says so", "Share of the plot"],
          rows: [
            [Cell("Soil"), Cell("Heavy clay, with stones from the old wall"), Cell("both"), number("100")],
            [Cell("Shade"), Cell("Until noon", why: ["wet"]), Cell("Ann"), number("60")],
            [Cell("Fence"), Cell("not known", mark: .silent), Cell("")],
          ])),
      .note(Sentence("We assume that the summer is neither very wet nor very dry.")),
    ])

  static let working = Part(
    id: "how it works", title: "How it works here",
    blocks: [
      .figure(figure),
      .subheading("What happens"),
      .list(
        [
          Sentence("Wet beds raise the number of slugs.", why: ["slugs"], mark: .rises),
          Sentence(
            "The harvest of lettuce becomes smaller, unless birds come.", why: ["harvest"], mark: .falls),
          Sentence(
            "Straw between the rows keeps slugs away in one report and shelters them in another.",
            why: ["straw-for", "straw-against"], mark: .contested),
          Sentence("Nothing is written about frogs.", mark: .silent),
          Sentence("One neighbour gives up.", why: ["no such reason"], mark: .stops),
        ]),
      .details(
        summary: Sentence("Why the beds stay wet", why: ["wet"]),
        blocks: [
          .paragraph([Sentence("Clay holds water, and shade keeps it from drying.", why: ["wet"])]),
          .list([Sentence("Clay: all of the plot."), Sentence("Shade: until noon.")]),
          .details(
            summary: Sentence("How this was measured"),
            blocks: [.paragraph([Sentence("With a spade, on three mornings.")])]),
        ]),
    ])

  static let actions = Part(
    id: "actions", title: "What to do",
    blocks: [
      .list(
        [
          Sentence("Build a raised bed before sowing.", why: ["raised"]),
          Sentence("Leave a corner wild, so that birds come.", why: ["harvest"]),
        ], ordered: true)
    ])

  static let open = Part(
    id: "open", title: "What to find out",
    blocks: [
      .paragraph([Sentence("Is there a fence? Four of the nine reasons hang on it.", why: ["raised"])])
    ])

  static let figure = Figure(
    id: "web", title: "What drives the harvest",
    description: "Shade and clay keep the beds wet; wet beds raise slugs; slugs lower the harvest.",
    sentence: Sentence("Everything that lowers the harvest passes through the wet beds.", why: ["harvest"]),
    picture: .graph(
      CausalPicture(
        nodes: [
          .init(id: "shade", label: "Shade until noon", tone: .given, group: "The plot"),
          .init(id: "clay", label: "Clay", tone: .given, group: "The plot"),
          .init(id: "wet", label: "Wet beds", tone: .up),
          .init(id: "slugs", label: "Slugs, snails and all of their many relations in the hedge", tone: .up),
          .init(id: "birds", label: "Birds", tone: .unknown),
          .init(id: "straw", label: "Straw between the rows", tone: .contested),
          .init(id: "harvest", label: "Harvest", tone: .down),
          .init(id: "mood", label: "Mood of the neighbours"),
        ],
        arrows: [
          .init(from: "shade", to: "wet", sign: .more),
          .init(from: "clay", to: "wet", sign: .more, label: "holds water"),
          .init(from: "wet", to: "slugs", sign: .more),
          .init(from: "slugs", to: "harvest", sign: .less),
          .init(from: "birds", to: "harvest", sign: .buffers, emphasis: .quiet),
          .init(from: "straw", to: "slugs", sign: .less, emphasis: .contested),
          .init(from: "harvest", to: "mood", sign: .either),
          .init(from: "mood", to: "nowhere", sign: .more),
        ])),
    table: Table(
      caption: "The same as rows", columns: ["From", "To", "What it does"],
      rows: [
        [Cell("Shade"), Cell("Wet beds"), Cell("raises", why: ["wet"])],
        [Cell("Wet beds"), Cell("Slugs"), Cell("raises", why: ["slugs"])],
        [Cell("Slugs"), Cell("Harvest"), Cell("lowers", why: ["harvest"], mark: .falls)],
      ]))

  static let explanations = [
    Explanation(
      id: "slugs", title: "Wet ground draws slugs",
      says: "When the ground stays wet, slugs find shelter by day, so more of them stay.",
      basis: [Basis(place: "Results, \"Pests\", paragraph 2", sources: ["field", "almanac"])]),
    Explanation(
      id: "wet", title: "Shade and clay keep beds wet",
      says: "When clay lies in the shade, it dries slowly, so the beds stay wet.",
      basis: [
        Basis(place: "Table 1, row 4", sources: ["field"]), Basis(place: "Table 1, row 5; source not given"),
      ]),
    Explanation(
      id: "raised", title: "A raised bed drains", says: "When the bed is raised, water runs off.",
      basis: [Basis(place: "Discussion, paragraph 1", sources: ["café"])]),
    Explanation(
      id: "harvest", title: "Slugs eat lettuce", says: "When there are many slugs, less lettuce is left.",
      basis: [Basis(place: "Results, \"Pests\", paragraph 3", sources: ["almanac", "lost"])]),
    Explanation(id: "straw-for", title: "Straw keeps slugs away", says: "Straw is dry and rough."),
    Explanation(id: "straw-against", title: "Straw shelters slugs", says: "Straw is dark below."),
    Explanation(id: "unused", title: "Frost", says: "Nothing on this page says so."),
  ]

  static let sources = [
    SourceNote(
      id: "almanac", text: "Brown B. An almanac of slugs & snails. Garden Press; 1987.",
      link: "doi:10.1000/182"),
    SourceNote(
      id: "field", text: "Green A, Hill C. Clay in the shade. J Soil. 2004;3:12–19.",
      link: "https://example.org/clay?a=1&b=2"),
    SourceNote(id: "café", text: "Müller Ö. 高い花壇 (raised beds). 2011.", link: "javascript:alert(1)"),
    SourceNote(id: "spare", text: "Never cited."),
  ]

  private static func number(_ text: String) -> Cell { Cell(text, alignment: .trailing) }
}
