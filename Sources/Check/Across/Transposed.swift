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

/// Looks for exchanged digits: the number lies off steady earlier ones by more than twice their width, and by as
/// much as an exchange makes at least; with two neighbouring digits exchanged it lies among them.
struct TransposedCheck {
  private let severity: Severity
  private let values: Int

  init(_ setting: CheckSetting) {
    severity = setting.severity
    values = setting[.values]
  }

  func reason(_ cell: CellCase) -> Transposed? {
    guard cell.past.count >= values, cell.value > 9, cell.value < cell.low || cell.value > cell.high else {
      return nil
    }
    let width = cell.high - cell.low
    let gap = cell.value > cell.high ? cell.value - cell.high : cell.low - cell.value
    guard gap / 2 > width, gap > 4 else { return nil }
    // A stock goes on moving: a little beyond the earlier ones still fits.
    let slack = max(1, width / 4)
    for fitting in Slip.transposed(cell.value)
    where fitting >= cell.low - slack && fitting - slack <= cell.high {
      return Transposed(
        weight: CheckWeight(severity), fitting: cell.shown(fitting), low: cell.shown(cell.low),
        high: cell.shown(cell.high))
    }
    return nil
  }
}
