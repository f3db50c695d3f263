import Model

/// Every number of a return is 0.
struct AllZero: CheckReason {
  static let code = BuiltInCheck.allZero.rawValue
  var weight: CheckWeight
  /// How many numbers there are.
  let values: Int

  static func find(in context: CheckContext, _ log: inout CheckLog) {
    guard let setting = context.setting(.allZero) else { return }
    for (form, _) in context.forms {
      var zeros = [Int](repeating: 0, count: context.count)
      var others = zeros
      for item in context.numbers(form) {
        let column = context.returns.columns[item]
        for unit in 0..<context.count where column.states[unit] == .value {
          if column.values[unit] == 0 { zeros[unit] += 1 } else { others[unit] += 1 }
        }
      }
      let least = setting[.values]
      for unit in 0..<context.count where zeros[unit] >= least && others[unit] == 0 {
        let reason = AllZero(weight: CheckWeight(setting.severity), values: zeros[unit])
        log.add(reason, form: form, unit: unit, in: context)
      }
    }
  }

  func text(_ language: Language) -> String {
    language.pick(
      "\(values) 个数字项全部填 0。如本月确无工作，请说明；如尚未统计，请补填后重新报送。",
      "All \(values) numbers are 0. If there truly was nothing this month, say so; else count and send again."
    )
  }
}
