public import Model

/// The number that begins with the unit's code is too short to hold one.
struct LedgerKeyShort: FindingReason {
  static let code = "ledger-key-short"
  var severity: Severity { .reject }

  /// How many characters are the code.
  let length: Int

  func message(_ language: Language) -> String {
    language.pick(
      "单位代码是这一格的前 \(length) 位，这里不足 \(length) 位，看不出是哪个单位，这一行未采用。请写全编号。",
      "The first \(length) characters of this cell are the unit's code; there are fewer, so the row does not count. Write the whole number."
    )
  }
}

/// A ledger's row without the key that tells it apart.
struct LedgerKeyMissing: FindingReason {
  static let code = "ledger-key-missing"
  var severity: Severity { .query }

  func message(_ language: Language) -> String {
    language.pick(
      "台账的这一行没有编号，照常计数，但不参加新增、注销、调动的比对。请补上编号。",
      "This row of the ledger has no key. It counts, but nobody can tell whether it is new or has moved. Add the key."
    )
  }
}

/// Two rows of a ledger have the same key.
public struct LedgerKeyTwice: FindingReason {
  /// The stable name.
  public static let code = "ledger-key-twice"
  /// How much it weighs.
  public var severity: Severity { .query }

  /// The first row with the key; 0 where that is not known.
  let row: Int

  /// What to do.
  public func message(_ language: Language) -> String {
    language.pick(
      row == 0
        ? "编号与另一行相同，两行都已计数。请核对是否重复登记；如是两条，请改正编号。"
        : "编号与第 \(row) 行相同，两行都已计数。请核对是否重复登记；如是两条，请改正编号。",
      "The key is that of \(row == 0 ? "another row" : "row \(row)"), too, and both rows count. Remove one if it is the same thing twice, or correct the key."
    )
  }
}

/// The day on which a ledger's row ends lies before the day on which it begins.
struct LedgerDatesReversed: FindingReason {
  static let code = "ledger-dates-reversed"
  var severity: Severity { .query }

  func message(_ language: Language) -> String {
    language.pick(
      "终止日期早于起始日期，这一行按所填日期计数，不计入任何月份。请核对两个日期。",
      "The closing date lies before the opening date, so by its dates the row counts in no month. Check both."
    )
  }
}
