import Model

/// The return is last month's once more.
struct Copied: CheckReason {
  static let code = BuiltInCheck.copied.rawValue
  var weight: CheckWeight
  /// How many numbers are the same, all there are.
  let values: Int

  static func find(in context: CheckContext, _ log: inout CheckLog) {
    guard let setting = context.setting(.copied), let last = context.last else { return }
    for (form, _) in context.forms {
      var returns = [Repeat](repeating: Repeat(), count: context.count)
      for item in context.numbers(form) {
        let (before, now) = (last.columns[item], context.returns.columns[item])
        for unit in 0..<context.count where now.states[unit] != .notAsked {
          returns[unit].add(before.states[unit], before.values[unit], now.states[unit], now.values[unit])
        }
      }
      // Where most units repeat themselves the form is of that kind, and nothing is told.
      let compared = returns.count { $0.values > 0 && !$0.isMissing }
      let changed = returns.count { $0.values > 0 && !$0.isMissing && $0.isChanged }
      guard changed > 0, changed * 100 >= compared * setting[.changed] else { continue }
      for unit in 0..<context.count where returns[unit].isCopy {
        guard distinct(form, unit, context) >= setting[.values] else { continue }
        let reason = Copied(weight: CheckWeight(setting.severity), values: returns[unit].values)
        log.add(reason, form: form, unit: unit, in: context)
      }
    }
  }

  /// A return beside the one of last month.
  private struct Repeat {
    var values = 0
    var isMissing = false
    var isChanged = false

    var isCopy: Bool { values > 0 && !isMissing && !isChanged }

    mutating func add(_ before: CellState, _ old: Int64, _ now: CellState, _ new: Int64) {
      if before == .notApplicable, now == .notApplicable { return }
      guard before.isAnswered, now.isAnswered else {
        isMissing = true
        return
      }
      values += 1
      if before != now || old != new { isChanged = true }
    }
  }

  /// How many different numbers other than 0 a return has.
  private static func distinct(_ form: Int, _ unit: Int, _ context: CheckContext) -> Int {
    Set(context.numbers(form).compactMap { context.returns.columns[$0][unit] }.filter { $0 != 0 }).count
  }

  func text(_ language: Language) -> String {
    language.pick(
      "\(values) 个数字项与上月完全相同，包括本月新发生的数。请确认不是把上月报表原样再报；有误请按本月情况重填，属实请说明。",
      "All \(values) numbers are those of last month, what is new in the month included. Make sure that it is not last month's file; send this month's, or explain."
    )
  }
}
