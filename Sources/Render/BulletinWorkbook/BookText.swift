import Model

/// Texts for the cells of the workbook.
enum BookText {
  /// A text that Excel takes whole: a longer one is cut, and says so. Marks that turn the direction of text go.
  static func cell(_ text: String, _ language: Language) -> String {
    let text = text.unicodeScalars.allSatisfy { !isMark($0) } ? text : withoutMarks(text)
    guard text.utf16.count > WorkbookText.longestCell else { return text }
    let mark = language.pick("……（文字过长，以下从略）", "… (too long, cut here)")
    return WorkbookText.clean(text, limit: WorkbookText.longestCell - mark.utf16.count) + mark
  }

  private static func withoutMarks(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !isMark($0) }))
  }

  /// Characters that are not seen, but for the one that joins emoji.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x7F && scalar != "\u{200D}" && scalar.properties.generalCategory == .format
  }
}

/// How the cells of the workbook look.
enum BookStyle {
  static let title = CellStyle(size: 16, isBold: true)
  static let subtitle = CellStyle(ink: 0x595959)
  static let text = CellStyle()
  static let wrapped = CellStyle(wraps: true)
  static let link = CellStyle(ink: 0x0563C1, isUnderlined: true)
  static let section = CellStyle(size: 13, isBold: true)
  /// The colour of bars behind shares: light enough for the number to be read on it.
  static let bars: UInt32 = 0x9DC3E6

  /// A heading of a table.
  static func heading(_ column: BookColumn) -> CellStyle {
    CellStyle(
      fill: Colours.heading, isBold: true, wraps: true, hasBorder: true,
      alignment: column.isCentred ? .centre : column.isNumeric ? .right : .left)
  }

  /// A cell of a table.
  static func cell(_ cell: BookCell, _ column: BookColumn, _ kind: BookRow.Kind) -> CellStyle {
    var style = CellStyle(wraps: !column.isNumeric, hasBorder: true)
    switch kind {
    case .plain: break
    case .total: (style.fill, style.isBold) = (0xF2F2F2, true)
    case .check: style.ink = 0x595959
    }
    if column.isNumeric { style.alignment = column.isCentred ? .centre : .right }
    style.numberFormat = format(cell, whole: kind == .plain ? column.whole : nil, suffix: "")
    return style
  }

  /// How a number is shown. A share that is lower than the whole has a mark, a revised one another.
  private static func format(_ cell: BookCell, whole: Int64?, suffix: String) -> String {
    switch cell {
    case .text: return ""
    case .computed(_, let shown): return format(shown, whole: whole, suffix: suffix)
    case .revised(let shown): return format(shown, whole: whole, suffix: "\"(r)\"")
    case .number(_, let decimals): return "#,##0" + places(decimals) + suffix
    case .change(_, let decimals):
      let digits = "#,##0" + places(decimals)
      return "+\(digits)\(suffix);-\(digits)\(suffix);0\(places(decimals))\(suffix)"
    case .share(_, let decimals):
      let plain = "0\(places(decimals))%\(suffix)"
      guard let whole else { return plain }
      return "[<\(Quotient.text(whole, decimals: decimals + 2))]\"▼\"\(plain);\(plain)"
    }
  }

  private static func places(_ decimals: Int) -> String {
    decimals == 0 ? "" : "." + String(repeating: "0", count: decimals)
  }
}
