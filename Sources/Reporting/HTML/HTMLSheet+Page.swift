extension HTMLSheet {
  /// What the document may load: nothing; its own style, and pictures that stand in it.
  private static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

  /// Writes the whole document.
  mutating func add(_ page: Page) {
    addHead(page)
    add("<body>")
    add("<a class=\"skip\" href=\"#main\">Skip to main content</a>")
    add("<header class=\"masthead\"><div class=\"column\">")
    add("<h1>\(HTMLText.escaped(page.title))</h1>")
    if let subtitle = page.subtitle { add("<p class=\"subtitle\">\(HTMLText.escaped(subtitle))</p>") }
    add("</div></header>")
    add("<main id=\"main\" class=\"column\">")
    add("<p class=\"notice\">\(HTMLText.escaped(page.notice))</p>")
    addStory(page)
    addContents(page)
    for (part, anchor) in zip(page.parts, partAnchors) { add(part, anchor: anchor) }
    addExplanations()
    addSources()
    add("</main>")
    if let colophon = page.colophon {
      add("<footer><div class=\"column\"><p>\(HTMLText.escaped(colophon))</p></div></footer>")
    }
    add("</body>\n</html>")
  }

  private mutating func addHead(_ page: Page) {
    let language = HTMLText.language(page.language)
    add("<!DOCTYPE html>")
    add("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"\(language)\" xml:lang=\"\(language)\">")
    add("<head>\n<meta charset=\"utf-8\"/>")
    add("<meta http-equiv=\"Content-Security-Policy\" content=\"\(HTMLText.escaped(Self.policy))\"/>")
    add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
    add("<meta name=\"referrer\" content=\"no-referrer\"/>")
    add("<title>\(HTMLText.escaped(page.title))</title>")
    add("<style>\n\(Stylesheet.text)</style>\n</head>")
  }

  mutating func addStory(_ page: Page) {
    guard !page.story.isEmpty else { return }
    add("<section class=\"story\" aria-labelledby=\"story\">\n<h2 id=\"story\">\(Wording.story)</h2>")
    for sentence in page.story { add("<p>\(text([sentence]))</p>") }
    add("</section>")
  }

  private mutating func addContents(_ page: Page) {
    guard page.parts.count > 1 else { return }
    add("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">\(Wording.contents)</h2>\n<ul>")
    for (part, anchor) in zip(page.parts, partAnchors) {
      add("<li><a href=\"#\(anchor)\">\(HTMLText.escaped(part.title))</a></li>")
    }
    if !mentions.explanations.isEmpty {
      add("<li><a href=\"#explanations\">\(Wording.explanations)</a></li>")
    }
    if !mentions.sources.isEmpty { add("<li><a href=\"#sources\">\(Wording.sources)</a></li>") }
    add("</ul>\n</nav>")
  }

  mutating func add(_ part: Part, anchor: String) {
    add("<section id=\"\(anchor)\" aria-labelledby=\"\(anchor)_title\">")
    add("<h2 id=\"\(anchor)_title\">\(HTMLText.escaped(part.title))</h2>")
    for block in part.blocks { add(block) }
    add("</section>")
  }

  mutating func addExplanations() {
    guard !mentions.explanations.isEmpty else { return }
    add("<section class=\"explanations\" aria-labelledby=\"explanations\">")
    add("<h2 id=\"explanations\">\(Wording.explanations)</h2>\n<p>\(Wording.explanationsLead)</p>\n<ol>")
    for (index, explanation) in mentions.explanations.enumerated() {
      let number = index + 1
      add("<li id=\"why-\(number)\"><h3><span class=\"number\">[\(number)]</span> ")
      add("\(HTMLText.escaped(explanation.title))</h3>\n<p>\(HTMLText.escaped(explanation.says))</p>")
      if !explanation.basis.isEmpty {
        add("<ul aria-label=\"\(Wording.basis)\">")
        for basis in explanation.basis { add("<li>\(text(basis))</li>") }
        add("</ul>")
      }
      if let more = address(explanation.id) {
        add("<p class=\"more\"><a href=\"\(HTMLText.escaped(more))\">\(Wording.more)</a></p>")
      }
      add("<p class=\"back\"><a href=\"#mention-\(number)\">↑ Back to the text<span class=\"unseen\">, ")
      add("where [\(number)] is first named</span></a></p></li>")
    }
    add("</ol>")
    addLeftOut(Wording.leftOut(explanations: mentions.explanationsLeftOut))
    add("</section>")
  }

  private func text(_ basis: Basis) -> String {
    let links = basis.sources.map { id -> String in
      guard let number = mentions.number(ofSource: id) else { return Wording.source(nil) }
      return "<a href=\"#source-\(number)\">\(Wording.source(number))</a>"
    }
    return HTMLText.escaped(basis.place) + (links.isEmpty ? "" : " (" + links.joined(separator: ", ") + ")")
  }

  mutating func addSources() {
    guard !mentions.sources.isEmpty else { return }
    add(
      "<section class=\"sources\" aria-labelledby=\"sources\">\n<h2 id=\"sources\">\(Wording.sources)</h2>\n<ol>"
    )
    for (index, source) in mentions.sources.enumerated() {
      let number = index + 1
      add("<li id=\"source-\(number)\"><span class=\"number\">\(Wording.source(number))</span> ")
      add("\(HTMLText.escaped(source.text))\(link(source.link))</li>")
    }
    add("</ol>")
    addLeftOut(Wording.leftOut(sources: mentions.sourcesLeftOut))
    add("</section>")
  }

  private func link(_ link: String?) -> String {
    guard let link else { return "" }
    guard let address = WebAddress(link) else { return " " + HTMLText.escaped(link) }
    let url = HTMLText.escaped(address.url)
    return " <a class=\"address\" href=\"\(url)\" rel=\"noopener noreferrer\">\(url)</a>"
  }

  private mutating func addLeftOut(_ sentence: String?) {
    // A page of a site is no whole report: it needs to say nothing of what stands elsewhere.
    if let sentence, !isPartOfSite { add("<p class=\"muted\">\(sentence)</p>") }
  }
}
