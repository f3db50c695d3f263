import Model

/// An item that is not optional is blank. A column that the sheet lacks is told by the reader, once a sheet.
struct RequiredBlank: CheckReason {
  static let code = BuiltInCheck.requiredBlank.rawValue
  var weight: CheckWeight

  static func find(in context: CheckContext, _ log: inout CheckLog) {
    guard let setting = context.setting(.requiredBlank) else { return }
    for (form, found) in context.forms {
      let statuses = context.returns.statuses[form]
      for item in found.items where !context.campaign.items[item].isOptional {
        let states = context.returns.columns[item].states
        for unit in states.indices where states[unit] == .blank && statuses[unit] == .accepted {
          guard !lacksColumn(context.place(form: form, unit: unit, item: item)) else { continue }
          let reason = RequiredBlank(weight: CheckWeight(setting.severity))
          log.add(reason, form: form, unit: unit, item: item, in: context)
        }
      }
    }
  }

  private static func lacksColumn(_ place: Place) -> Bool { place.row > 0 && place.column == 0 }

  func text(_ language: Language) -> String {
    language.pick(
      "这一项必填，却是空白。请补填；没有就填 0（或“否”），不适用就填“—”。",
      "This item must be answered, and is blank. Fill it in: 0 (or no) for none, — where it does not apply.")
  }
}
