import Model

/// What the rows above the headings say of the whole sheet.
struct TitleFacts {
  /// A month and where it stands.
  struct Said {
    let month: Month
    let row: Int
    let column: Int
    let text: String
  }

  /// What may be the name of the unit that the sheet is about.
  private(set) var unitNames: [String] = []
  /// The months that the titles name.
  private(set) var months: [Said] = []

  private static let unitLabels = ["填报单位", "报送单位", "填表单位", "上报单位", "填报乡镇", "单位名称", "单位"]
  private static let monthLabels = ["月份", "报送月份", "报告期", "所属月份"]
  /// Where these stand, a month is that of something else than the return.
  private static let otherwise = [
    "日期", "时间", "截至", "截止", "填表", "制表", "印发", "打印", "根据", "按照", "通知", "文件", "要求", "说明", "注:", "同期",
  ]

  /// Reads the cells of a title row.
  mutating func read(_ cells: [String], row: Int) {
    for (field, cell) in cells.prefix(50).enumerated() {
      let shaped = Folding.name(cell)
      guard !shaped.isEmpty, shaped.count <= 60 else { continue }
      let next = field + 1 < cells.count ? Folding.name(cells[field + 1]) : ""
      if let name = TitleFacts.value(of: TitleFacts.unitLabels, in: shaped, next) {
        unitNames.append(name)
      }
      if let month = TitleFacts.value(of: TitleFacts.monthLabels, in: shaped, next).flatMap(DayCell.month) {
        months.append(Said(month: month, row: row, column: field + 1, text: cell))
      } else if let (month, before) = TitleFacts.month(in: shaped) {
        months.append(Said(month: month, row: row, column: field + 1, text: cell))
        if !before.isEmpty { unitNames.append(before) }
      }
    }
  }

  /// Where a title names another month than the one that is reported, and none names that.
  func otherMonth(than wanted: Month) -> Said? {
    months.contains { $0.month == wanted } ? nil : months.first
  }

  /// What stands behind a label, in its cell or the next.
  private static func value(of labels: [String], in cell: String, _ next: String) -> String? {
    for label in labels {
      if cell == label || cell == label + ":" { return next.isEmpty ? nil : next }
      if cell.hasPrefix(label + ":") { return String(cell.dropFirst(label.count + 1)) }
    }
    return nil
  }

  /// The month of a title such as 清河县2016年6月月报表, and what stands before it. A range of months, a day, or
  /// the month of a letter is none.
  private static func month(in text: String) -> (Month, before: String)? {
    guard let sign = text.firstIndex(of: "年"),
      !otherwise.contains(where: { text.utf8.span.contains($0.utf8.span) })
    else { return nil }
    let before = text[..<sign]
    let rest = text[text.index(after: sign)...]
    guard let end = rest.firstIndex(of: "月"), let year = Digits.value(before.suffix(4).utf8), year >= 1000,
      !(before.dropLast(4).last?.isNumber ?? false), (1...2).contains(rest[..<end].count),
      let number = Digits.value(rest[..<end].utf8), let month = Month(year: year, number: number)
    else { return nil }
    let after = rest[rest.index(after: end)...]
    if let first = after.first, first.isNumber || "-—–~至到、".contains(first) { return nil }
    return (month, String(before.dropLast(4)))
  }
}
