public import Model

/// Renders a document as one HTML page: headings, tables that can be sorted and filtered, a table of contents, a
/// style for the screen and one for A4. It reads as well without its script.
public struct HTMLRenderer {
  private let language: Language
  private var numbers: HeadingNumbers
  private var notes = 0

  private init(_ language: Language) {
    self.language = language
    numbers = HeadingNumbers(language)
  }

  /// The document as a page; lines end in a line feed.
  public static func render(_ document: Document, language: Language) -> String {
    var renderer = HTMLRenderer(language)
    return HTMLPage.render(
      title: document.title, language: language, body: renderer.body(of: document))
  }

  private mutating func body(of document: Document) -> String {
    var text = "<header>\n<h1>\(title(document.title))</h1>\n"
    if !document.byline.isEmpty { text += "<p>\(HTMLText.inline(document.byline))</p>\n" }
    text += "</header>\n"
    for block in document.opening { text += render(block) }
    text += contents(of: document)
    for (index, section) in document.sections.enumerated() {
      let id = "s\(index + 1)"
      let heading = numbers.nextSection() + HTMLText.inline(section.heading)
      text += "<section aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">\(heading)</h2>\n"
      for block in section.blocks { text += render(block) }
      text += "</section>\n"
    }
    if !document.closing.isEmpty {
      text += "<footer>\n<p>\(HTMLText.inline(document.closing))</p>\n</footer>\n"
    }
    return text
  }

  /// The title; in two lines it is broken behind the month, or what stands for it.
  private func title(_ text: String) -> String {
    let ends = ["月", "季度", "半年"].lazy.compactMap { text.firstRange(of: $0)?.upperBound }
    guard language == .zh, let end = ends.first else { return HTMLText.inline(text) }
    return HTMLText.inline(String(text[..<end])) + "<wbr>" + HTMLText.inline(String(text[end...]))
  }

  /// Sections and their tables.
  private func contents(of document: Document) -> String {
    guard document.sections.count > 1 else { return "" }
    var numbers = HeadingNumbers(language)
    for block in document.opening where block.isGrid { _ = numbers.nextTable() }
    var lines = ""
    for (index, section) in document.sections.enumerated() {
      let heading = numbers.nextSection() + HTMLText.inline(section.heading)
      var inner = ""
      for case .grid(let grid) in section.blocks {
        let caption = numbers.nextTable() + HTMLText.inline(grid.caption)
        inner += "<li><a href=\"#t\(numbers.table)\">\(caption)</a></li>\n"
      }
      let list = inner.isEmpty ? "" : "\n<ul>\n\(inner)</ul>\n"
      lines += "<li><a href=\"#s\(index + 1)\">\(heading)</a>\(list)</li>\n"
    }
    let title = language.pick("目录", "Contents")
    return
      "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">\(title)</h2>\n<ul>\n\(lines)</ul>\n</nav>\n"
  }

  private mutating func render(_ block: Block) -> String {
    switch block {
    case .heading(let text): return "<h3>\(numbers.nextPart())\(HTMLText.inline(text))</h3>\n"
    case .paragraph(let text): return "<p>\(HTMLText.inline(text))</p>\n"
    case .list(let items):
      return "<ul>\n" + items.map { "<li>\(HTMLText.inline($0))</li>\n" }.joined() + "</ul>\n"
    case .grid(let grid):
      let caption = numbers.nextTable() + HTMLText.inline(grid.caption)
      let table = HTMLTable(grid, id: "t\(numbers.table)", caption: caption, language: language)
      return table.render(notes: &notes)
    case .chart(let chart): return HTMLRenderer.figure(chart, language)
    }
  }

  /// A chart with its note. The drawing names itself, and is described by the note that everybody sees.
  static func figure(_ chart: Chart, _ language: Language) -> String {
    "<figure>\n\(SVGRenderer.render(chart, language: language))"
      + "<figcaption>\(HTMLText.inline(chart.note))</figcaption>\n</figure>\n"
  }
}

extension Block {
  /// Whether it is a table, which has a number.
  fileprivate var isGrid: Bool {
    if case .grid = self { return true }
    return false
  }
}
