import Model

/// Every flag of a return is yes, and every percentage 100.
struct AllFull: CheckReason {
  static let code = BuiltInCheck.allFull.rawValue
  var weight: CheckWeight
  /// How many answers there are.
  let values: Int

  static func find(in context: CheckContext, _ log: inout CheckLog) {
    guard let setting = context.setting(.allFull) else { return }
    for (form, found) in context.forms {
      var full = [Int](repeating: 0, count: context.count)
      var others = full
      for item in found.items {
        guard let most = most(item, context) else { continue }
        let column = context.returns.columns[item]
        for unit in 0..<context.count where column.states[unit] == .value {
          if column.values[unit] == most { full[unit] += 1 } else { others[unit] += 1 }
        }
      }
      let least = setting[.values]
      for unit in 0..<context.count where full[unit] >= least && others[unit] == 0 {
        let reason = AllFull(weight: CheckWeight(setting.severity), values: full[unit])
        log.add(reason, form: form, unit: unit, in: context)
      }
    }
  }

  /// The best answer of a flag or of a number measured in %; `nil` for other items.
  private static func most(_ item: Int, _ context: CheckContext) -> Int64? {
    let found = context.campaign.items[item]
    if found.type == .flag { return 1 }
    let isPercentage = found.type.decimals != nil && ["%", "％"].contains(found.measure)
    return isPercentage ? 100 * context.one(item) : nil
  }

  func text(_ language: Language) -> String {
    language.pick(
      "\(values) 项“是／否”和百分比全部是“是”或 100%。请确认不是照抄模板或一律填满；属实不必处理。",
      "All \(values) answers are yes or 100 %. Make sure that they were not filled in wholesale; if they are true, do nothing."
    )
  }
}
