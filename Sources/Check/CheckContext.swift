import Model

/// The returns that are checked, and what is said of them.
struct CheckContext {
  let campaign: Campaign
  let returns: Returns
  let earlier: [EarlierMonth]
  /// The month before, where it is known.
  let last: EarlierMonth?

  init(campaign: Campaign, returns: Returns, earlier: [EarlierMonth]) {
    self.campaign = campaign
    self.returns = returns
    self.earlier = earlier.filter { $0.month < returns.roster.month }
    last = self.earlier.last.flatMap { $0.month == returns.roster.month.previous ? $0 : nil }
  }

  /// The forms that units fill in. Numbers derived from ledgers are the rows' business: rules may be about them, and no
  /// other check is.
  var forms: [(offset: Int, element: Form)] {
    Array(campaign.forms.enumerated()).filter { $0.element.ledger == nil }
  }

  var roster: Roster { returns.roster }
  /// The number of units.
  var count: Int { returns.roster.count }

  /// The setting of a check; `nil` where it is off.
  func setting(_ check: BuiltInCheck) -> CheckSetting? {
    let setting = campaign.checks[check]
    return setting.isOn ? setting : nil
  }

  /// The items of a form that are numbers, as positions in the campaign's items.
  func numbers(_ form: Int) -> [Int] {
    campaign.forms[form].items.filter { campaign.items[$0].type.decimals != nil }
  }

  /// How many of an item's smallest unit make 1.
  func one(_ item: Int) -> Int64 {
    Quotient.power(of: 10, campaign.items[item].type.decimals ?? 0) ?? 1
  }

  /// A finding at a unit's return, or at its cell of an item.
  func finding(
    _ reason: any FindingReason, form: Int, unit: Int, item: Int?, value: String?
  ) -> Finding {
    Finding(
      reason, at: place(form: form, unit: unit, item: item), unit: roster.units[unit].code,
      item: item.map { campaign.items[$0].label } ?? "",
      value: value ?? item.map { shown($0, unit) } ?? "")
  }

  /// Where a unit's return stands, and in it an item.
  func place(form: Int, unit: Int, item: Int?) -> Place {
    let source = returns.sources[form][unit]
    var place = place(source)
    // A derived item stands in no column.
    guard let item, campaign.forms[form].ledger == nil, let table = table(source) else { return place }
    place.column = table.columns[item - campaign.forms[form].items.lowerBound]
    return place
  }

  /// Where a row stands.
  func place(_ source: ReturnSource) -> Place {
    guard source.submission >= 0 else { return Place(file: "") }
    let path = returns.submissions[Int(source.submission)].path
    return Place(file: path, sheet: table(source)?.sheet ?? "", row: Int(source.row))
  }

  private func table(_ source: ReturnSource) -> SubmissionTable? {
    guard source.submission >= 0 else { return nil }
    let tables = returns.submissions[Int(source.submission)].tables
    return tables.indices.contains(Int(source.table)) ? tables[Int(source.table)] : nil
  }

  /// A unit's value of an item as the form would show it; empty where there is none.
  func shown(_ item: Int, _ unit: Int) -> String {
    returns.columns[item][unit].map { shown($0, of: item) } ?? ""
  }

  /// A value of an item as the form would show it.
  func shown(_ value: Int64, of item: Int) -> String {
    switch campaign.items[item].type {
    case .flag: campaign.language.pick(value == 0 ? "否" : "是", value == 0 ? "no" : "yes")
    case .count: String(value)
    case .amount(let decimals): Quotient.text(value, decimals: decimals)
    case .choice(let choices): choices.indices.contains(Int(value)) ? choices[Int(value)].label : ""
    case .date: Day(number: Int(value)).description
    case .key: ""
    case .text: returns.texts.indices.contains(Int(value)) ? Excerpt.of(returns.texts[Int(value)]) : ""
    }
  }
}

extension CheckContext {
  /// How a finding names a unit: `城关镇（130102001）`.
  func named(_ unit: Int) -> UnitName {
    UnitName(code: "\(roster.units[unit].code)", name: roster.units[unit].name)
  }
}

/// A unit as a finding names it.
struct UnitName: Hashable, Sendable {
  let code, name: String

  /// `城关镇（130102001）`, or `Bridge (C1-01)`.
  func text(_ language: Language) -> String { language.pick("\(name)（\(code)）", "\(name) (\(code))") }
}
