import Model

/// A number is far from the unit's own earlier ones.
struct OutlierOwn: CheckReason {
  static let code = BuiltInCheck.outlierOwn.rawValue
  var weight: CheckWeight
  /// The least and the most of the earlier numbers, and how many there are.
  let low, high: String
  let months: Int

  func text(_ language: Language) -> String {
    language.pick(
      "以往 \(months) 个月在 \(low) 到 \(high) 之间，本月明显偏离。请核对数字；属实请说明原因。",
      "In \(months) earlier months it lay between \(low) and \(high); this month is far from that. Check the number; if it is true, explain why."
    )
  }
}

/// Looks for outliers by the modified Z score. Never where the value lies within the earlier ones, where more than
/// half of these are 0, or where at least half of them are equal (the score has no meaning then).
struct OutlierOwnCheck {
  private let severity: Severity
  private let score: Double
  private let values, least: Int

  init(_ setting: CheckSetting) {
    severity = setting.severity
    score = Double(setting[.score])
    (values, least) = (setting[.values], setting[.least])
  }

  func reason(_ cell: CellCase) -> OutlierOwn? {
    guard cell.past.count >= values, cell.value < cell.low || cell.value > cell.high else { return nil }
    // Most values end here: the median lies between the least and the most.
    let farthest = cell.value > cell.high ? cell.value - cell.low : cell.high - cell.value
    guard farthest >= cell.scaled(least), cell.past.count(where: { $0 == 0 }) * 2 <= cell.past.count,
      let spread = Spread(cell.past.lazy.map { Double($0) }),
      abs(Double(cell.value) - spread.median) >= Double(cell.scaled(least)),
      let found = spread.score(Double(cell.value)), found > score
    else { return nil }
    return OutlierOwn(
      weight: CheckWeight(severity), low: cell.shown(cell.low), high: cell.shown(cell.high),
      months: cell.past.count)
  }
}
