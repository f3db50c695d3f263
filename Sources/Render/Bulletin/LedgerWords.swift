import Model

/// What is said of a ledger, in the bulletin's language.
struct LedgerWords {
  let overview: LedgerOverview
  let words: Words

  /// How many units a list of those to be called gives.
  static let mostNames = 10

  init(_ overview: LedgerOverview, _ words: Words) {
    self.overview = overview
    self.words = words
  }

  private var language: Language { words.language }

  /// The ledger.
  var ledger: Ledger { words.edition.campaign.ledgers[overview.ledger] }

  /// The title between marks.
  var title: String { language.pick("《\(ledger.title)》", ledger.title) }

  /// How many keep the ledger, of how many, and what is in it.
  func state(_ line: LedgerOverview.Line) -> String {
    let kept = Quotient.percent(Int64(line.kept), of: Int64(line.expected), decimals: 1)
    let parts = [
      language.pick(
        "应建台账单位\(line.expected)个，已建\(line.kept)个" + (kept.map { "（\($0)%）" } ?? ""),
        "kept by \(line.kept) of \(line.expected) units" + (kept.map { " (\($0)%)" } ?? "")),
      language.pick("在册\(words.number(line.rows))条", "\(line.rows) rows"),
    ]
    return
      ([parts.joined(separator: language.pick("，", ", "))]
      + [age(line), filling(line)].filter { !$0.isEmpty })
      .joined(separator: language.pick("；", "; "))
  }

  /// How old the ledger is: 最近更新2016年4月，最早2015年11月（已7个月未更新).
  func age(_ line: LedgerOverview.Line) -> String {
    guard let updated = line.updated else { return "" }
    let (old, new) = (updated.lowerBound, updated.upperBound)
    guard old < new else {
      return language.pick("台账更新至\(told(new))", "as of \(told(new))")
    }
    return language.pick(
      "台账最近更新至\(told(new))，最早的为\(told(old))", "newest as of \(told(new)), oldest as of \(told(old))")
  }

  /// A month, and how long ago it is.
  func told(_ month: Month) -> String {
    let months =
      (words.edition.roster.month.year - month.year) * 12
      + words.edition.roster.month.number - month.number
    guard months > 0 else { return words.month(month) }
    return words.month(month)
      + language.pick("（\(months)个月前）", months == 1 ? " (1 month ago)" : " (\(months) months ago)")
  }

  /// 填报率96.3%（应填200项，已填190项）; empty where there is nothing to be filled in.
  func filling(_ line: LedgerOverview.Line) -> String {
    guard let rate = Quotient.percent(line.filled, of: line.cells, decimals: 1) else { return "" }
    return language.pick(
      "填报率\(rate)%（应填\(line.cells)项，已填\(line.filled)项）",
      "\(line.filled) of \(line.cells) cells filled in (\(rate)%)")
  }

  /// 95.0%（190/200）.
  func rate(_ line: LedgerOverview.Line) -> String {
    guard let rate = Quotient.percent(line.filled, of: line.cells, decimals: 1) else { return "—" }
    return language.pick("\(rate)%（\(line.filled)/\(line.cells)）", "\(rate)% (\(line.filled)/\(line.cells))")
  }

  /// What came and went since the month before, or since the one given, and that stock and flow add up; `nil` where it
  /// is not known.
  func movements(_ line: LedgerOverview.Line, since month: Month? = nil) -> String? {
    guard let opened = line[.opened], let closed = line[.closed], let movedIn = line[.movedIn],
      let movedOut = line[.movedOut], let stayed = line[.stayed]
    else { return nil }
    let (before, now) = (stayed + closed + movedOut, stayed + opened + movedIn)
    let then = month.map { words.month($0) } ?? language.pick("上月", "the month before")
    var text = language.pick(
      "比\(then)新增\(opened)条、撤销\(closed)条、转入\(movedIn)条、转出\(movedOut)条：\(then)末\(before)＋新增\(opened)－撤销\(closed)"
        + "＋转入\(movedIn)－转出\(movedOut)＝本月末\(now)。",
      "Since \(then) \(opened) new, \(closed) gone, \(movedIn) moved in, \(movedOut) moved out: \(before) at "
        + "the end of \(then) + \(opened) − \(closed) + \(movedIn) − \(movedOut) = \(now) at the end of this one."
    )
    if now < line.rows {
      text += language.pick(
        "另有\(line.rows - now)条没有编号或编号重复，不计入变动。",
        " \(line.rows - now) rows have no number of their own and are not followed.")
    } else if now > line.rows {
      text += language.pick("在册数为\(line.rows)，与此不等。", " The ledger has \(line.rows) rows, though.")
    }
    return text
  }

  /// The first names, and how many more there are.
  func names(_ all: [String]) -> String {
    let shown = words.join(Array(all.prefix(LedgerWords.mostNames)))
    let rest = all.count - LedgerWords.mostNames
    guard rest > 0 else { return shown }
    return language.pick(
      "\(shown)，另有\(rest)个，见 ledgers.csv", "\(shown), and \(rest) more; see ledgers.csv")
  }

  /// Those at and below a line's unit who do not keep the ledger, by name where they are known; empty where all do.
  func unkept(_ units: [Int], of line: LedgerOverview.Line) -> String {
    guard !units.isEmpty else {
      let count = line.expected - line.kept
      guard count > 0 else { return "" }
      return language.pick(
        "尚未建立台账的\(count)个，名单见 ledgers.csv。", "Without the ledger: \(count); see ledgers.csv.")
    }
    let names = names(units.map(words.short))
    return language.pick(
      "尚未建立台账的\(units.count)个：\(names)。", "Without the ledger (\(units.count)): \(names).")
  }
}

extension LedgerOverview.Line {
  /// The share of cells that are filled in; `nil` where none should be.
  var fillingRate: Rational? { cells > 0 ? Rational(Int128(filled), Int128(cells)) : nil }
}
