import Model

/// A number lies outside the item's `min` and `max`.
struct OutOfRange: CheckReason {
  static let code = BuiltInCheck.range.rawValue
  var weight: CheckWeight
  /// The bound as the form gives it, and whether the number is above it.
  let bound: String
  let isAbove: Bool

  static func find(in context: CheckContext, _ log: inout CheckLog) {
    guard let setting = context.setting(.range) else { return }
    for (form, found) in context.forms {
      for item in found.items {
        let (least, most) = (context.campaign.items[item].least, context.campaign.items[item].most)
        guard least != nil || most != nil else { continue }
        let column = context.returns.columns[item]
        for unit in 0..<context.count {
          guard let value = column[unit] else { continue }
          let isAbove = most.map { value > $0 } ?? false
          guard isAbove || (least.map { value < $0 } ?? false), let bound = isAbove ? most : least else {
            continue
          }
          let reason = OutOfRange(
            weight: CheckWeight(setting.severity), bound: context.shown(bound, of: item), isAbove: isAbove)
          log.add(reason, form: form, unit: unit, item: item, in: context)
        }
      }
    }
  }

  func text(_ language: Language) -> String {
    isAbove
      ? language.pick(
        "超过这一项的上限 \(bound)。请核对数字和单位（如元、万元），有误请更正。",
        "More than this item's upper limit \(bound). Check the number and its unit of measure, and correct it."
      )
      : language.pick(
        "低于这一项的下限 \(bound)。请核对是否漏了数字，有误请更正。",
        "Less than this item's lower limit \(bound). Check whether a digit is missing, and correct it.")
  }
}
