import Model

/// A grid as a table: numbers to the right, the name of each row as its heading, the note of a figure beside it.
struct HTMLTable {
  /// A table of more rows is folded up.
  static let longest = 40
  /// A table of no more rows stands on one sheet of paper.
  private static let short = 16
  /// A table of more columns is printed smaller, one of still more on a page turned to its side.
  private static let (wide, widest) = (7, 11)

  private let grid: Grid
  private let id: String
  private let caption: String
  private let language: Language
  /// The column whose cells name the rows: the first of texts.
  private let head: Int

  /// `caption` is HTML already.
  init(_ grid: Grid, id: String, caption: String, language: Language) {
    (self.grid, self.id, self.caption, self.language) = (grid, id, caption, language)
    head = grid.columns.firstIndex { !$0.isNumeric } ?? 0
  }

  /// The table; `notes` counts those of the page.
  func render(notes: inout Int) -> String {
    var rows = ""
    for row in grid.rows { rows += render(row, &notes) }
    var size =
      grid.columns.count > HTMLTable.widest ? " widest" : grid.columns.count > HTMLTable.wide ? " wide" : ""
    if grid.rows.count <= HTMLTable.short { size += " short" }
    let box = """
      <div class="box\(size)" role="region" aria-labelledby="\(id)c" tabindex="0">
      <table id="\(id)">
      <caption id="\(id)c"><span>\(caption)</span></caption>
      <thead><tr>\(headings)</tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>
      </div>

      """
    guard grid.rows.count > HTMLTable.longest else { return box }
    let count = language.pick("（共\(grid.rows.count)行）", " (\(grid.rows.count) rows)")
    return "<details>\n<summary>\(caption)\(count)</summary>\n\(box)</details>\n"
  }

  private var headings: String {
    grid.columns.enumerated().map { index, column in
      // Of a table without texts the first column names the rows, and is sorted as numbers.
      let number = index == head && column.isNumeric ? " data-number=\"1\"" : ""
      return "<th scope=\"col\"\(kind(index))\(number)>\(HTMLText.inline(column.heading))</th>"
    }.joined()
  }

  /// k: the column that names the rows; x: texts.
  private func kind(_ column: Int) -> String {
    if column == head { return " class=\"k\"" }
    return grid.columns[column].isNumeric ? "" : " class=\"x\""
  }

  private func render(_ row: GridRow, _ notes: inout Int) -> String {
    var text = row.isTotal ? "<tr class=\"sum\">" : "<tr>"
    for (index, cell) in row.cells.enumerated() {
      let isNumeric = index < grid.columns.count && grid.columns[index].isNumeric
      let value = SortValue(cell, isNumeric: isNumeric, language).attribute
      let words = HTMLText.inline(cell.text(language))
      if index == head {
        text += "<th scope=\"row\"\(kind(index))\(value)>\(words)</th>"
      } else if case .noted(_, let note) = cell {
        notes += 1
        text +=
          "<td\(kind(index))\(value) tabindex=\"0\" aria-describedby=\"n\(notes)\">\(words)"
          + "<span role=\"tooltip\" id=\"n\(notes)\">\(HTMLText.lines(note))</span></td>"
      } else {
        text += "<td\(index < grid.columns.count ? kind(index) : "")\(value)>\(words)</td>"
      }
    }
    return text + "</tr>\n"
  }
}

/// What a cell is sorted by where its text would not do: numbers by value, and what is no value last.
struct SortValue {
  /// ` data-v="…"`; empty where the text is the value.
  let attribute: String

  init(_ cell: Cell, isNumeric: Bool, _ language: Language) {
    let value = SortValue.value(cell, isNumeric: isNumeric, language)
    attribute = value.map { " data-v=\"\($0)\"" } ?? ""
  }

  /// `nil` for the text itself, empty for no value.
  private static func value(_ cell: Cell, isNumeric: Bool, _ language: Language) -> String? {
    switch cell {
    case .notReported, .notApplicable: return ""
    case .noted(let inner, _): return value(inner, isNumeric: isNumeric, language)
    case .revised(let inner):
      return value(inner, isNumeric: isNumeric, language)
        ?? (isNumeric ? leadingNumber(inner.text(language)) : nil)
    case .count, .decimal, .change: return nil
    case .percent(let part, let whole, let decimals):
      // Shares that look the same in print still differ.
      return Quotient.percent(part, of: whole, decimals: 9)
        ?? Quotient.percent(part, of: whole, decimals: decimals) ?? ""
    case .coverage(let part, _): return String(part)
    case .text(let text):
      if text.isEmpty || text == Cell.notApplicable.text(language) || text == Cell.notReported.text(language)
      {
        return ""
      }
      guard isNumeric, let number = leadingNumber(text), number != text else { return nil }
      return number
    }
  }

  /// 68.5 of 68.5%, -3 of -3人; `nil` where a text does not begin with a number.
  private static func leadingNumber(_ text: String) -> String? {
    let sign = text.hasPrefix("-") ? "-" : ""
    let rest = text.dropFirst(sign.isEmpty && !text.hasPrefix("+") ? 0 : 1)
    let whole = rest.prefix { $0.isASCII && $0.isNumber }
    guard !whole.isEmpty, whole.count <= 19 else { return nil }
    let after = rest.dropFirst(whole.count)
    let fraction = after.first == "." ? after.dropFirst().prefix { $0.isASCII && $0.isNumber } : ""
    return sign + whole + (fraction.isEmpty ? "" : "." + fraction)
  }
}
