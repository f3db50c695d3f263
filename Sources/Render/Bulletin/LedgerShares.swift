import Model

/// The shares of one property: how many, of all, and how many percentage points more than the month before.
struct LedgerShares {
  let table: LedgerTable
  let numbers: LedgerNumbers
  let measure: String
  let words: Words

  /// The decimals of a share in print.
  static let decimals = 2
  /// How many shares the sentence names; the grid has all.
  static let mostNamed = 6

  private var language: Language { words.language }

  /// A share and what it was.
  private struct Share {
    let head: String
    let now: Int64
    let before: Int64?
    /// Of all, in hundredths of a percent; `nil` where there is nothing to divide by.
    let share, earlier: Int64?
    /// The difference of the two as printed.
    var change: Int64? { share.flatMap { share in earlier.map { share - $0 } } }
  }

  private var shares: [Share] {
    let before = numbers.before.map { $0.map { $0.reduce(0, +) } }
    let earlierTotal = before?.reduce(0, +) ?? 0
    let heads = numbers.heads(table.rows, most: LedgerTableBlocks.mostRows, language)
    return heads.indices.map { place in
      let now = numbers.rows[place].reduce(0, +)
      return Share(
        head: heads[place], now: now, before: before?[place], share: scaled(now, numbers.total),
        earlier: before.flatMap { scaled($0[place], earlierTotal) })
    }
  }

  private func scaled(_ part: Int64, _ whole: Int64) -> Int64? {
    Quotient.scaled(part, by: whole, decimals: LedgerShares.decimals + 2)
  }

  /// The sentence, the grid and the remark on rounding.
  var blocks: [Block] {
    let shares = shares
    return [
      .paragraph(sentence(shares)), .grid(grid(shares)),
      .paragraph(
        language.pick(
          "分母为\(numbers.total)\(measure)。各项占比分别四舍五入，合计可能不等于100%。",
          "Denominator: \(numbers.total). Shares are rounded each on its own and may not add up to 100%.")),
    ] + LedgerTableBlocks.rest(numbers, words)
  }

  /// 共34人，其中共产党员29人，占85.29%，提高5.00个百分点.
  private func sentence(_ shares: [Share]) -> String {
    let given = shares.filter { $0.now > 0 }
    var parts = given.prefix(LedgerShares.mostNamed).map { share in
      let text = [
        language.pick("\(share.head)\(share.now)\(measure)", "\(share.head) \(share.now)"),
        percent(share.share).map { language.pick("占\($0)", $0) } ?? "", points(share.change),
      ]
      return text.filter { !$0.isEmpty }.joined(separator: language.pick("，", ", "))
    }
    if given.count > LedgerShares.mostNamed {
      parts.append(language.pick("其余见下表", "the rest is in the table"))
    }
    return language.pick(
      "\(table.label)：共\(numbers.total)\(measure)，其中\(parts.joined(separator: "；"))。",
      "\(table.label): \(numbers.total) in all. Of these \(parts.joined(separator: "; ")).")
  }

  private func percent(_ share: Int64?) -> String? {
    share.map { Quotient.text($0, decimals: LedgerShares.decimals) + "%" }
  }

  private func points(_ change: Int64?) -> String {
    guard let change else { return "" }
    guard change != 0 else { return language.pick("与上月持平", "as the month before") }
    let size = Quotient.text(Int64(change.magnitude), decimals: LedgerShares.decimals)
    return change > 0
      ? language.pick("提高\(size)个百分点", "up \(size) percentage points")
      : language.pick("下降\(size)个百分点", "down \(size) percentage points")
  }

  private func grid(_ shares: [Share]) -> Grid {
    let unit = measure.isEmpty ? "" : "(\(measure))"
    let hasBefore = shares.contains { $0.earlier != nil }
    let zh = ["类别", "数量\(unit)", "占比"] + (hasBefore ? ["上月数量\(unit)", "上月占比", "增减(百分点)"] : [])
    let en =
      ["Category", "Number", "Share"] + (hasBefore ? ["Month before", "Share then", "Change, points"] : [])
    let total = language.pick("合计", "Total")
    var rows = shares.map { share in
      GridRow(
        [.text(share.head), .count(share.now), cell(share.share)]
          + (hasBefore
            ? [
              share.before.map { .count($0) } ?? .notApplicable, cell(share.earlier),
              share.change.map { .change($0, decimals: LedgerShares.decimals) } ?? .notApplicable,
            ] : []))
    }
    let before = shares.compactMap(\.before).reduce(0, +)
    rows.append(
      GridRow(
        [.text(total), .count(numbers.total), .text("")]
          + (hasBefore ? [.count(before), .text(""), .text("")] : []),
        isTotal: true))
    return Grid(
      caption: table.label,
      columns: (language == .zh ? zh : en).enumerated().map { GridColumn($1, numeric: $0 > 0) }, rows: rows)
  }

  private func cell(_ share: Int64?) -> Cell { percent(share).map { .text($0) } ?? .notApplicable }
}
