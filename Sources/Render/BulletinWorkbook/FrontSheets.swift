import Model

/// The sheets before the tables: cover, contents, notes.
struct FrontSheets {
  let edition: Edition
  let cover: WorkbookWriter.Sheet
  let contents: WorkbookWriter.Sheet
  let notesSheet: WorkbookWriter.Sheet

  /// A table or chart, as the contents list it.
  struct Entry {
    /// 表1, 图1.
    var number: String
    var title: String
    var sheet: WorkbookWriter.Sheet
  }

  /// How wide the cover is, in digits: no wider than the paper, since one column cannot be broken.
  private static let width = 80

  private var language: Language { edition.language }

  /// Writes the three.
  func write(_ entries: [Entry], _ notes: BookNotes, _ writer: inout WorkbookWriter) {
    writeCover(entries, &writer)
    writeContents(entries, &writer)
    writeNotes(notes, &writer)
  }

  /// A text in the first column.
  private func line(
    _ text: String, _ row: Int, of sheet: WorkbookWriter.Sheet, _ style: CellStyle, width: Int,
    _ writer: inout WorkbookWriter
  ) {
    writer.write(BookText.cell(text, language), at: CellAddress(row, 1), of: sheet, style)
    let lines = 1 + (DisplayWidth.of(text) * Int(style.size) / 11 - 1) / width
    writer.setHeight(style.size * 1.6 * Double(max(1, lines)), row: row, of: sheet)
  }

  private func writeCover(_ entries: [Entry], _ writer: inout WorkbookWriter) {
    let words = Words(edition)
    var title = BookStyle.title
    (title.size, title.wraps) = (20, true)
    writer.setWidth(Double(FrontSheets.width), columns: 1...1, of: cover)
    line(Bulletin.title(edition, words), 1, of: cover, title, width: FrontSheets.width - 2, &writer)
    var row = 3
    for text in facts(words) {
      line(text, row, of: cover, BookStyle.wrapped, width: FrontSheets.width - 2, &writer)
      row += 1
    }
    row += 1
    line(
      language.pick("本工作簿", "This workbook"), row, of: cover, BookStyle.section, width: FrontSheets.width - 2,
      &writer)
    for text in guide(entries.count) {
      row += 1
      line(text, row, of: cover, BookStyle.wrapped, width: FrontSheets.width - 2, &writer)
    }
    for (text, target) in [
      (language.pick("目录", "Contents"), contents), (language.pick("说明", "Notes"), notesSheet),
    ] {
      row += 1
      writer.link(text, at: CellAddress(row, 1), of: cover, to: CellAddress(1, 1), of: target, BookStyle.link)
    }
    writer.setPage(across: false, headings: nil, last: CellAddress(row, 1), of: cover)
  }

  /// Who publishes, what month it is about, which edition it is.
  private func facts(_ words: Words) -> [String] {
    let stop = language.pick("：", ": ")
    var facts: [String] = []
    func add(_ label: String, _ text: String) {
      if !text.isEmpty { facts.append(label + stop + text) }
    }
    add(language.pick("发布单位", "Organisation"), edition.campaign.organisation)
    add(language.pick("单位", "Unit"), words.name(edition.unit))
    add(language.pick("数据期间", "Period"), words.month)
    if edition.period.isMonth { add(language.pick("报送截止", "Returns were due"), words.date(edition.due)) }
    let editions = Bulletin.editions(edition.vintage, language, words)
    let told = editions.drop { $0 == "　" || $0 == " " }
    add(language.pick("版次", "Edition"), told.isEmpty ? language.pick("尚未发布", "not published") : String(told))
    add(language.pick("联系方式", "Contact"), edition.campaign.contact)
    if edition.isProvisional {
      facts.append(
        language.pick(
          "报送情况未达到活动规定的要求，本工作簿为初步数据，以后可能修订。",
          "Provisional: what has come in falls short of what the campaign asks for. The figures may be revised."
        ))
    }
    return facts
  }

  private func guide(_ count: Int) -> [String] {
    language == .zh
      ? [
        "共有表和图\(count)个，每个一张工作表；每张表一行表头，没有合并的单元格，可以筛选、排序和复制。",
        "占比、平均数、增减和核对都是公式，由同一张表里的数算出；写入时的结果与通报一致，打开后可逐格复核。",
        "表中的[注]见“说明”。与通报（bulletin.md）和 figures.csv 出自同一批数据。",
      ]
      : [
        "It holds \(count) tables and charts, a sheet each; every table has one row of headings and no merged cells.",
        "Shares, averages, changes and checks are formulas over cells of the same sheet; their stored results are "
          + "those of the bulletin.",
        "Marks such as [note 1] are told in the notes. The bulletin and figures.csv are made of the same data.",
      ]
  }

  private func writeContents(_ entries: [Entry], _ writer: inout WorkbookWriter) {
    let width = entries.map { DisplayWidth.of($0.title) }.max() ?? 0
    writer.setWidth(12, columns: 1...1, of: contents)
    writer.setWidth(Double(min(max(width + 4, 40), 90)), columns: 2...2, of: contents)
    writer.write(language.pick("目录", "Contents"), at: CellAddress(1, 1), of: contents, BookStyle.title)
    writer.setHeight(27, row: 1, of: contents)
    let note = language.pick("点标题可到该表。", "A title leads to its sheet.")
    writer.write(note, at: CellAddress(2, 1), of: contents, BookStyle.subtitle)
    let headings = [BookColumn.text(language.pick("编号", "Number")), .text(language.pick("标题", "Title"))]
    for (index, heading) in headings.enumerated() {
      writer.write(
        heading.heading, at: CellAddress(4, index + 1), of: contents, BookStyle.heading(heading))
    }
    let front = [
      Entry(number: "—", title: language.pick("封面", "Cover"), sheet: cover),
      Entry(number: "—", title: language.pick("说明", "Notes"), sheet: notesSheet),
    ]
    var plain = BookStyle.text
    var link = BookStyle.link
    (plain.hasBorder, link.hasBorder) = (true, true)
    for (index, entry) in (front + entries).enumerated() {
      let row = 5 + index
      writer.write(entry.number, at: CellAddress(row, 1), of: contents, plain)
      writer.link(
        BookText.cell(entry.title, language), at: CellAddress(row, 2), of: contents, to: CellAddress(1, 1),
        of: entry.sheet, link)
    }
    writer.freeze(rows: 4, columns: 0, of: contents)
    writer.setPage(
      across: false, headings: 4, last: CellAddress(4 + front.count + entries.count, 2), of: contents)
  }

  private func writeNotes(_ notes: BookNotes, _ writer: inout WorkbookWriter) {
    writer.setWidth(14, columns: 1...1, of: notesSheet)
    writer.setWidth(100, columns: 2...2, of: notesSheet)
    writer.write(language.pick("说明", "Notes"), at: CellAddress(1, 1), of: notesSheet, BookStyle.title)
    writer.setHeight(27, row: 1, of: notesSheet)
    writer.link(
      language.pick("返回目录", "Contents"), at: CellAddress(2, 1), of: notesSheet, to: CellAddress(1, 1),
      of: contents,
      BookStyle.link)
    let headings = [BookColumn.text(language.pick("编号或符号", "Mark")), .text(language.pick("含义", "Meaning"))]
    for (index, heading) in headings.enumerated() {
      writer.write(
        heading.heading, at: CellAddress(4, index + 1), of: notesSheet, BookStyle.heading(heading))
    }
    let rows = notes.used.map { (notes.mark($0), $0.text(edition)) } + symbols
    var style = BookStyle.wrapped
    style.hasBorder = true
    for (index, (mark, text)) in rows.enumerated() {
      let row = 5 + index
      writer.write(mark, at: CellAddress(row, 1), of: notesSheet, style)
      writer.write(text, at: CellAddress(row, 2), of: notesSheet, style)
      writer.setHeight(Double(4 + 16 * (1 + DisplayWidth.of(text) / 96)), row: row, of: notesSheet)
    }
    writer.freeze(rows: 4, columns: 0, of: notesSheet)
    writer.setPage(across: true, headings: 4, last: CellAddress(4 + rows.count, 2), of: notesSheet)
  }

  private var symbols: [(String, String)] {
    [
      ("—", language.pick("不适用，或无可计算的单位。", "Not applicable, or nothing to count.")),
      (language.pick("未报", "no return"), language.pick("没有可采用的数据；不是零。", "No usable data; it is not zero.")),
      (
        language.pick("长数字", "Long numbers"),
        language.pick(
          "超过15位的数以文字写出，表格程序不能保留其全部数位，因此不用公式。",
          "A number of more than 15 digits is written as text, since spreadsheet programs do not keep all of them."
        )
      ),
    ]
  }
}
