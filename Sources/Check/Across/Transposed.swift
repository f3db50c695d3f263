import Model

/// Two digits of a number have changed places.
struct Transposed: CheckReason {
  static let code = BuiltInCheck.transposed.rawValue
  var weight: CheckWeight
  /// What would fit, and the range of the earlier numbers.
  let fitting, low, high: String

  func text(_ language: Language) -> String {
    language.pick(
      "往月在 \(low) 到 \(high) 之间，相邻两位对调后的 \(fitting) 才与之相符。请核对是否写颠倒，有误请更正，属实请说明。",
      "The earlier months lie between \(low) and \(high); \(fitting), with two digits exchanged, would fit. Check the digits; correct it, or explain."
    )
  }
}

/// Looks for exchanged digits: the number is more than three of the unit's widest steps away from last month's, and
/// outside all earlier ones; with two neighbouring digits exchanged it is one such step away at most.
struct TransposedCheck {
  private let severity: Severity
  private let values: Int

  init(_ setting: CheckSetting) {
    severity = setting.severity
    values = setting[.values]
  }

  func found(_ cell: CellCase) -> CellFinding? {
    guard let last = cell.last, cell.months >= values, cell.value > 9,
      cell.value < cell.low || cell.value > cell.high
    else { return nil }
    let gap = abs(cell.value - last)
    guard gap > 3 else { return nil }
    let step = max(1, cell.widestStep)
    guard gap / 3 > step else { return nil }
    for fitting in Slip.transposed(cell.value) where abs(fitting - last) <= step {
      return CellFinding(
        Transposed(
          weight: CheckWeight(severity), fitting: cell.shown(fitting), low: cell.shown(cell.low),
          high: cell.shown(cell.high)))
    }
    return nil
  }
}
