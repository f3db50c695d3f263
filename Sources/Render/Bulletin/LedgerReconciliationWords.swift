import Model

/// What is reported beside a ledger, in words.
struct LedgerReconciliationWords {
  let found: LedgerReconciled
  let words: Words

  init(_ found: LedgerReconciled, _ words: Words) {
    self.found = found
    self.words = words
  }

  private var language: Language { words.language }

  /// The item reported.
  var item: Item { words.edition.campaign.items[found.item] }

  /// The item's label with its measure.
  var label: String { item.measure.isEmpty ? item.label : "\(item.label)(\(item.measure))" }

  /// A value as a cell.
  func cell(_ value: Int64?) -> Cell {
    guard let value else { return .notApplicable }
    return found.decimals == 0 ? .count(value) : .decimal(value, decimals: found.decimals)
  }

  private func number(_ value: Int64) -> String { Quotient.text(value, decimals: found.decimals) }

  /// Where the difference comes from: how many places differ, and by how much; how many lack a return or a ledger.
  func causes(withNames: Bool = true) -> String {
    let places = found.places
    var parts: [String] = []
    if places.differing > 0 { parts.append(differing(withNames)) }
    if places.withoutReturn > 0 {
      parts.append(
        language.pick("\(places.withoutReturn)个未报", "not reported: \(places.withoutReturn)"))
    }
    if places.withoutLedger > 0 {
      parts.append(
        language.pick("\(places.withoutLedger)个没有台账", "no ledger: \(places.withoutLedger)"))
    }
    if let difference = found.difference, let own = found.ofDiffering, difference != own {
      let (rest, isOff) = difference.subtractingReportingOverflow(own)
      if !isOff {
        parts.append(
          language.pick(
            "缺报报表或台账的单位相差\(number(rest))", "\(number(rest)) comes of units that lack one of the two"))
      }
    }
    return parts.joined(separator: language.pick("；", "; "))
  }

  private func differing(_ withNames: Bool) -> String {
    let places = found.places
    var text = language.pick(
      "\(places.all)个填报单位中\(places.differing)个不符",
      "\(places.differing) of \(places.all) reporting units differ")
    if found.cancels {
      text += language.pick("，差额正负相抵", ", and their differences cancel out")
    } else if let sum = found.ofDiffering {
      text += language.pick("，相差\(number(sum))", ", by \(number(sum)) together")
    }
    // The unit itself needs no name.
    guard withNames, found.gaps.map(\.unit) != [found.unit] else { return text }
    let names = found.gaps.map { gap in
      let values = language.pick(
        "报\(number(gap.reported))、台账\(number(gap.ledger))",
        "\(number(gap.reported)), ledger \(number(gap.ledger))")
      return words.short(gap.unit) + language.pick(values, " " + values)
    }
    let isMore = places.differing > found.gaps.count
    return text + language.pick("，\(isMore ? "差额最大的" : "")", isMore ? ", the largest " : ", ")
      + names.joined(separator: language.pick("，", ", "))
  }
}

extension LedgerVerdict {
  /// The name in print.
  func label(_ language: Language) -> String {
    switch self {
    case .agrees: language.pick("相符", "agrees")
    case .differs: language.pick("不符", "differs")
    case .incomplete: language.pick("未报齐", "incomplete")
    case .overflow: language.pick("数值过大", "overflow")
    }
  }
}
