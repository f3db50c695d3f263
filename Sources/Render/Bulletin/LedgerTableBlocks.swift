import Model

/// The tables of a ledger: shares with their change, one property by another, ages.
enum LedgerTableBlocks {
  /// How many rows and columns a table gives; what is beyond is added up in one more.
  static let mostRows = 30
  static let mostColumns = 8
  /// The length of the longest bar of a pyramid.
  static let longestBar = 20

  static func build(_ counts: LedgerOverview.Counts, _ told: LedgerWords) -> [Block] {
    let table = told.ledger.tables[counts.table]
    guard let numbers = LedgerNumbers(counts, table), numbers.total > 0 else {
      return [
        .paragraph(
          told.words.language.pick("\(table.label)：本期没有数据。", "\(table.label): nothing to count."))
      ]
    }
    let measure = table.cells.first.map { told.words.edition.campaign.items[$0].measure } ?? ""
    switch table.shape {
    case .shares:
      return LedgerShares(table: table, numbers: numbers, measure: measure, words: told.words).blocks
    case .cross:
      return [.grid(cross(table, numbers, measure, told.words.language))] + rest(numbers, told.words)
    case .pyramid:
      return [.grid(pyramid(table, numbers, measure, told.words.language))] + rest(numbers, told.words)
    }
  }

  /// Where to find what a table has added up.
  static func rest(_ numbers: LedgerNumbers, _ words: Words) -> [Block] {
    guard numbers.isCut else { return [] }
    return [
      .paragraph(
        words.language.pick(
          "表中“其余”为合并数，全部数据见 ledger-tables.csv。",
          "What the table adds up as Others is in ledger-tables.csv."))
    ]
  }

  private static func caption(_ table: LedgerTable, _ measure: String) -> String {
    measure.isEmpty ? table.label : "\(table.label)(\(measure))"
  }

  private static func cross(
    _ table: LedgerTable, _ numbers: LedgerNumbers, _ measure: String, _ language: Language
  ) -> Grid {
    let sum = language.pick("合计", "Total")
    let heads = numbers.heads(table.columns, most: mostColumns, language)
    let rows = numbers.rows.map { cells in
      (numbers.folded(cells) + [cells.reduce(0, +)]).map { Cell.count($0) }
    }
    let sums = numbers.columnSums
    return Grid(
      caption: caption(table, measure),
      columns: [GridColumn(language.pick("类别", "Category"), numeric: false)]
        + (heads + [sum]).map { GridColumn($0) },
      rows: zip(numbers.heads(table.rows, most: mostRows, language), rows).map { GridRow([.text($0)] + $1) }
        + [
          GridRow(
            [.text(sum)] + (numbers.folded(sums) + [numbers.total]).map { .count($0) }, isTotal: true)
        ])
  }

  /// Counts with a bar each, which says no more than the number beside it.
  private static func pyramid(
    _ table: LedgerTable, _ numbers: LedgerNumbers, _ measure: String, _ language: Language
  ) -> Grid {
    let longest = numbers.rows.flatMap { $0 }.max() ?? 0
    let heads = numbers.heads(table.columns, most: mostColumns, language)
    let number = language.pick("数量", "Number")
    let bar = GridColumn(language.pick("图示", "Bar"), numeric: false)
    let columns = heads.flatMap { [GridColumn($0.isEmpty ? number : $0), bar] }
    let sum = language.pick("合计", "Total")
    // One column is its own sum.
    let isSummed = heads.count > 1
    let rows = zip(numbers.heads(table.rows, most: mostRows, language), numbers.rows).map { head, cells in
      GridRow(
        [.text(head)]
          + numbers.folded(cells).flatMap { [.count($0), .text(LedgerTableBlocks.bar($0, longest))] }
          + (isSummed ? [.count(cells.reduce(0, +))] : []))
    }
    let sums = numbers.folded(numbers.columnSums).flatMap { [Cell.count($0), .text("")] }
    return Grid(
      caption: caption(table, measure),
      columns: [GridColumn(language.pick("年龄", "Age"), numeric: false)] + columns
        + (isSummed ? [GridColumn(sum)] : []),
      rows: rows
        + [GridRow([.text(sum)] + sums + (isSummed ? [.count(numbers.total)] : []), isTotal: true)])
  }

  /// As long as the number is in proportion to the largest one; at least one mark where there is anything.
  static func bar(_ number: Int64, _ longest: Int64) -> String {
    guard number > 0,
      let length = Rational(Int128(number) * Int128(longestBar), Int128(max(longest, 1)))
        .rounded(decimals: 0)
    else { return "" }
    return String(repeating: "█", count: max(1, min(Int(length), longestBar)))
  }
}

/// A table's numbers in rows, the tail of a long table added up in one.
struct LedgerNumbers {
  /// The rows that are shown; of a cut table the last is the sum of the rest.
  let rows: [[Int64]]
  /// The same of the month before, and their sum; `nil` where that is not known.
  let before: [[Int64]]?
  /// The sum of all cells.
  let total: Int64
  /// Whether something is added up.
  let isCut: Bool

  /// `nil` where the numbers do not make the table, are no counts, or do not fit when added up.
  init?(_ counts: LedgerOverview.Counts, _ table: LedgerTable) {
    let width = max(table.columns.count, 1)
    guard counts.now.count == table.rows.count * width,
      let total = LedgerNumbers.sum(counts.now),
      counts.before.map({ $0.count == counts.now.count && LedgerNumbers.sum($0) != nil }) ?? true
    else { return nil }
    rows = LedgerNumbers.cut(counts.now, width)
    before = counts.before.map { LedgerNumbers.cut($0, width) }
    self.total = total
    isCut = table.rows.count > LedgerTableBlocks.mostRows || width > LedgerTableBlocks.mostColumns
  }

  private static func sum(_ values: [Int64]) -> Int64? {
    guard values.allSatisfy({ $0 >= 0 }) else { return nil }
    return Int64(exactly: values.reduce(Int128(0)) { $0 + Int128($1) })
  }

  private static func cut(_ values: [Int64], _ width: Int) -> [[Int64]] {
    let rows = stride(from: 0, to: values.count, by: width).map { Array(values[$0..<$0 + width]) }
    let most = LedgerTableBlocks.mostRows
    guard rows.count > most else { return rows }
    let rest = rows.dropFirst(most).reduce([Int64](repeating: 0, count: width)) { sums, row in
      zip(sums, row).map { $0 + $1 }
    }
    return Array(rows.prefix(most)) + [rest]
  }

  /// The sum of each column.
  var columnSums: [Int64] {
    guard let first = rows.first else { return [] }
    return rows.dropFirst().reduce(first) { sums, row in zip(sums, row).map { $0 + $1 } }
  }

  /// A row with the tail of its columns added up.
  func folded(_ cells: [Int64]) -> [Int64] {
    let most = LedgerTableBlocks.mostColumns
    guard cells.count > most else { return cells }
    return Array(cells.prefix(most)) + [cells.dropFirst(most).reduce(0, +)]
  }

  /// The heads of rows or columns, with one for the tail.
  func heads(_ all: [String], most: Int, _ language: Language) -> [String] {
    guard all.count > most else { return all }
    let rest = all.count - most
    return Array(all.prefix(most)) + [language.pick("其余\(rest)类", "Others (\(rest))")]
  }
}
