public import Model

/// Renders a document as CommonMark with pipe tables, for reading as it is and for any Markdown viewer.
public enum MarkdownRenderer {
  /// The document as Markdown; lines end in a line feed. A chart is a link to `charts/NAME.svg` with its note below;
  /// without `charts` it is left out, where no such files stand beside the text.
  public static func render(_ document: Document, language: Language, charts: Bool = true) -> String {
    var document = document
    if !charts { document.removeCharts() }
    var text = "# " + MarkdownText.inline(document.title) + "\n\n"
    if !document.byline.isEmpty { text += MarkdownText.paragraph(document.byline) + "\n\n" }
    var numbers = HeadingNumbers(language)
    for block in document.opening { text += render(block, &numbers) }
    for section in document.sections {
      text += "## " + numbers.nextSection() + MarkdownText.inline(section.heading) + "\n\n"
      for block in section.blocks { text += render(block, &numbers) }
    }
    if !document.closing.isEmpty { text += MarkdownText.paragraph(document.closing) + "\n\n" }
    while text.hasSuffix("\n\n") { text.removeLast() }
    return text
  }

  private static func render(_ block: Block, _ numbers: inout HeadingNumbers) -> String {
    switch block {
    case .heading(let text): return "### " + numbers.nextPart() + MarkdownText.inline(text) + "\n\n"
    case .paragraph(let text): return MarkdownText.paragraph(text) + "\n\n"
    case .list(let items):
      return items.map { "- " + MarkdownText.paragraph($0) + "\n" }.joined() + "\n"
    case .grid(let grid): return render(grid, number: numbers.nextTable(), numbers.language)
    case .chart(let chart):
      return "![\(MarkdownText.inline(chart.title))](charts/\(chart.name).svg)\n\n"
        + MarkdownText.paragraph(chart.note) + "\n\n"
    }
  }

  private static func render(_ grid: Grid, number: String, _ language: Language) -> String {
    let caption = number + MarkdownText.inline(grid.caption)
    var lines = ["**\(caption)**", ""]
    lines.append("| " + grid.columns.map { MarkdownText.cell($0.heading) }.joined(separator: " | ") + " |")
    lines.append("|" + grid.columns.map { $0.isNumeric ? " ---: |" : " --- |" }.joined())
    for row in grid.rows {
      let cells = row.cells.map { cell in
        let text = MarkdownText.cell(cell.text(language))
        return row.isTotal && !text.isEmpty ? "**\(text)**" : text
      }
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n") + "\n\n"
  }
}

/// Numbers of sections as Chinese documents write them.
enum ChineseNumeral {
  private static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// 1…99 in Chinese numerals; larger numbers in digits.
  static func text(_ number: Int) -> String {
    guard (1...99).contains(number) else { return String(number) }
    let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
    if tens == 0 { return digits[ones] }
    return (tens == 1 ? "" : digits[tens]) + "十" + (ones == 0 ? "" : digits[ones])
  }
}
