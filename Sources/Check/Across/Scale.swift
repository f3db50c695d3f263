import Model

/// A number is 10, 100 or 10,000 times what it ought to be, or that part of it.
struct Scale: CheckReason {
  static let code = BuiltInCheck.scale.rawValue
  var weight: CheckWeight
  let factor: Int
  /// Whether the number is too large.
  let isTooLarge: Bool
  /// What the number is set beside, as a range; and whether these are the unit's own earlier numbers.
  let low, high: String
  let isOwn: Bool

  func text(_ language: Language) -> String {
    let base = isOwn ? language.pick("往月", "the earlier months") : language.pick("同级单位", "its siblings")
    let slip =
      factor == 10_000
      ? language.pick("是否把“元”和“万元”弄混", "whether 元 and 万元 were confused")
      : language.pick("是否多写或漏写了 0、错了小数点", "for a zero or a decimal point out of place")
    return language.pick(
      "\(base)在 \(low) 到 \(high) 之间，本月的数字\(isTooLarge ? "大" : "小")了约 \(factor) 倍。请核对\(slip)，有误请更正，属实请说明。",
      "The numbers of \(base) lie between \(low) and \(high); this one is some \(factor) times too \(isTooLarge ? "large" : "small"). Check \(slip); correct it, or explain."
    )
  }
}

/// Looks for slips of scale: the number fits, once divided or multiplied, what is steady (the unit's last values,
/// which differ by a factor of 2 at most; siblings whose middle half differs by a factor of 3 at most, and then for 100 and
/// 10,000 only).
struct ScaleCheck {
  private let severity: Severity
  private let values, siblings, least: Int

  init(_ setting: CheckSetting) {
    severity = setting.severity
    (values, siblings, least) = (setting[.values], setting[.siblings], setting[.least])
  }

  func found(_ cell: CellCase, _ kin: inout KinValues) -> CellFinding? {
    guard cell.value > 0 else { return nil }
    let least = cell.scaled(least)
    if cell.months >= values {
      // Most values end here: last month's is among those that count.
      if let last = cell.last, cell.value / 2 <= last, last / 2 <= cell.value { return nil }
      if max(cell.value, cell.high) < least { return nil }
      // The last of them: a number may well have doubled since it began.
      let recent = cell.past.suffix(values)
      guard let low = recent.min(), let high = recent.max(), low > 0, Double(high) <= 2 * Double(low) else {
        return nil
      }
      return found(cell, [10, 100, 10_000], from: low, to: high, slack: 1.1, isOwn: true)
    }
    guard let group = kin.group(of: cell.unit, atLeast: siblings) else { return nil }
    let (low, high) = (group.quarter, group.threeQuarters)
    guard low > 0, Double(high) <= 3 * Double(low) else { return nil }
    return found(cell, [100, 10_000], from: low, to: high, slack: 1.5, isOwn: false)
  }

  private func found(
    _ cell: CellCase, _ factors: [Int], from low: Int64, to high: Int64, slack: Double, isOwn: Bool
  ) -> CellFinding? {
    let value = Double(cell.value)
    let (least, most) = (Double(low) / slack, Double(high) * slack)
    if value >= least / 2, value <= most * 2 { return nil }
    let gap = value > most ? value - Double(high) : Double(low) - value
    guard gap >= Double(cell.scaled(self.least)) else { return nil }
    for factor in factors {
      let fitting = value > most ? value / Double(factor) : value * Double(factor)
      guard fitting >= least, fitting <= most else { continue }
      return CellFinding(
        Scale(
          weight: CheckWeight(severity), factor: factor, isTooLarge: value > most, low: cell.shown(low),
          high: cell.shown(high), isOwn: isOwn))
    }
    return nil
  }
}
