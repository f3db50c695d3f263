import Model

/// What a cell of an item takes, as a spreadsheet program enforces it and says it.
struct ItemAdvice {
  let item: Item
  let language: Language

  /// The rule of the cells from `first` on. A dash, for not applicable, is always taken.
  func rule(
    at first: CellAddress, _ lists: inout HiddenSheet, _ writer: inout WorkbookWriter
  ) -> CellRule {
    let kind: CellRule.Kind
    switch item.type {
    case .flag:
      let answers = language == .zh ? ["是", "否", "—"] : ["yes", "no", "—"]
      kind = .list(lists.list(answers, &writer))
    case .choice(let choices):
      kind = .list(lists.list(choices.map(\.label) + ["—"], &writer))
    case .count: kind = .formula(number(first.name, decimals: 0))
    case .amount(let decimals): kind = .formula(number(first.name, decimals: decimals))
    // The day of the largest serial number is the last of the year 9999.
    case .date: kind = .formula(orDash(first.name, "\(first.name)>=1,\(first.name)<2958466"))
    case .text, .key: kind = .formula("LEN(\(first.name))<=10000")
    }
    return CellRule(kind: kind, title: item.label, advice: advice, refusal: advice)
  }

  private func number(_ cell: String, decimals: Int) -> String {
    orDash(cell, "\(cell)>=0,ROUND(\(cell),\(decimals))=\(cell)")
  }

  private func orDash(_ cell: String, _ conditions: String) -> String {
    // IF() before AND(), which would compare a text with numbers and round it.
    "IF(ISNUMBER(\(cell)),AND(\(conditions)),\(cell)=\"—\")"
  }

  private var advice: String {
    let measure = item.measure.isEmpty ? "" : language.pick("单位：\(item.measure)。", " In \(item.measure).")
    let optional = item.isOptional ? language.pick("可以不填。", " May be left blank.") : ""
    let dash = language.pick("不适用填“—”。", " Write — where it does not apply.")
    switch item.type {
    case .flag: return language.pick("请选“是”或“否”，", "Choose yes or no.") + dash + optional
    case .choice: return language.pick("请从列表中选一项，", "Choose one of the list.") + dash + optional
    case .count:
      return language.pick("请填整数，如 12。没有填0，", "A whole number, such as 12; 0 for none.") + dash + measure
        + optional
    case .amount(let decimals):
      return language.pick(
        "请填数字，最多\(decimals)位小数。没有填0，", "A number with \(decimals) decimals at most; 0 for none.")
        + dash + measure + optional
    case .date:
      return language.pick("请填日期，如 2016-06-14，", "A date, such as 2016-06-14.") + dash + optional
    case .text, .key:
      return language.pick("请用文字填写，不超过10000字。", "Text, of 10,000 characters at most.") + optional
    }
  }
}
