import Model

/// A percentage where a number is wanted.
struct CellPercent: FindingReason {
  static let code = "cell-percent"
  var severity: Severity { .reject }

  func message(_ language: Language) -> String {
    language.pick(
      "这一格要填数值，不填百分比。请填写原始数字；比例由程序计算。",
      "A number is wanted, not a percentage. Write the number itself; shares are computed.")
  }
}

/// 无 or … where a number is wanted.
struct CellNoneWord: FindingReason {
  static let code = "cell-none-word"
  var severity: Severity { .reject }

  func message(_ language: Language) -> String {
    language.pick(
      "看不出是零还是不适用。没有就填 0，不适用就填“—”。",
      "This may mean none or not applicable. Write 0 for none, — where it does not apply.")
  }
}

/// The mark of a note behind a number.
struct CellFootnote: FindingReason {
  static let code = "cell-footnote"
  var severity: Severity { .reject }

  func message(_ language: Language) -> String {
    language.pick(
      "数字后面带有注释标记，分不清哪些是数据。请只写数字，说明写到表格下方。",
      "The number carries the mark of a note, so its digits cannot be told apart. Write the number only.")
  }
}

/// 万 or 亿 behind a number that may already be counted in them.
struct CellUnclearMultiple: FindingReason {
  static let code = "cell-unclear-multiple"
  var severity: Severity { .reject }

  func message(_ language: Language) -> String {
    language.pick(
      "这一项的“万”“亿”无法确定怎样折算。请按本项的计量单位只写数字。",
      "What 万 or 亿 stands for here cannot be told. Write digits only, in the item's own unit of measure.")
  }
}

/// A number in another measure than the item's.
struct CellOtherMeasure: FindingReason {
  static let code = "cell-other-measure"
  var severity: Severity { .reject }

  /// The item's measure.
  let measure: String

  func message(_ language: Language) -> String {
    language.pick(
      "这一格的计量单位与本项的“\(measure)”不同，未换算。请换算成“\(measure)”后只写数字。",
      "The unit of measure is not that of the item (\(measure)), and nothing is converted. Convert it and write digits only."
    )
  }
}
