/// The commands of TeX that stand for a sign or an accent, after the LaTeX kernel and its `textcomp` and `fontenc`.
enum TeXSigns {
  /// Accents whose command is a sign, with the combining mark.
  static let accents: [UInt8: String] = [
    UInt8(ascii: "`"): "\u{300}", UInt8(ascii: "'"): "\u{301}", UInt8(ascii: "^"): "\u{302}",
    UInt8(ascii: "~"): "\u{303}", UInt8(ascii: "\""): "\u{308}", UInt8(ascii: "="): "\u{304}",
    UInt8(ascii: "."): "\u{307}",
  ]

  /// Accents whose command is a letter.
  static let letterAccents: [UInt8: String] = [
    UInt8(ascii: "u"): "\u{306}", UInt8(ascii: "v"): "\u{30C}", UInt8(ascii: "H"): "\u{30B}",
    UInt8(ascii: "c"): "\u{327}", UInt8(ascii: "d"): "\u{323}", UInt8(ascii: "b"): "\u{331}",
    UInt8(ascii: "k"): "\u{328}", UInt8(ascii: "r"): "\u{30A}", UInt8(ascii: "t"): "\u{361}",
    UInt8(ascii: "h"): "\u{309}", UInt8(ascii: "G"): "\u{30F}", UInt8(ascii: "U"): "\u{30E}",
  ]

  /// What an accent over nothing is.
  static let alone: [String: String] = [
    "\u{300}": "`", "\u{301}": "´", "\u{302}": "^", "\u{303}": "~", "\u{308}": "¨", "\u{304}": "¯",
  ]

  /// Commands that stand for a sign.
  static let signs: [String: String] = letters.merging(punctuation) { first, _ in first }
    .merging(greek) { first, _ in first }

  private static let letters: [String: String] = [
    "ss": "ß", "SS": "ẞ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ",
    "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "textmu": "µ", "micro": "µ", "textordfeminine": "ª",
    "textordmasculine": "º", "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾",
    "textonesuperior": "¹", "texttwosuperior": "²", "textthreesuperior": "³", "TeX": "TeX", "LaTeX": "LaTeX",
    "BibTeX": "BibTeX", "celsius": "°C", "textcelsius": "℃", "textschwa": "ə",
  ]

  private static let punctuation: [String: String] = [
    "S": "§", "P": "¶", "dag": "†", "ddag": "‡", "textdagger": "†", "textdaggerdbl": "‡", "textsection": "§",
    "textparagraph": "¶", "copyright": "©", "textcopyright": "©", "textregistered": "®",
    "texttrademark": "™", "pounds": "£", "textsterling": "£", "texteuro": "€", "euro": "€", "EUR": "€",
    "textyen": "¥", "textcent": "¢", "textdollar": "$", "textdegree": "°", "degree": "°",
    "textquotesingle": "'", "textquotedbl": "\"", "textquoteleft": "‘", "textquoteright": "’",
    "textquotedblleft": "“", "textquotedblright": "”", "quotedblbase": "„", "quotesinglbase": "‚",
    "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»",
    "guilsinglleft": "‹", "guilsinglright": "›", "lq": "‘", "rq": "’", "textendash": "–", "textemdash": "—",
    "textellipsis": "…", "ldots": "…", "dots": "…", "textbullet": "•", "textperiodcentered": "·",
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "lbrace": "{", "rbrace": "}",
    "textasciitilde": "~", "textasciicircum": "^", "textasciigrave": "`", "textless": "<",
    "textgreater": ">", "textbar": "|", "textbardbl": "‖", "textunderscore": "_", "textexclamdown": "¡",
    "textquestiondown": "¿", "textnumero": "№", "textpm": "±", "texttimes": "×", "textdiv": "÷",
    "textminus": "−", "textperthousand": "‰", "textvisiblespace": "␣", "textnonbreakinghyphen": "‑",
    "slash": "/", "quad": " ", "qquad": " ", "space": " ", "textleftarrow": "←", "textrightarrow": "→",
    "textlnot": "¬", "textasteriskcentered": "*", "textpercent": "%", "textampersand": "&",
    "textgravedbl": "˵",
    "textasciiacute": "´", "textasciidieresis": "¨", "textasciimacron": "¯", "and": "&", "backslash": "\\",
    "colon": ":", "le": "≤", "ge": "≥", "leq": "≤", "geq": "≥", "pm": "±", "times": "×", "cdot": "·",
    "approx": "≈", "neq": "≠", "sim": "∼", "infty": "∞", "rightarrow": "→", "leftarrow": "←",
  ]

  private static let greek: [String: String] = [
    "textalpha": "α", "textbeta": "β", "textgamma": "γ", "textdelta": "δ", "textepsilon": "ε",
    "textkappa": "κ", "textlambda": "λ", "textchi": "χ", "textsigma": "σ", "textomega": "ω", "alpha": "α",
    "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ",
    "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Sigma": "Σ", "Phi": "Φ",
    "Psi": "Ψ", "Omega": "Ω", "Pi": "Π", "Xi": "Ξ", "Upsilon": "Υ",
  ]

  /// Commands that set a face or a size, or protect what follows: what they set stays, they go.
  static let faces: Set<String> = [
    "emph", "textit", "textbf", "textsc", "texttt", "textrm", "textsf", "textsl", "textup", "textmd",
    "textnormal", "textsubscript", "textsuperscript", "textlf", "text", "mbox", "hbox", "it", "bf", "em",
    "sc", "rm", "tt", "sl", "sf", "itshape", "bfseries", "scshape", "rmfamily", "ttfamily", "sffamily",
    "upshape", "normalfont", "small", "large", "footnotesize", "scriptsize", "normalsize", "uppercase",
    "lowercase", "MakeUppercase", "MakeLowercase", "protect", "relax", "ensuremath", "url", "path",
    "nolinkurl",
    "underline", "mathrm", "mathit", "mathbf", "sup", "sub", "bibstring", "foreignlanguage", "newblock",
    "citenamefont", "bibnamefont", "bibfnamefont", "bibinfo", "enspace", "par", "leavevmode", "noun",
    "mkbibemph", "mkbibbold", "mkbibitalic", "nocase", "NoCaseChange", "capitalisewords",
  ]

  /// Commands that put their argument in quotes.
  static let quotations: Set<String> = ["enquote", "mkbibquote", "textquote"]

  /// Commands that print nothing, and their argument neither.
  static let silent: Set<String> = ["noopsort", "label", "index", "hspace", "vspace", "phantom", "vphantom"]
}
