import Model

/// The sheet of a blank form that is filled in.
struct BlankFormSheet {
  let form: BlankForm
  let sheet: WorkbookWriter.Sheet

  /// The rows of the headings and of the first unit.
  static let headingRow = 3
  static let firstRow = 4
  private static let grey: UInt32 = 0xD9D9D9

  private var language: Language { form.campaign.language }
  private var lastRow: Int { Self.firstRow + form.rowCount - 1 }
  private var fixedColumns: Int { form.fixedHeadings.count }

  /// Writes title, headings and rows, and lays the sheet out.
  func write(_ writer: inout WorkbookWriter) {
    let width = fixedColumns + form.items.count
    let title = CellStyle(size: 16, isBold: true, alignment: .centre)
    writer.merge(self.title, from: CellAddress(1, 1), to: CellAddress(1, width), of: sheet, title)
    writer.setHeight(30, row: 1, of: sheet)
    let guide = CellStyle(ink: 0x595959, wraps: true)
    writer.merge(self.guide, from: CellAddress(2, 1), to: CellAddress(2, width), of: sheet, guide)
    writer.setHeight(36, row: 2, of: sheet)
    let heading = CellStyle(
      fill: Colours.heading, isBold: true, wraps: true, hasBorder: true, alignment: .centre)
    for (index, text) in form.headings.enumerated() {
      writer.write(text, at: CellAddress(Self.headingRow, index + 1), of: sheet, heading)
    }
    if form.ledger == nil {
      for (index, unit) in form.units.enumerated() { write(unit, row: Self.firstRow + index, &writer) }
    } else {
      for row in Self.firstRow...lastRow { writeEmpty(row: row, &writer) }
    }
    setLayout(width, &writer)
  }

  private func write(_ unit: Int, row: Int, _ writer: inout WorkbookWriter) {
    writer.setHeight(20, row: row, of: sheet)
    let known = CellStyle(fill: 0xF2F2F2, hasBorder: true, numberFormat: "@")
    for (index, text) in form.fixed(unit).enumerated() {
      writer.write(text, at: CellAddress(row, index + 1), of: sheet, known)
    }
    let level = form.roster.units[unit].level
    for (index, item) in form.items.enumerated() {
      let item = form.campaign.items[item]
      let style =
        item.filledBy.contains(level)
        ? Self.style(item.type) : CellStyle(fill: Self.grey, hasBorder: true)
      writer.write("", at: CellAddress(row, fixedColumns + index + 1), of: sheet, style)
    }
  }

  /// A row of a ledger.
  private func writeEmpty(row: Int, _ writer: inout WorkbookWriter) {
    writer.setHeight(20, row: row, of: sheet)
    let types =
      Array(repeating: ItemType.text, count: fixedColumns) + form.items.map { form.campaign.items[$0].type }
    for (index, type) in types.enumerated() {
      writer.write("", at: CellAddress(row, index + 1), of: sheet, Self.style(type))
    }
  }

  private static func style(_ type: ItemType) -> CellStyle {
    var style = CellStyle(hasBorder: true, isUnlocked: true)
    switch type {
    case .flag, .choice: style.alignment = .centre
    case .count: (style.numberFormat, style.alignment) = ("0", .right)
    case .amount(let decimals):
      let places = decimals == 0 ? "" : "." + String(repeating: "0", count: decimals)
      (style.numberFormat, style.alignment) = ("0" + places, .right)
    case .date: (style.numberFormat, style.alignment) = ("yyyy-mm-dd", .centre)
    case .text, .key: (style.numberFormat, style.wraps) = ("@", true)
    }
    return style
  }

  private func setLayout(_ width: Int, _ writer: inout WorkbookWriter) {
    let names = form.units.lazy.map { DisplayWidth.of(form.roster.units[$0].name) }.max() ?? 0
    let widths = [18, Double(min(max(names + 2, 12), 36)), 10]
    for (index, width) in widths.prefix(fixedColumns).enumerated() {
      writer.setWidth(width, columns: (index + 1)...(index + 1), of: sheet)
    }
    var lines = 1
    for (index, item) in form.items.enumerated() {
      let item = form.campaign.items[item]
      let label = DisplayWidth.of(item.label)
      let wide = item.type == .text ? 40 : min(max(label + 2, 11), 18)
      lines = max(lines, 1 + label / (wide - 1))
      let column = fixedColumns + index + 1
      writer.setWidth(Double(wide), columns: column...column, of: sheet)
    }
    writer.setHeight(Double(18 * lines + 6), row: Self.headingRow, of: sheet)
    writer.freeze(rows: Self.headingRow, columns: min(2, fixedColumns), of: sheet)
    writer.expectTexts(to: CellAddress(lastRow, width), of: sheet)
    writer.setPrint(headings: Self.headingRow...Self.headingRow, of: sheet)
  }

  /// Sets what each column takes.
  func setRules(_ lists: inout HiddenSheet, _ writer: inout WorkbookWriter) {
    for (index, item) in form.items.enumerated() {
      let column = fixedColumns + index + 1
      let (first, last) = (CellAddress(Self.firstRow, column), CellAddress(lastRow, column))
      let words = ItemAdvice(item: form.campaign.items[item], language: language)
      writer.setRule(words.rule(at: first, &lists, &writer), from: first, to: last, of: sheet)
    }
  }

  private var title: String {
    let (name, title) = (form.roster.units[form.unit].name, form.campaign.forms[form.form].title)
    let month = MonthWords(language: language).month(form.roster.month)
    return language.pick("\(name)\(month)\(title)", "\(title): \(name), \(month)")
  }

  private var guide: String {
    let due = MonthWords(language: language)
      .date(form.campaign.deadline.day(for: form.roster.month))
    if let ledger = form.ledger {
      let unit =
        ledger.unitPrefix == nil
        ? language.pick("，每行都要填单位代码或单位名称", ", each with its unit's code or name") : ""
      return language.pick(
        "每行一条\(unit)，行数不限。没有填0，不适用填“—”。请不要改动表头。报送截止：\(due)。",
        "As many rows as there are\(unit). Write 0 for none, — for not applicable. Leave the headings as they are. "
          + "Due by \(due).")
    }
    return language.pick(
      "每个单位一行，只填白色的格子；灰色的不用填。没有填0，不适用填“—”。请不要改动表头、代码和名称。报送截止：\(due)。",
      "One row a unit: fill in the white cells only. Write 0 for none, — for not applicable. Leave headings, "
        + "codes and names as they are. Due by \(due).")
  }
}
