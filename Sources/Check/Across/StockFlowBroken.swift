import Model

/// Last month's stock and the month's flows do not give the month's stock.
struct StockFlowBroken: CheckReason {
  static let code = BuiltInCheck.stockFlow.rawValue
  var weight: CheckWeight
  /// Last month's stock, the flows as `+ 3 − 1`, what they give, and what was reported.
  let before, flows, expected, now: String

  static func find(in context: CheckContext, _ log: inout CheckLog) {
    guard let setting = context.setting(.stockFlow), let last = context.last else { return }
    for flow in context.campaign.checks.stockFlows {
      let form = context.campaign.form(ofItem: flow.stock)
      let one = context.one(flow.stock)
      let (tolerance, isHuge) = Int64(setting[.tolerance]).multipliedReportingOverflow(by: one)
      let columns = [last.columns[flow.stock], context.returns.columns[flow.stock]]
      let inflow = flow.inflow.map { context.returns.columns[$0] }
      let outflow = flow.outflow.map { context.returns.columns[$0] }
      for unit in 0..<context.count where !isHuge {
        guard let before = columns[0][unit], let now = columns[1][unit],
          let came = amount(inflow, unit), let went = amount(outflow, unit),
          let expected = sum(before, came, went), let gap = sum(now, 0, expected),
          gap.magnitude > tolerance.magnitude
        else { continue }
        let shown = { (value: Int64) in context.shown(value, of: flow.stock) }
        let flows =
          (inflow == nil ? "" : " + \(shown(came))") + (outflow == nil ? "" : " − \(shown(went))")
        let reason = StockFlowBroken(
          weight: CheckWeight(setting.severity), before: shown(before), flows: flows,
          expected: shown(expected), now: shown(now))
        log.add(reason, form: form, unit: unit, item: flow.stock, in: context)
      }
    }
  }

  /// A flow: 0 where there is none to add or it does not apply, `nil` where it is missing.
  private static func amount(_ column: ItemColumn?, _ unit: Int) -> Int64? {
    guard let column else { return 0 }
    return column.states[unit] == .notApplicable ? 0 : column[unit]
  }

  /// `a + b − c`; `nil` where it does not fit into 64 bits.
  private static func sum(_ a: Int64, _ b: Int64, _ c: Int64) -> Int64? {
    let (more, first) = a.addingReportingOverflow(b)
    let (less, second) = more.subtractingReportingOverflow(c)
    return first || second ? nil : less
  }

  func text(_ language: Language) -> String {
    language.pick(
      "上月存量加减本月增减应为 \(before)\(flows) = \(expected)，本月填 \(now)。请核对存量、新增和减少三项，更正不对的一项；调整了口径请说明。",
      "Last month's stock and this month's flows give \(before)\(flows) = \(expected), while \(now) was reported. Check stock and flows and correct the wrong one; explain a change of method."
    )
  }
}
