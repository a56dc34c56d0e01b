/// The style of an HTML report. Palette of the NHS service manual; each pair of colours reaches at least 4.5 : 1.
///
/// Dark text on white, one column of at most 44 em, a focus that can't be missed, tables that become lists on a narrow
/// screen, and a print that needs neither colour nor a background.
enum Stylesheet {
  /// The whole style sheet.
  static let text = base + prose + tables + folding + narrow + print

  private static let base = """
    :root { --ink: #212b32; --quiet: #4c6272; --blue: #005eb8; --dark-blue: #003087; --rule: #d8dde0;
      --wash: #f0f4f5; --focus: #ffeb3b; }
    * { box-sizing: border-box; }
    html { font-family: Arial, Helvetica, "Liberation Sans", sans-serif; font-size: 100%; color: var(--ink);
      background: #fff; -webkit-text-size-adjust: 100%; }
    body { margin: 0; font-size: 1.125rem; line-height: 1.55; overflow-wrap: break-word; }
    .column { max-width: 48rem; margin: 0 auto; padding: 0 1.25rem; }
    .masthead { background: var(--blue); color: #fff; padding: 2rem 0 1.75rem; }
    main { padding-bottom: 3rem; }
    h1 { font-size: 2.25rem; line-height: 1.2; margin: 0; text-wrap: balance; }
    .subtitle { font-size: 1.3rem; line-height: 1.4; margin: .6rem 0 0; }
    h2 { font-size: 1.6rem; line-height: 1.25; margin: 3rem 0 1rem; padding-top: 1rem;
      border-top: 1px solid var(--rule); }
    h3 { font-size: 1.2rem; line-height: 1.35; margin: 2rem 0 .5rem; }
    p { margin: 0 0 1rem; }
    a { color: var(--blue); text-underline-offset: .15em; }
    a:hover { color: #7c2855; }
    a:focus, summary:focus, [tabindex]:focus { outline: 4px solid transparent; background: var(--focus);
      color: var(--ink); box-shadow: 0 -2px var(--focus), 0 4px var(--ink); text-decoration: none; }
    a:focus:not(:focus-visible), summary:focus:not(:focus-visible), [tabindex]:focus:not(:focus-visible) {
      background: transparent; box-shadow: none; color: inherit; }
    :target { background: #fff9c4; box-shadow: -.6rem 0 0 #fff9c4, -.85rem 0 0 var(--ink); }
    .skip { position: absolute; left: -999em; top: 0; padding: .6rem 1rem; z-index: 1; }
    .skip:focus { left: 0; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap; }
    .muted { color: var(--quiet); }
    footer { background: var(--wash); border-top: 4px solid var(--blue); color: var(--ink); font-size: 1rem;
      padding: 1.25rem 0; }
    footer p { margin: 0; }

    """

  private static let prose = """
    .notice { margin: 1.5rem 0 0; padding: .75rem 1rem; background: var(--wash);
      border-left: 6px solid var(--quiet); font-size: 1rem; }
    .story h2 { border: 0; padding: 0; margin: 2rem 0 .75rem; }
    .story p { font-size: 1.2rem; line-height: 1.5; margin: 0 0 .7rem; }
    nav { margin: 2rem 0 0; }
    nav h2 { font-size: 1.1rem; margin: 0 0 .5rem; padding: 1rem 0 0; }
    nav ul { list-style: none; margin: 0; padding: 0; columns: 2; column-gap: 2rem; font-size: 1rem; }
    nav li { padding: .25rem 0 .25rem 1.5rem; position: relative; break-inside: avoid; }
    nav li::before { content: "–"; position: absolute; left: 0; color: var(--quiet); }
    .items { margin: 0 0 1.25rem; padding-left: 1.6rem; }
    .items li { margin-bottom: .6rem; padding-left: .25rem; }
    .items li::marker { color: var(--quiet); }
    .note { margin: 1.25rem 0; padding: .25rem 0 .25rem 1rem; border-left: 6px solid var(--blue); }
    .mark { display: inline-block; padding: 0 .5em; border: 1px solid; border-radius: 3px; font-size: .82em;
      line-height: 1.5; font-weight: bold; white-space: nowrap; }
    .rises { color: #003d78; background: #e3effb; }
    .falls { color: #7a3a00; background: #fdeedd; border-style: dashed; }
    .contested { color: #584700; background: #fff7cf; border-style: double; border-width: 3px; }
    .silent { color: #425563; background: #f0f4f5; border-style: dotted; }
    .stops { color: #7d0f1d; background: #fbe9ea; border-width: 2px; }
    .whys { white-space: nowrap; }
    .why { font-size: .78em; padding: .25em .1em; text-decoration: none; }
    .why:hover { text-decoration: underline; }
    .explanations ol, .sources ol { list-style: none; margin: 0; padding: 0; }
    .explanations > ol > li { padding: .75rem 0; border-top: 1px solid var(--rule); }
    .explanations h3 { margin: 0 0 .25rem; }
    .explanations p { margin: 0 0 .4rem; }
    .explanations ul { margin: 0 0 .4rem; padding-left: 1.3rem; font-size: 1rem; color: var(--quiet); }
    .explanations .back { font-size: .9rem; margin: 0; }
    .number { color: var(--quiet); font-weight: normal; }
    .sources li { padding: .4rem 0 .4rem 3rem; position: relative; font-size: 1rem; }
    .sources .number { position: absolute; left: 0; }
    .address { overflow-wrap: anywhere; }

    """

  private static let tables = """
    table { width: 100%; border-collapse: collapse; margin: 1.25rem 0 1.75rem; font-size: 1rem; line-height: 1.45; }
    caption { text-align: left; font-weight: bold; font-size: 1.1rem; padding-bottom: .5rem; }
    th, td { text-align: left; vertical-align: top; padding: .6rem 1rem .6rem 0; border-bottom: 1px solid var(--rule); }
    thead th { border-bottom: 2px solid var(--quiet); vertical-align: bottom; }
    tbody th { font-weight: normal; }
    th:last-child, td:last-child { padding-right: 0; }
    .trailing { text-align: right; font-variant-numeric: tabular-nums; }
    figure { margin: 1.75rem 0 2rem; }
    figcaption p { margin: 0 0 .5rem; }
    figcaption .title { font-weight: bold; font-size: 1.2rem; margin: 0 0 .25rem; }
    .picture { overflow-x: auto; margin: 1rem 0; border: 1px solid var(--rule); padding: .75rem; }
    .picture > div { margin: 0 auto; }
    .picture svg { display: block; width: 100%; height: auto; }
    @media (min-width: 64rem) {
      .wide { margin-left: min(0px, (48rem - 96vw) / 2); margin-right: min(0px, (48rem - 96vw) / 2); }
    }

    """

  private static let folding = """
    details { margin: 0 0 1.25rem; }
    summary { cursor: pointer; color: var(--blue); width: fit-content; padding: .15rem 0; }
    summary:hover { color: #7c2855; }
    details > .folded { border-left: 4px solid var(--rule); padding: .5rem 0 .1rem 1.1rem; margin-top: .25rem; }

    """

  private static let narrow = """
    @media screen and (max-width: 40em) {
      body { font-size: 1.0625rem; }
      .column { padding: 0 1rem; }
      .masthead { padding: 1.5rem 0 1.25rem; }
      h1 { font-size: 1.7rem; }
      .subtitle, .story p { font-size: 1.1rem; }
      h2 { font-size: 1.4rem; margin-top: 2.25rem; }
      nav ul { columns: 1; }
      nav li { padding-top: .4rem; padding-bottom: .4rem; }
      .picture { padding: .25rem 0; border-left: 0; border-right: 0; }
      thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      table, caption, tbody, tr { display: block; width: 100%; }
      tbody th, td, td.trailing { display: block; padding: .2rem 0; border: 0; text-align: left; }
      td:empty { display: none; }
      tbody tr { padding: .6rem 0; border-bottom: 1px solid var(--quiet); }
      tbody tr:first-child { border-top: 2px solid var(--quiet); }
      tbody th { font-weight: bold; }
      td[data-heading]:not([data-heading=""])::before { content: attr(data-heading) ": "; color: var(--quiet); }
    }

    """

  private static let print = """
    @page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); } }
    @page landscape { size: A4 landscape; }
    @media print {
      body { font-size: 10.5pt; line-height: 1.45; }
      .column { max-width: none; padding: 0; }
      .masthead { background: none; color: var(--ink); padding: 0 0 6pt; border-bottom: 3pt solid var(--blue); }
      h1 { font-size: 20pt; }
      h2 { font-size: 14pt; margin: 18pt 0 6pt; padding-top: 8pt; }
      h3 { font-size: 11.5pt; margin: 10pt 0 3pt; }
      .subtitle, .story p { font-size: 12pt; }
      caption, figcaption .title { font-size: 11pt; }
      table, nav ul, .notice, .sources li, .explanations ul, footer { font-size: 9.5pt; }
      h1, h2, h3, caption, summary, figcaption, figcaption p, .explanations > p { break-after: avoid; }
      tbody tr:first-child { break-before: avoid; }
      table:not(:has(tbody tr:nth-child(9))) { break-inside: avoid; }
      tr, .note, .explanations > ol > li, .sources li { break-inside: avoid; }
      p, li { orphans: 3; widows: 3; }
      a { color: inherit; text-decoration: none; }
      .address { text-decoration: underline; }
      .skip, .back, nav { display: none; }
      .picture { overflow: visible; break-inside: avoid; border: 0; padding: 0; }
      .picture > div { min-width: 0 !important; }
      .picture svg { max-height: 225mm; }
      .wide { page: landscape; }
      .wide svg { max-height: 160mm; }
      summary { color: inherit; font-weight: bold; list-style: none; }
      details > .folded { border-left-width: 2pt; }
      :target { background: none; box-shadow: none; }
      footer { background: none; border-top: 1pt solid var(--rule); }
    }
    @media print { details::details-content { content-visibility: visible; display: block; height: auto; } }

    """
}
