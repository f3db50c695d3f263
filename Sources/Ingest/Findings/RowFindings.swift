import Model

/// A unit as a finding names it.
struct NamedUnit: Hashable, Sendable {
  /// The code in the registry.
  let code: UnitCode
  /// The name in the registry; empty where it is not known.
  let name: String

  var text: String { name.isEmpty ? "\(code)" : "\(name)（\(code)）" }
  var english: String { name.isEmpty ? "\(code)" : "\(name) (\(code))" }
}

/// A spreadsheet program has turned the code into a rounded number.
struct CodeLostDigits: FindingReason {
  static let code = "code-lost-digits"
  var severity: Severity { .reject }

  func message(_ language: Language) -> String {
    language.pick(
      "单位代码被电子表格改成了科学记数，后面的数字已经丢失。请把这一列设为“文本”格式，重新输入代码。",
      "The spreadsheet turned the code into a rounded number and its last digits are lost. Format the column as text and type the code again."
    )
  }
}

/// A row with answers but without a code.
struct CodeMissing: FindingReason {
  static let code = "code-missing"
  var severity: Severity { .reject }

  func message(_ language: Language) -> String {
    language.pick(
      "这一行有填报内容，但没有单位代码，未采用。请补上单位代码。",
      "This row has answers but no unit code, so it does not count. Add the code.")
  }
}

/// The code is not in the registry of the month.
struct UnitUnknown: FindingReason {
  /// What else is known of the code.
  enum Hint: Hashable, Sendable {
    /// Nothing.
    case none
    /// This unit has the name that stands beside the code.
    case sameName(NamedUnit)
    /// The code is in the registry in other months, and this unit takes its place.
    case otherMonths(from: Month, to: Month?, successor: NamedUnit?)
  }

  static let code = "unit-unknown"
  var severity: Severity { .reject }

  /// The month that is reported.
  let month: Month
  /// What else is known.
  let hint: Hint

  func message(_ language: Language) -> String {
    switch hint {
    case .none:
      return language.pick(
        "名录里没有这个单位代码，这一行未采用。请对照名录改正代码。",
        "The registry has no such unit code, so the row does not count. Correct the code.")
    case .sameName(let unit):
      return language.pick(
        "名录里没有这个单位代码，这一行未采用。“\(unit.name)”的代码是 \(unit.code)，如是该单位请改正。",
        "The registry has no such unit code, so the row does not count. “\(unit.name)” has the code \(unit.code)."
      )
    case .otherMonths(let from, let to, let successor):
      let validity = language.pick(
        to.map { "有效期是 \(from) 至 \($0)" } ?? "从 \(from) 起才有效",
        to.map { "holds from \(from) to \($0)" } ?? "holds from \(from)")
      let advice = language.pick(
        successor.map { "请改用\($0.text)填报。" } ?? "请对照名录改正代码。",
        successor.map { "Report for \($0.english) instead." } ?? "Correct the code.")
      return language.pick(
        "这个单位代码\(validity)，不含 \(month)，这一行未采用。\(advice)",
        "This unit code \(validity), not in \(month), so the row does not count. \(advice)")
    }
  }
}

/// A row about a unit that is not below the sender.
struct UnitOutsideSender: FindingReason {
  static let code = "unit-outside-sender"
  var severity: Severity { .reject }

  /// Who sent the file.
  let sender: NamedUnit

  func message(_ language: Language) -> String {
    language.pick(
      "这个单位不在报送单位\(sender.text)辖内，这一行未采用。请核对代码，或由其上级单位报送。",
      "This unit is not within the sender \(sender.english), so the row does not count. Check the code.")
  }
}

/// The name beside the code is not that of the registry.
struct UnitNameDiffers: FindingReason {
  static let code = "unit-name-differs"
  var severity: Severity { .query }

  /// The name in the registry.
  let registered: String

  func message(_ language: Language) -> String {
    language.pick(
      "这个代码在名录里是“\(registered)”，与填写的名称不同，可能串行。请核对代码和名称。",
      "In the registry this code is “\(registered)”, not the name given; rows may be swapped. Check both.")
  }
}

/// The row is about another month.
struct MonthDiffers: FindingReason {
  /// What gives the month: all but a row's own cell speak for every row.
  enum Source: Hashable, Sendable, CaseIterable { case row, title, blankForm }

  static let code = "month-differs"
  var severity: Severity { .reject }

  /// The month given and the month that is reported.
  let given, wanted: Month
  /// What gives the month.
  var source = Source.row

  func message(_ language: Language) -> String {
    switch source {
    case .title:
      language.pick(
        "标题写的月份是 \(given)，本次（收件夹）应报 \(wanted)，整张表未采用。请核对是否报错了文件，或改正标题后重新报送。",
        "The title says \(given), while the folder is that of \(wanted), so none of the sheet counts. Check that the right file was sent, or correct the title."
      )
    case .blankForm:
      language.pick(
        "这份文件是用 \(given) 的空白表填的，本次应报 \(wanted)，整个文件未采用。请核对是否报错了文件，或改用本月的空白表填报。",
        "This file was made from the blank form of \(given), while \(wanted) is reported, so none of it counts. Check that the right file was sent, or fill in the form of this month."
      )
    case .row:
      language.pick(
        "这一行填的月份是 \(given)，本次应报 \(wanted)，这一行未采用。请核对是否报错了文件。",
        "This row is for \(given), while \(wanted) is reported, so it does not count. Check that the right file was sent."
      )
    }
  }
}

/// The month of the row cannot be told.
struct MonthUnreadable: FindingReason {
  static let code = "month-unreadable"
  var severity: Severity { .reject }

  /// The month that is reported.
  let wanted: Month

  func message(_ language: Language) -> String {
    language.pick(
      "看不出是哪个月份，这一行未采用。请写成 \(wanted)。",
      "The month cannot be told, so the row does not count. Write \(wanted).")
  }
}

/// The unit need not report this form.
struct UnitNotExpected: FindingReason {
  static let code = "unit-not-expected"
  var severity: Severity { .note }

  func message(_ language: Language) -> String {
    language.pick(
      "这个单位不在本报表的填报范围内，只列出，不计入汇总。", "This unit is not asked for this form: listed, not counted.")
  }
}

/// There is something to the right of the last heading.
struct RowTooLong: FindingReason {
  static let code = "row-too-long"
  var severity: Severity { .query }

  func message(_ language: Language) -> String {
    language.pick(
      "这一行在最后一个列名右边还有内容，可能是格子错位。请核对各列，多余的内容请删去。",
      "This row has something to the right of the last heading; its cells may be shifted. Check them.")
  }
}

/// A NUL byte inside a row.
struct RowHasNUL: FindingReason {
  static let code = "row-has-nul"
  var severity: Severity { .reject }

  func message(_ language: Language) -> String {
    language.pick(
      "这一行夹有空字节，文件可能已损坏，这一行未采用。请重新导出后报送。",
      "This row holds NUL bytes; the file may be damaged, so the row does not count. Export it again.")
  }
}

/// A row of totals.
struct TotalRow: FindingReason {
  static let code = "total-row"
  var severity: Severity { .note }

  func message(_ language: Language) -> String {
    language.pick("这是合计行，未采用；合计由程序计算。", "This is a row of totals; it is not used, as totals are computed.")
  }
}

/// A remark below or between the rows; or a row of a unit above the headings.
struct RowNotAReturn: FindingReason {
  static let code = "row-not-a-return"
  var isAboveHeadings = false
  var severity: Severity { isAboveHeadings ? .query : .note }

  func message(_ language: Language) -> String {
    guard !isAboveHeadings else {
      return language.pick(
        "这一行有单位代码，却在表头之上，未读取；如是填报内容，请移到表头之下。",
        "This row has a unit's code and stands above the headings; it was not read. Move it below them where it is a return."
      )
    }
    return language.pick(
      "这一行没有填报内容（如说明、填表人），未读取。", "This row holds no answers (such as a remark); it was not read.")
  }
}
