import Model

/// The text of a cell of a number is not one.
struct CellNotACount: FindingReason {
  static let code = "cell-not-a-count"
  var severity: Severity { .reject }

  func message(_ language: Language) -> String {
    language.pick(
      "这一格要填整数。请只写数字，如 12，不写单位、约数、百分号或小数。",
      "A whole number is wanted. Write digits only, such as 12: no unit, no percent sign, no decimals.")
  }
}

/// The text of a cell of an amount is not one.
struct CellNotAnAmount: FindingReason {
  static let code = "cell-not-an-amount"
  var severity: Severity { .reject }

  /// The decimals that may be given.
  let decimals: Int

  func message(_ language: Language) -> String {
    let example = Quotient.text(2 * (Quotient.power(of: 10, decimals) ?? 1), decimals: decimals)
    return language.pick(
      "这一格要填数值。请只写数字，如 \(example)，不写“万”“元”等单位。",
      "An amount is wanted. Write digits only, such as \(example), without a unit.")
  }
}

/// A number below zero.
struct CellNegative: FindingReason {
  static let code = "cell-negative"
  var severity: Severity { .reject }

  func message(_ language: Language) -> String {
    language.pick(
      "这一格不能填负数。没有就填 0，不适用就填“—”。", "This cannot be negative. Write 0 for none, — where it does not apply.")
  }
}

/// An amount with more decimals than the item has.
struct CellTooManyDecimals: FindingReason {
  static let code = "cell-too-many-decimals"
  var severity: Severity { .reject }

  /// The decimals that may be given.
  let decimals: Int

  func message(_ language: Language) -> String {
    if decimals == 0 {
      return language.pick("这一项不能有小数。请填整数。", "This item has no decimals. Write a whole number.")
    }
    return language.pick(
      "小数位数过多，这一项最多 \(decimals) 位小数。请四舍五入后填写。",
      "Too many decimals: this item has \(decimals) at most. Round it.")
  }
}

/// A number whose commas stand in the wrong places.
struct CellGrouping: FindingReason {
  static let code = "cell-grouping"
  var severity: Severity { .reject }

  func message(_ language: Language) -> String {
    language.pick(
      "数字里逗号的位置不对，可能多写或漏写了一位。请核对后不带逗号重写，如 1234。",
      "The commas in this number stand in the wrong places; a digit may be missing. Write it without, such as 1234."
    )
  }
}

/// A number that does not fit into 64 bits.
struct CellTooLarge: FindingReason {
  static let code = "cell-too-large"
  var severity: Severity { .reject }

  func message(_ language: Language) -> String {
    language.pick("数字过大，不可能是真实数据。请核对后重填。", "The number is too large to be real. Check it and write it again.")
  }
}

/// The text of a cell of yes or no is neither.
struct CellNotAFlag: FindingReason {
  static let code = "cell-not-a-flag"
  var severity: Severity { .reject }

  func message(_ language: Language) -> String {
    language.pick("这一格只能填“是”或“否”。", "Write “yes” or “no” here.")
  }
}

/// The text of a cell of a choice is none of its answers.
struct CellNotAChoice: FindingReason {
  static let code = "cell-not-a-choice"
  var severity: Severity { .reject }

  /// The answers.
  let choices: [String]

  func message(_ language: Language) -> String {
    let listed = choices.map { "“\($0)”" }.joined(separator: language.pick("、", ", "))
    return language.pick("这一格只能填以下之一：\(listed)。", "Write one of these: \(listed).")
  }
}

/// The text of a cell of a date is not one.
struct CellNotADate: FindingReason {
  static let code = "cell-not-a-date"
  var severity: Severity { .reject }

  /// Whether it has the shape of a date and the calendar lacks the day.
  let isImpossible: Bool

  func message(_ language: Language) -> String {
    if isImpossible {
      return language.pick("日历上没有这一天。请核对年月日后重填。", "There is no such day. Check year, month and day.")
    }
    return language.pick(
      "这一格要填年月日齐全的日期，如 2016-06-14。", "A full date is wanted, such as 2016-06-14.")
  }
}

/// The bytes of a cell are not text.
struct CellUndecodable: FindingReason {
  static let code = "cell-undecodable"
  var severity: Severity { .reject }

  func message(_ language: Language) -> String {
    language.pick(
      "这一格是乱码（既不是 UTF-8 也不是 GB18030 文字），无法读取。请重新填写；CSV 文件请另存为“CSV UTF-8（逗号分隔）”。",
      "The text of this cell is garbled (neither UTF-8 nor GB18030). Type it again; save a CSV file as \"CSV UTF-8\"."
    )
  }
}

/// A text longer than is kept.
struct TextShortened: FindingReason {
  static let code = "text-shortened"
  var severity: Severity { .note }

  func message(_ language: Language) -> String {
    language.pick(
      "文字超过 10000 字，只采用前 10000 字。如有必要请精简后重新报送。",
      "The text has more than 10,000 characters; only the first 10,000 were taken.")
  }
}

/// A cell is filled that the unit is not asked for.
struct CellNotAsked: FindingReason {
  static let code = "cell-not-asked"
  var severity: Severity { .note }

  func message(_ language: Language) -> String {
    language.pick(
      "这一级单位不填这一项，填写的内容未采用。请留空或填“—”。",
      "Units of this level do not fill this item; what was written is not used. Leave it blank.")
  }
}
