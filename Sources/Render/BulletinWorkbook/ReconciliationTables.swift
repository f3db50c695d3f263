import Model

/// Totals that units state beside the sums of those below them, and beside ledgers, where they do not agree.
enum ReconciliationTables {
  /// Those tables that there is something for.
  static func build(_ words: Words) -> [BookTable] {
    let edition = words.edition
    let statements = edition.reconciliation.filter {
      edition.roster.isWithin($0.unit, edition.unit) && $0.verdict == .differs
    }
    let ledgers = edition.ledgerReconciliation.filter {
      edition.roster.isWithin($0.unit, edition.unit) && $0.verdict == .differs
    }
    return (statements.isEmpty ? [] : [table(statements, words)])
      + (ledgers.isEmpty ? [] : [table(ledgers, words)])
  }

  private static func table(_ found: [Reconciled], _ words: Words) -> BookTable {
    let language = words.language
    var table = BookTable(
      name: language.pick("上下级数据核对", "Statements and sums"),
      title: language.pick("本级填报与下级合计不符的数据", "Statements that differ from the sum of the units below"),
      remark: language.pick(
        "差额=本级填报－下级合计，是公式；只列不符的，全部见 reconciliation.csv。",
        "Difference = own statement − sum below, a formula; reconciliation.csv has those that agree, too."),
      columns: columns(
        [
          language.pick("本级填报", "Own"), language.pick("下级合计", "Sum below"), language.pick("差额", "Difference"),
          language.pick("已报(个)", "Answered, units"), language.pick("应报(个)", "Expected, units"),
        ], last: language.pick("可能原因", "What would explain it"), language), frozen: 2)
    table.isFiltered = true
    for one in found {
      let told = ReconciliationWords(one, words)
      let (own, below) = (BookCell.number(one.own, told.decimals), BookCell.number(one.below, told.decimals))
      let gap = difference(one.difference, own, below, told.decimals, table)
      let causes = told.causes()
      table.add(
        start(one.unit, told.label, words)
          + [
            own, below, gap, .count(one.received), .count(one.expected), .text(causes.isEmpty ? "—" : causes),
          ])
    }
    return table
  }

  private static func table(_ found: [LedgerReconciled], _ words: Words) -> BookTable {
    let language = words.language
    var table = BookTable(
      name: language.pick("报表与台账核对", "Reports and ledgers"),
      title: language.pick("报表与台账不符的数据", "Reports that differ from the ledgers"),
      remark: language.pick(
        "差额=汇总上报－台账合计，是公式；只列不符的，全部见 reconciliation.csv。",
        "Difference = reported − ledger, a formula; reconciliation.csv has those that agree, too."),
      columns: columns(
        [
          language.pick("汇总上报", "Reported"), language.pick("台账合计", "Ledger"),
          language.pick("差额", "Difference"),
          language.pick("应核对(个)", "Places"), language.pick("不符(个)", "Differing"),
        ], last: language.pick("差额来源", "Where it comes from"), language), frozen: 2)
    table.isFiltered = true
    for one in found {
      let told = LedgerReconciliationWords(one, words)
      let (own, ledger) = (
        BookCell.number(one.reported, one.decimals), BookCell.number(one.ledger, one.decimals)
      )
      let gap = difference(one.difference, own, ledger, one.decimals, table)
      let causes = told.causes()
      table.add(
        start(one.unit, told.label, words)
          + [
            own, ledger, gap, .count(one.places.all), .count(one.places.differing),
            .text(causes.isEmpty ? "—" : causes),
          ])
    }
    return table
  }

  /// Columns 4 and 5 are what is compared, 6 is the difference.
  private static func columns(_ numbers: [String], last: String, _ language: Language) -> [BookColumn] {
    [
      .text(language.pick("单位代码", "Code")), .text(language.pick("单位", "Unit")),
      .text(language.pick("填报项", "Item")),
    ] + numbers.map { BookColumn($0) } + [.text(last)]
  }

  private static func start(_ unit: Int, _ label: String, _ words: Words) -> [BookCell] {
    [.text(words.edition.roster.units[unit].code.description), .text(words.place(unit)), .text(label)]
  }

  private static func difference(
    _ value: Int64?, _ left: BookCell, _ right: BookCell, _ decimals: Int, _ table: BookTable
  ) -> BookCell {
    guard let value else { return .none }
    let shown = BookCell.change(value, decimals: decimals)
    guard left.isExactNumber, right.isExactNumber, shown.isExactNumber else { return shown }
    return .computed(.difference(table.next(4), table.next(5), decimals: decimals), shown)
  }
}
