import Testing

/// What no output may hold.
enum Hostile {
  /// The files of a month's output.
  static let files = [
    "bulletin.md", "bulletin.html", "figures.csv", "units.csv", "submissions.csv", "findings.csv",
    "SHA256SUMS",
  ]

  /// The control characters of a text other than line ends, and those that turn the direction of text; what joins
  /// emoji is none.
  static func controls(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar != "\n" && scalar != "\r"
      case .format: scalar != "\u{FEFF}" && scalar != "\u{200D}"
      case .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }

  /// Expects an output file to hold nothing that a terminal, a browser or a spreadsheet program would obey.
  static func expectHarmless(_ text: String, _ file: String) {
    #expect(!text.isEmpty, "\(file)")
    #expect(controls(in: text).isEmpty, "\(file)")
    if file.hasSuffix(".md") {
      #expect(!text.replacing("\\<", with: "").contains("<"), "\(file)")
    } else if file.hasSuffix(".html") {
      expectInert(text, file)
    } else if file.hasSuffix(".csv") {
      // Every line end is that of a record, and no cell begins as a formula.
      #expect(
        !text.replacing("\r\n", with: "").unicodeScalars.contains { $0 == "\n" || $0 == "\r" }, "\(file)")
      for start in [",", "\"", "\r\n", "\u{FEFF}"] {
        for sign in ["=", "+", "@"] { #expect(!text.contains(start + sign), "\(file) \(start)\(sign)") }
      }
    }
  }

  /// Expects a page to hold no tags and no attributes but the program's own, and to let nothing else run or load.
  static func expectInert(_ text: String, _ file: String) {
    let body = text.replacing(/<style>(?s:.*?)<\/style>/, with: "").replacing(
      /<script>(?s:.*?)<\/script>/, with: "")
    #expect(text.split(separator: "<script").count == 2, "\(file)")
    #expect(
      text.contains("Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"), "\(file)")
    let known = [
      "!DOCTYPE", "html", "head", "meta", "title", "body", "a", "main", "header", "h1", "wbr", "h2", "h3",
      "p", "footer", "nav",
      "ul", "li",
      "section", "div", "table", "caption", "span", "thead", "tbody", "tr", "th", "td", "details", "summary",
      "figure",
      "figcaption", "svg", "desc", "defs", "pattern", "path", "rect", "line", "text", "polyline", "polygon",
      "circle", "g",
    ]
    for match in body.matches(of: /<\/?([^\s>\/]*)([^>]*)>/) {
      #expect(known.contains(String(match.output.1)), "\(file): \(match.output.0)")
      let attributes = match.output.2
      #expect(!attributes.contains("style=") && !attributes.contains("src="), "\(file): \(match.output.0)")
      #expect(!attributes.contains(/\son[a-z]+=/), "\(file): \(match.output.0)")
      if attributes.contains("href=") {
        #expect(
          attributes.contains(/href="(#[a-z0-9]+|[0-9]{4}-[0-9]{2}\/[a-z]+\.[a-z]+)"/),
          "\(file): \(match.output.0)")
      }
    }
  }
}
