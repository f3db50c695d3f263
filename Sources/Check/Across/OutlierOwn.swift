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

/// Looks for outliers by the modified Z score. Never where the value lies within a fifth of the earlier ones, where more than
/// half of these are 0, where at least half of them are equal (the score has no meaning then), or where it is `near`
/// their median: numbers that hardly move would make outliers of small steps.
struct OutlierOwnCheck {
  private let severity: Severity
  private let score: Double
  private let values, least, near: Int

  init(_ setting: CheckSetting) {
    severity = setting.severity
    score = Double(setting[.score])
    (values, least, near) = (setting[.values], setting[.least], setting[.near])
  }

  func found(_ cell: CellCase) -> CellFinding? {
    let (value, low, high) = (Double(cell.value), Double(cell.low), Double(cell.high))
    guard cell.months >= values, value < low * 0.8 || value > high * 1.2 else { return nil }
    let farthest = cell.value > cell.high ? cell.value - cell.low : cell.high - cell.value
    guard farthest >= cell.scaled(least) else { return nil }
    let past = cell.past
    guard past.count(where: { $0 == 0 }) * 2 <= past.count, let spread = Spread(past.lazy.map { Double($0) })
    else { return nil }
    let gap = abs(value - spread.median)
    guard gap >= Double(cell.scaled(least)), gap * 100 >= spread.median * Double(near),
      let found = spread.score(value), found > score
    else { return nil }
    return CellFinding(
      OutlierOwn(
        weight: CheckWeight(severity), low: cell.shown(cell.low), high: cell.shown(cell.high),
        months: cell.months))
  }
}
