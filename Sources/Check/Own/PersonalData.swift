import Model

/// A text holds an identity number or a mobile number. What is shown of it has no digits.
struct PersonalData: CheckReason {
  static let code = BuiltInCheck.personalData.rawValue
  var weight: CheckWeight
  /// What the text holds.
  let kind: PersonalNumber.Kind

  static func find(in context: CheckContext, _ log: inout CheckLog) {
    guard let setting = context.setting(.personalData) else { return }
    for (form, found) in context.forms {
      for item in found.items where context.campaign.items[item].type == .text {
        let column = context.returns.columns[item]
        for unit in 0..<context.count {
          guard let position = column[unit], context.returns.texts.indices.contains(Int(position)),
            let kind = PersonalNumber.kind(in: context.returns.texts[Int(position)])
          else { continue }
          let reason = PersonalData(weight: CheckWeight(setting.severity), kind: kind)
          let value = masked(context.returns.texts[Int(position)])
          log.add(reason, form: form, unit: unit, item: item, value: value, in: context)
        }
      }
    }
  }

  /// The text with `*` for each digit of any width.
  private static func masked(_ text: String) -> String {
    // Not isNumber: 一 is one, too.
    Excerpt.of(
      String(
        text.prefix(Excerpt.limit + 1).map {
          $0.unicodeScalars.first?.properties.generalCategory == .decimalNumber ? "*" : $0
        }))
  }

  func text(_ language: Language) -> String {
    let (zh, en) = kind == .identity ? ("身份证号", "an identity number") : ("手机号码", "a mobile number")
    return language.pick(
      "文字里有\(zh)，属于个人信息，月报不需要。请删去后重新报送，不要另附说明里的号码。",
      "The text holds \(en), which is personal and not wanted here. Remove it and send again, without the number in any remark."
    )
  }
}
