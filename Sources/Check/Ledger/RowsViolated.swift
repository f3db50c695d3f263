import Model

/// Rows of a unit do not fulfil a rule on each row of their ledger.
struct RowsViolated: CheckReason {
  static let code = "row-rule"
  var code: String { rule }
  var weight: CheckWeight
  /// The rule's id.
  let rule: String
  /// What the ledger says to the clerk; empty where it says nothing.
  let told: String
  /// The condition as written.
  let formula: String
  /// The ledger's title.
  let ledger: String
  let rows: RowNumbers
  /// How many rows the unit has.
  let of: Int

  func text(_ language: Language) -> String {
    let share = language.pick(
      "《\(ledger)》共\(of)行，不符合的有\(rows.text(language))",
      "\(ledger) has \(of) \(of == 1 ? "row" : "rows"); broken by \(rows.text(language))")
    if told.isEmpty {
      return language.pick(
        "不符合逐行规则“\(rule)”：\(formula)（\(share)）。请核对这些行后更正，或说明原因。",
        "Breaks the row rule \(rule): \(formula) (\(share)). Check and correct these rows, or explain.")
    }
    let end = told.last.map { "。.！!？?".contains($0) } ?? false
    return language.pick(
      "\(told)\(end ? "" : "。")（逐行规则“\(rule)”；\(share)）请核对这些行后更正，或说明原因。",
      "\(told)\(end ? "" : ".") (Row rule \(rule); \(share).) Check and correct these rows, or explain.")
  }
}

/// Rows have a key that other rows have as well.
struct KeyRepeated: CheckReason {
  static let code = "ledger-key-repeated"
  var weight: CheckWeight
  /// The label of the key's column.
  let key: String
  let rows: RowNumbers
  /// The unit that has one of the others; `nil` where it is the unit itself.
  let other: UnitName?

  func text(_ language: Language) -> String {
    guard let other else {
      return language.pick(
        "\(rows.text(language))的“\(key)”与本单位其他行重复，各行都已计入。请删去重复的行，或改正编号。",
        "\(key) stands in several rows of this unit (\(rows.text(language))); all of them count. Remove the repeats, or correct the number."
      )
    }
    return language.pick(
      "\(rows.text(language))的“\(key)”在\(other.text(language))等也有，各行都已计入。请核实归属，由不再管理的单位删去，或改正编号。",
      "\(key) of \(rows.text(language)) stands in \(other.text(language)) or others as well; all of them count. Find out whose they are: the other unit removes them, or the number is corrected."
    )
  }
}

/// Rows of the month before are not there any more, and nothing says that they ended.
struct RowsGone: CheckReason {
  static let code = "ledger-rows-gone"
  var weight: CheckWeight
  /// The labels of the key's column and of that of the closing date, where there is one.
  let key: String
  let closed: String?
  let count: Int

  func text(_ language: Language) -> String {
    if let closed {
      return language.pick(
        "上月台账中有\(count)个“\(key)”本月不见了，也没有填写“\(closed)”。已撤销的请保留该行并填写“\(closed)”；漏报的请补报。",
        "\(count) of last month's rows (by \(key)) are gone without a date in \(closed). Keep a row that has ended and fill in the date; send again what was left out."
      )
    }
    return language.pick(
      "上月台账中有\(count)个“\(key)”本月不见了。如是漏报，请补报完整的台账。",
      "\(count) of last month's rows (by \(key)) are gone. If they were left out, send the whole ledger again."
    )
  }
}
