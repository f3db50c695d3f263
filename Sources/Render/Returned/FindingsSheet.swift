import Model

/// The first sheet of an annotated workbook: all findings, each with a link to its cell.
struct FindingsSheet {
  let sheet: WorkbookWriter.Sheet
  let copies: [CopiedSheet]
  let roster: Roster
  let language: Language
  private let sheets: [SheetCopy]
  private var row = 1

  init(
    sheet: WorkbookWriter.Sheet, copies: [CopiedSheet], roster: Roster, language: Language
  ) {
    self.sheet = sheet
    self.copies = copies
    sheets = copies.map(\.copy)
    self.roster = roster
    self.language = language
  }

  /// The widths of the columns; that of the places grows with the names of sheets.
  private var widths = [10.0, 16, 24, 16, 22, 72]
  private static let widestPlace = 48

  /// Writes title, notes about the whole file, and the table.
  mutating func write(_ file: ReturnedFile, _ writer: inout WorkbookWriter) {
    let placed = file.findings.filter { $0.place.row > 0 }
    let places = placed.map { DisplayWidth.of(FindingText.placeInFile($0.place, language)) }
    widths[1] = max(widths[1], Double(min((places.max() ?? 0) + 3, Self.widestPlace)))
    for (index, width) in widths.enumerated() {
      writer.setWidth(width, columns: (index + 1)...(index + 1), of: sheet)
    }
    line(file.name + language.pick(" 审核意见", ": findings"), CellStyle(size: 16, isBold: true), &writer)
    line(guide(file), CellStyle(wraps: true), &writer)
    for copy in copies where copy.copy.isCut {
      line(cutNote(copy), CellStyle(fill: Colours.fill(.query), wraps: true), &writer)
    }
    for finding in file.findings where finding.place.row == 0 {
      line(wholeFile(finding), CellStyle(fill: Colours.fill(finding.severity), wraps: true), &writer)
    }
    guard !placed.isEmpty else { return }
    writeTable(placed, &writer)
  }

  private mutating func writeTable(_ findings: [Finding], _ writer: inout WorkbookWriter) {
    let style = CellStyle(fill: Colours.heading, isBold: true, hasBorder: true)
    for (index, heading) in FindingText.headings(language).enumerated() {
      writer.write(heading, at: CellAddress(row, index + 1), of: sheet, style)
    }
    writer.freeze(rows: row, columns: 0, of: sheet)
    writer.setPrint(headings: row...row, of: sheet)
    for finding in findings {
      row += 1
      write(finding, &writer)
    }
    writer.expectTexts(to: CellAddress(row, widths.count), of: sheet)
  }

  private func write(_ finding: Finding, _ writer: inout WorkbookWriter) {
    let plain = CellStyle(wraps: true, hasBorder: true, numberFormat: "@")
    var marked = plain
    marked.fill = Colours.fill(finding.severity)
    let message = finding.reason.message(language)
    writer.write(finding.severity.label(language), at: CellAddress(row, 1), of: sheet, marked)
    writePlace(finding.place, plain, &writer)
    let texts = [FindingText.unit(finding, roster), finding.item, finding.value, message]
    for (index, text) in texts.enumerated() {
      writer.write(text, at: CellAddress(row, index + 3), of: sheet, plain)
    }
    let lines = zip(widths.dropFirst(2), texts).map { width, text in
      1 + DisplayWidth.of(text) / max(1, Int(width) - 1)
    }
    writer.setHeight(Double(18 * (lines.max() ?? 1)), row: row, of: sheet)
  }

  /// The place, leading to the cell where the copy has it.
  private func writePlace(_ place: Place, _ plain: CellStyle, _ writer: inout WorkbookWriter) {
    let text = FindingText.placeInFile(place, language)
    let copy = SheetCopy.position(of: place, among: sheets).map { copies[$0] }
    let cell = CellAddress(row, 2)
    guard let copy, copy.holds(place.row) else { return writer.write(text, at: cell, of: sheet, plain) }
    var link = plain
    (link.ink, link.isUnderlined) = (0x0563C1, true)
    writer.link(text, at: cell, of: sheet, to: CellAddress(place), of: copy.target, link)
  }

  /// A text over all columns.
  private mutating func line(_ text: String, _ style: CellStyle, _ writer: inout WorkbookWriter) {
    let last = CellAddress(row, widths.count)
    writer.merge(text, from: CellAddress(row, 1), to: last, of: sheet, style)
    let lines = 1 + DisplayWidth.of(text) / Int(widths.reduce(0, +) - 10)
    writer.setHeight(style.size * 1.8 * Double(lines), row: row, of: sheet)
    row += 1
  }

  private func guide(_ file: ReturnedFile) -> String {
    let summary = file.summary(language)
    guard !copies.isEmpty else { return summary }
    return language.pick(
      "\(summary)。点“位置”可到对应的格子：红色不予采用，黄色待核实，蓝色提示，把光标移到格子上可看说明。请在原文件中改正后重新报送。",
      "\(summary). A place leads to its cell: red is rejected, yellow is a query, blue is a note; the comment of "
        + "the cell says what to do. Mend it in your own file and send that again.")
  }

  private func cutNote(_ copy: CopiedSheet) -> String {
    let (name, last) = (copy.target.name, copy.copy.rows.last?.number ?? 0)
    return language.pick(
      "文件很大，工作表“\(name)”只复制到第\(last)行；其后的意见只列在本页。",
      "The file is large: sheet \(name) is copied up to row \(last); what is later is listed here only.")
  }

  private func wholeFile(_ finding: Finding) -> String {
    let item = finding.item.isEmpty ? "" : language.pick("“\(finding.item)”：", "\(finding.item): ")
    let place = finding.place.sheet.isEmpty ? "" : FindingText.placeInFile(finding.place, language)
    let sheet = place.isEmpty ? "" : language.pick("\(place)：", "\(place): ")
    return "【\(finding.severity.label(language))】\(sheet)\(item)\(finding.reason.message(language))"
  }
}
