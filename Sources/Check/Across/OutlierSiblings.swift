import Model

/// A number is far from those of the unit's siblings.
struct OutlierSiblings: CheckReason {
  static let code = BuiltInCheck.outlierSiblings.rawValue
  var weight: CheckWeight
  /// The middle number of the siblings, and how many there are.
  let median: String
  let siblings: Int

  func text(_ language: Language) -> String {
    language.pick(
      "与同级的 \(siblings) 个单位相比明显偏离（中位数 \(median)）。请核对数字和单位；属实请说明原因。",
      "Far from the numbers of \(siblings) units of the same level nearby (their median is \(median)). Check the number and its unit of measure; if it is true, explain why."
    )
  }
}

/// Looks for outliers among siblings by the modified Z score of logarithms, for units differ in size by factors.
/// Never where the unit itself reported about as much before: a large unit is large in every month.
struct OutlierSiblingsCheck {
  private let severity: Severity
  private let score: Double
  private let values, least: Int

  init(_ setting: CheckSetting) {
    severity = setting.severity
    score = Double(setting[.score])
    (values, least) = (setting[.values], setting[.least])
  }

  func found(_ cell: CellCase, _ kin: inout KinValues) -> CellFinding? {
    guard !isUsual(cell), let group = kin.group(of: cell.unit, atLeast: values),
      group.zeros * 2 <= group.count
    else { return nil }
    guard abs(cell.value - group.half) >= cell.scaled(least),
      let found = kin.spread(of: group)?.score(Spread.logarithm(cell.value)), found > score
    else { return nil }
    return CellFinding(
      OutlierSiblings(
        weight: CheckWeight(severity), median: cell.shown(group.half), siblings: group.count))
  }

  /// Whether the unit's own earlier values, three at least, bear the value out: it is neither less than half of
  /// the least nor more than twice the most of them.
  private func isUsual(_ cell: CellCase) -> Bool {
    cell.months >= 3 && cell.value / 2 <= cell.high && cell.value >= cell.low / 2
  }
}
