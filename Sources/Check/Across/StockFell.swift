import Model

/// A stock that cannot fall has fallen, or what was done is not done.
struct StockFell: CheckReason {
  static let code = BuiltInCheck.stockFell.rawValue
  var weight: CheckWeight
  /// Last month's number and this month's; empty for a flag.
  let before, now: String

  func text(_ language: Language) -> String {
    if before.isEmpty {
      return language.pick(
        "上月填“是”，本月填“否”。已经完成的事项不应退回；请核对哪个月填错，更正本月或补报上月。",
        "Yes last month, and no this month: what was done cannot be undone. Find which month is wrong, and send that again."
      )
    }
    return language.pick(
      "这一项只增不减，上月 \(before)，本月 \(now)。请核对哪个月填错，更正本月或补报上月；确有减少请说明。",
      "This number can only grow: \(before) last month, \(now) this month. Find which is wrong and send that again, or explain."
    )
  }
}

/// Looks for falls of items of which the highest month counts (`over_time: max`).
struct StockFellCheck {
  private let severity: Severity

  init(_ setting: CheckSetting) { severity = setting.severity }

  func found(_ cell: CellCase) -> CellFinding? {
    guard cell.item.overTime == .max, let last = cell.last, cell.value < last else { return nil }
    return CellFinding(
      StockFell(weight: CheckWeight(severity), before: cell.shown(last), now: cell.shown(cell.value)))
  }
}

/// Looks for flags of which the latest month counts that turn from yes to no.
enum FlagFell {
  static func find(in context: CheckContext, _ log: inout CheckLog) {
    guard let setting = context.setting(.stockFell), let last = context.last else { return }
    for (form, found) in context.forms {
      for item in found.items {
        let about = context.campaign.items[item]
        guard about.type == .flag, about.overTime == .latest || about.overTime == .max else { continue }
        let (before, now) = (last.columns[item], context.returns.columns[item])
        for unit in 0..<context.count where before[unit] == 1 && now[unit] == 0 {
          let reason = StockFell(weight: CheckWeight(setting.severity), before: "", now: "")
          log.add(reason, form: form, unit: unit, item: item, in: context)
        }
      }
    }
  }
}
