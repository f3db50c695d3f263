import Model

/// What a series is called, and its values as they are printed.
struct SeriesWords {
  let words: Words
  let key: SeriesKey
  let indicator: Indicator

  init(_ key: SeriesKey, _ words: Words) {
    self.words = words
    self.key = key
    indicator = words.edition.campaign.indicators[key.indicator]
  }

  var language: Language { words.language }

  /// The indicator with its level or part: 乡镇动员会召开率, 信息数, 委员来源·教师.
  var label: String {
    let label = indicator.label
    switch indicator.kind {
    case .rate:
      guard let level = key.level.map(words.level) else { return label }
      return language.pick(label.contains(level) ? label : level + label, "\(label), \(level)")
    case .count:
      guard let level = key.level.map(words.level) else { return label }
      return language.pick("\(label)的\(level)", "\(label), \(level)")
    case .composition:
      return part.map { language.pick("\(label)·\($0)", "\(label): \($0)") } ?? label
    case .total, .averagePerUnit, .ratio, .value: return label
    }
  }

  /// The label of a composition's part.
  var part: String? {
    guard case .composition(let parts, _) = indicator.kind, let part = key.part else { return nil }
    return words.edition.campaign.items[parts[part]].label
  }

  /// The item of a composition's part, by its id.
  var partID: String {
    guard case .composition(let parts, _) = indicator.kind, let part = key.part else { return "" }
    return words.edition.campaign.items[parts[part]].id
  }

  /// The counted level; empty for sums over several.
  var level: String { key.level.map(words.level) ?? "" }

  /// Whether it is a share of units of which the unit is itself the only one: yes or no.
  func isAnswer(_ unit: Int) -> Bool {
    unit >= 0 && indicator.isRate && key.level == words.edition.roster.units[unit].level
  }

  /// A value as it is printed, in its last decimal.
  func value(_ figure: Figure?) -> Int64? {
    figure?.value(decimals: indicator.isShare ? indicator.decimals + 2 : indicator.decimals)
  }

  /// A printed value in words: 68%, 3.8人.
  func text(_ value: Int64) -> String {
    let number = Quotient.text(value, decimals: indicator.decimals)
    if indicator.isShare { return number + "%" }
    return measure.isEmpty ? number : number + language.pick("", " ") + measure
  }

  /// A figure as a cell.
  func cell(_ figure: Figure?, of unit: Int) -> Cell {
    guard let figure, figure.status != .cannotExist, figure.status != .overflow else { return .notApplicable }
    guard figure.status != .missing, let value = value(figure) else { return .notReported }
    if isAnswer(unit) {
      return .text(figure.numerator > 0 ? language.pick("是", "yes") : language.pick("否", "no"))
    }
    if indicator.isShare { return .text(text(value)) }
    return indicator.decimals == 0 ? .count(value) : .decimal(value, decimals: indicator.decimals)
  }

  /// What its changes are counted in; of shares percentage points, never percent.
  var changeMeasure: String { indicator.isShare ? language.pick("百分点", "percentage points") : measure }

  private var measure: String {
    guard case .count = indicator.kind, indicator.measure.isEmpty else { return indicator.measure }
    return language.pick("个", "units")
  }

  /// A change without its sign: 6个百分点, 3人.
  func amount(_ change: Int64) -> String {
    let number = Quotient.text(Int64(clamping: change.magnitude), decimals: indicator.decimals)
    if indicator.isShare { return number + language.pick("个百分点", " percentage points") }
    return measure.isEmpty ? number : number + language.pick("", " ") + measure
  }

  /// 提高6个百分点, 减少3人, 持平.
  func moved(_ change: Int64) -> String {
    if change == 0 { return language.pick("持平", "unchanged") }
    let up = indicator.isShare ? language.pick("提高", "up ") : language.pick("增加", "up ")
    let down = indicator.isShare ? language.pick("降低", "down ") : language.pick("减少", "down ")
    return (change > 0 ? up : down) + amount(change)
  }
}
