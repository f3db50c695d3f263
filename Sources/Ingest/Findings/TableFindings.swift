import Model

/// Rows behind the end of the table.
struct RowsAfterEnd: FindingReason {
  static let code = "rows-after-end"
  var severity: Severity { .note }

  /// How many.
  let count: Int

  func message(_ language: Language) -> String {
    language.pick(
      "表格在这一行之前已经结束（说明、签名或两个空行），其后有 \(count) 行有内容但看不出是哪个单位，未读取。如是填报数据，请移到表格里并写明单位。",
      "The table ends before this row (a note, a signature or two blank rows). Rows behind it with content but no unit that can be told, not read: \(count). If they are returns, move them up and name their units."
    )
  }
}

/// A row that shows how to fill in the form.
struct SampleRow: FindingReason {
  static let code = "sample-row"
  var severity: Severity { .note }

  func message(_ language: Language) -> String {
    language.pick(
      "这是模板里的示例行，未采用。报送前请删去。",
      "This is a sample row of the template; it is not used. Remove it before sending.")
  }
}

/// A spreadsheet program has dropped the zero of 2016.10.
struct MonthZeroDropped: FindingReason {
  static let code = "month-zero-dropped"
  var severity: Severity { .note }

  /// The month that is meant.
  let month: Month

  func message(_ language: Language) -> String {
    language.pick(
      "月份“\(month.year).1”按 \(month) 采用：电子表格去掉了末尾的 0，全表都是这样写的。请改写成 \(month)。",
      "The month “\(month.year).1” counts as \(month): the spreadsheet dropped the last zero, and the whole sheet has it so. Write \(month)."
    )
  }
}
