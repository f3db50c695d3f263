import Model

/// Who has reported a form, child by child.
enum ReportingChart {
  /// The chart of a form; `nil` where there is nobody below.
  static func chart(_ reporting: FormReporting, name: String, _ words: Words) -> Chart? {
    let (edition, language) = (words.edition, words.language)
    let whole = reporting.total(edition.unit)
    let children = edition.roster.children(of: edition.unit)
      .map { (unit: $0, tally: reporting.total($0)) }.filter { $0.tally.expected > 0 }
    // Where all came in time, or each owes but one return, the table says as much.
    guard children.count > 1, children.contains(where: { $0.tally.expected > 1 }),
      whole.onTime < whole.expected, let rate = rate(whole)
    else { return nil }
    // The fullest first; equal ones in the order of the tree.
    let sorted = children.sorted {
      let (a, b) = ($0.tally.received * $1.tally.expected, $1.tally.received * $0.tally.expected)
      return a == b ? $0.unit < $1.unit : a > b
    }
    let strips = sorted.map { StripChart.Strip(label: words.short($0.unit), tally: $0.tally) }
    let own = StripChart.Strip(label: words.short(edition.unit), tally: whole, isWhole: true)
    let full = children.count { $0.tally.received == $0.tally.expected }
    let lowest = sorted.last.flatMap { last in
      Self.rate(last.tally).map { words.short(last.unit) + language.pick("", " ") + $0 }
    }
    let form = edition.campaign.forms[reporting.form].title
    let title = language.pick(
      "《\(form)》报送率\(rate)：\(children.count)个下级单位中\(full)个报齐",
      "\(form): \(rate) reported, \(full) of \(children.count) units below in full")
    let least = full == children.count ? "" : lowest.map { language.pick("，最低\($0)", ", lowest \($0)") } ?? ""
    let note = language.pick(
      "含下级单位：应报\(whole.expected)个，按时\(whole.onTime)个，逾期\(whole.late)个，未报\(whole.missing)个，"
        + "不予采用\(whole.rejected)个。每条为该单位应报的全部，右侧为实报/应报。",
      "Units below included: \(whole.expected) expected, \(whole.onTime) on time, \(whole.late) late, "
        + "\(whole.missing) missing, \(whole.rejected) rejected. Each strip is all that is expected of a unit; behind "
        + "it received/expected.")
    return Chart(
      name: name, title: title + least, note: note, kind: .strip(StripChart(strips: [own] + strips)))
  }

  private static func rate(_ tally: ReportingTally) -> String? {
    Quotient.percent(Int64(tally.received), of: Int64(tally.expected), decimals: 1).map { $0 + "%" }
  }
}
