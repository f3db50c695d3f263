import Model

/// A number is many times last month's, or that part of it.
struct Jump: CheckReason {
  static let code = BuiltInCheck.jump.rawValue
  var weight: CheckWeight
  /// Last month's number and this month's.
  let before, now: String
  let factor: Int

  func text(_ language: Language) -> String {
    language.pick(
      "上月 \(before)，本月 \(now)，相差 \(factor) 倍以上。请核对是否错行、多写或漏写一位；属实请说明原因。",
      "Last month \(before), this month \(now): a change by a factor of \(factor) or more. Check for a shifted row or a wrong digit; if it is true, explain why."
    )
  }
}

/// Looks for jumps: the larger number is at least `factor` times the smaller one, and `least` more.
struct JumpCheck {
  private let severity: Severity
  private let factor, least: Int

  init(_ setting: CheckSetting) {
    severity = setting.severity
    (factor, least) = (setting[.factor], setting[.least])
  }

  func found(_ cell: CellCase) -> CellFinding? {
    guard let last = cell.last, last != cell.value else { return nil }
    let (small, big) = (min(last, cell.value), max(last, cell.value))
    guard big - small >= cell.scaled(least) else { return nil }
    let (product, overflow) = small.multipliedReportingOverflow(by: Int64(factor))
    guard !overflow, big >= product else { return nil }
    return CellFinding(
      Jump(
        weight: CheckWeight(severity), before: cell.shown(last), now: cell.shown(cell.value), factor: factor))
  }
}
