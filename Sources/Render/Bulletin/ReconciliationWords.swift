import Model

/// A statement beside a sum in words, and what would explain their difference.
struct ReconciliationWords {
  let found: Reconciled
  let words: Words

  init(_ found: Reconciled, _ words: Words) {
    self.found = found
    self.words = words
  }

  private var language: Language { words.language }

  /// The item.
  var item: Item { words.edition.campaign.items[found.item] }
  /// Its decimals.
  var decimals: Int { item.type.decimals ?? 0 }

  /// The item's label with its measure.
  var label: String { item.measure.isEmpty ? item.label : "\(item.label)(\(item.measure))" }

  /// A value of the item as a cell.
  func cell(_ value: Int64?) -> Cell {
    guard let value else { return .notApplicable }
    return decimals == 0 ? .count(value) : .decimal(value, decimals: decimals)
  }

  /// What would explain the difference, at most so many.
  func causes(most: Int = .max) -> String {
    var told: [ReconciliationCause] = []
    // One that gives the same units the same value as one before says nothing new.
    for cause in found.causes
    where !told.contains(where: { $0.units == cause.units && $0.meant == cause.meant }) {
      told.append(cause)
    }
    return told.prefix(most).map(text).joined(separator: language.pick("；", "; "))
  }

  /// A cause in words: what the numbers are, and what they may mean.
  func text(_ cause: ReconciliationCause) -> String {
    switch cause.kind {
    case .missingRejected, .superseded, .repeated, .late, .missingEarlier: documented(cause)
    case .stale, .parts, .partsDiffer, .subtotal, .twiceAbove, .twiceBelow, .units, .sumInstead: sums(cause)
    case .transposed, .shifted, .digitDropped, .digitAdded: slip(cause)
    }
  }

  private func number(_ value: Int64) -> String { Quotient.text(value, decimals: decimals) }

  /// The gap without its sign.
  private var gap: String {
    let text = number(found.difference ?? 0)
    return text.hasPrefix("-") ? String(text.dropFirst()) : text
  }

  private func names(_ cause: ReconciliationCause) -> String { words.names(cause.units) }

  private func isOwn(_ cause: ReconciliationCause) -> Bool { cause.units == [found.unit] }

  /// （“a/b.csv”第3行）.
  private func place(_ cause: ReconciliationCause) -> String {
    guard let source = cause.source, source.submission >= 0 else { return "" }
    let file = words.edition.returns.submissions[Int(source.submission)]
    let tables = file.tables
    let sheet = Int(source.table) < tables.count ? tables[Int(source.table)].sheet : ""
    let path = sheet.isEmpty ? file.path : "\(file.path)/\(sheet)"
    return language.pick("（“\(path)”第\(source.row)行）", " (\"\(path)\", row \(source.row))")
  }

  private func documented(_ cause: ReconciliationCause) -> String {
    let (name, meant, place) = (names(cause), number(cause.meant), place(cause))
    switch cause.kind {
    case .missingRejected:
      return language.pick(
        "\(name)报来\(meant)而未能采用\(place)，计入后上下级相等",
        "\(name) sent \(meant), which could not count\(place); with it the sums are equal")
    case .superseded where isOwn(cause):
      return language.pick(
        "本级更正前报\(meant)\(place)，与下级合计相等",
        "the unit's own earlier value \(meant)\(place) equals the sum below")
    case .superseded:
      return language.pick(
        "\(name)更正前报\(meant)\(place)，现为\(number(cause.recorded))，按更正前的数计算则上下级相等，本级可能未随之更正",
        "with the earlier value \(meant) of \(name)\(place), now \(number(cause.recorded)), the sums are equal; "
          + "the unit above may not have followed the correction")
    case .repeated:
      return language.pick(
        "差额\(gap)等于\(name)一个单位的数，该单位重复报送\(place)，可能重复计算",
        "the difference \(gap) is the value of \(name), which was sent twice\(place); it may be counted twice"
      )
    case .late:
      return language.pick(
        "差额\(gap)等于\(name)一个单位的数，该单位在本级之后报送，本级可能未计入",
        "the difference \(gap) is the value of \(name), which reported after the unit above and may be left out"
      )
    default:
      return language.pick(
        "\(name)本期没有数，此前月份为\(meant)，按此计入后上下级相等",
        "\(name) has no value now and had \(meant) in an earlier month; with it the sums are equal")
    }
  }

  private func sums(_ cause: ReconciliationCause) -> String {
    let (name, meant, recorded) = (names(cause), number(cause.meant), number(cause.recorded))
    switch cause.kind {
    case .sumInstead:
      return language.pick(
        "\(name)填报\(recorded)，其下级合计\(meant)，按其下级合计计算则上下级相等",
        "\(name) states \(recorded) and the units below it add up to \(meant); with that the sums are equal")
    case .stale:
      return language.pick(
        "\(name)此前月份为\(meant)，现为\(recorded)，按此前的数计算则上下级相等，本级可能未及时更新",
        "\(name) had \(meant) in an earlier month, now \(recorded); with that the sums are equal, so the unit above "
          + "may not be up to date")
    case .parts:
      return language.pick(
        "本级各分项之和\(meant)与下级合计相等，本级总数\(recorded)可能有误",
        "the unit's own parts add up to \(meant), as the units below do; its whole \(recorded) may be wrong")
    case .partsDiffer:
      return language.pick(
        "本级各分项之和\(meant)与本级总数\(recorded)不等，而下级的分项与总数相等",
        "the unit's own parts add up to \(meant), its whole is \(recorded); those of the units below agree")
    case .subtotal:
      return language.pick(
        "差额\(gap)等于\(name)的数，也等于其后或其前几个单位之和，该行可能是小计",
        "the difference \(gap) is the value of \(name), and the sum of units beside it: perhaps a subtotal")
    case .twiceAbove:
      return language.pick(
        "差额\(gap)等于\(name)一个单位的数，可能重复计算",
        "the difference \(gap) is the value of \(name), which may be counted twice")
    case .twiceBelow:
      return language.pick(
        "差额\(gap)等于\(name)一个单位的数，本级可能未计入，或下级重复计算",
        "the difference \(gap) is the value of \(name), which the unit above may lack, or others hold, too")
    default:
      let (count, isMore) = (cause.units.count, (found.difference ?? 0) > 0)
      return language.pick(
        "差额\(gap)等于\(name)\(count)个单位的数之和，本级可能\(isMore ? "重复计算" : "未计入")",
        "the difference \(gap) is the sum of \(count) units (\(name)), which may be "
          + (isMore ? "counted twice" : "left out above"))
    }
  }

  private func slip(_ cause: ReconciliationCause) -> String {
    let (meant, recorded) = (number(cause.meant), number(cause.recorded))
    let value = language.pick(
      isOwn(cause) ? "本级数\(recorded)" : "\(names(cause))的数\(recorded)",
      isOwn(cause) ? "the unit's own value \(recorded)" : "the value \(recorded) of \(names(cause))")
    let end = language.pick("，如为\(meant)则上下级相等", "; with \(meant) the sums are equal")
    switch cause.kind {
    case .transposed:
      return value + language.pick("可能相邻两位数字写颠倒", " may have two digits transposed") + end
    case .digitDropped: return value + language.pick("可能少写一位数字", " may lack a digit") + end
    case .digitAdded: return value + language.pick("可能多写一位数字", " may have a digit too many") + end
    default:
      let isMore = cause.recorded > cause.meant
      let times = isMore ? cause.recorded / max(cause.meant, 1) : cause.meant / max(cause.recorded, 1)
      return value
        + language.pick(
          "可能\(isMore ? "大" : "小")了\(times)倍，计量单位或小数点可能有误",
          " may be \(times) times too \(isMore ? "large" : "small"): its measure or decimal point")
        + end
    }
  }
}

extension ReconciliationVerdict {
  /// The name in print.
  func label(_ language: Language) -> String {
    switch self {
    case .agrees: language.pick("相符", "agrees")
    case .differs: language.pick("不符", "differs")
    case .incomplete: language.pick("下级未报齐", "incomplete")
    case .notStated: language.pick("本级未填", "not stated")
    case .overflow: language.pick("数值过大", "overflow")
    }
  }
}
