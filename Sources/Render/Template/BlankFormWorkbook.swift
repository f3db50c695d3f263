import Model

/// A blank form as a workbook: what is known is filled in and locked, and each cell says what it takes.
public enum BlankFormWorkbook {
  /// The bytes of the workbook.
  public static func render(_ form: BlankForm) throws(WorkbookError) -> [UInt8] {
    var writer = try WorkbookWriter()
    let sheet = try writer.addSheet(form.campaign.forms[form.form].title)
    let hidden = try writer.addSheet(BlankFormSeal.name)
    let page = BlankFormSheet(form: form, sheet: sheet)
    page.write(&writer)
    var lists = HiddenSheet(sheet: hidden)
    lists.write(form, &writer)
    page.setRules(&lists, &writer)
    writer.hide(hidden)
    // A ledger goes on below the rows that are laid out.
    if form.ledger == nil { writer.protect(sheet) }
    return try writer.finish()
  }
}

/// The sheet that nobody sees: what the form is, and the answers of choices that do not fit into a rule.
struct HiddenSheet {
  let sheet: WorkbookWriter.Sheet
  private var column = 4

  init(sheet: WorkbookWriter.Sheet) { self.sheet = sheet }

  /// Says that this is a blank form, and names campaign, form, month and unit, a row each.
  func write(_ form: BlankForm, _ writer: inout WorkbookWriter) {
    let rows = [
      (BlankFormSeal.name, BlankFormSeal.value), ("campaign", form.campaign.name),
      ("form", form.campaign.forms[form.form].id),
      ("month", form.roster.month.description), ("unit", form.roster.units[form.unit].code.description),
    ]
    for (index, row) in rows.enumerated() {
      writer.write(row.0, at: CellAddress(index + 1, 1), of: sheet)
      writer.write(row.1, at: CellAddress(index + 1, 2), of: sheet)
    }
  }

  /// A list of answers as a rule takes it: written out where it fits, else as the place of cells.
  mutating func list(_ answers: [String], _ writer: inout WorkbookWriter) -> String {
    let written = answers.joined(separator: ",")
    let isPlain = answers.allSatisfy { answer in
      !answer.contains(",") && !answer.contains("\"") && answer.first != " " && answer.last != " "
    }
    // Excel takes at most 255 characters.
    if isPlain, written.utf16.count <= 255 { return "\"\(written)\"" }
    for (index, answer) in answers.enumerated() {
      writer.write(answer, at: CellAddress(index + 1, column), of: sheet)
    }
    let letters = Place.letters(column)
    column += 1
    return "'\(sheet.name)'!$\(letters)$1:$\(letters)$\(answers.count)"
  }
}
