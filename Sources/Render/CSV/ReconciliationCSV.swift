import Model

/// `reconciliation.csv`: a row a unit and item that the unit states a total of, or that is set beside a ledger.
public enum ReconciliationCSV {
  /// The bytes of the file: what the edition has of its unit and of those below it, in the order of units and items.
  public static func render(_ edition: Edition) -> [UInt8] {
    let hasLedgers = edition.campaign.items.contains { !$0.ledgerItem.isEmpty }
    var writer = CSVWriter()
    writer.row(headings(edition.language) + (hasLedgers ? ledgerHeadings(edition.language) : []))
    let words = Words(edition)
    for (statement, ledger) in pairs(edition) {
      guard let (unit, item) = statement.map({ ($0.unit, $0.item) }) ?? ledger.map({ ($0.unit, $0.item) })
      else { continue }
      start(unit, edition.campaign.items[item], edition, &writer)
      write(statement, ledger, words, &writer)
      if hasLedgers { write(ledger, words, &writer) }
      writer.endRow()
    }
    return writer.bytes
  }

  private typealias Pair = (statement: Reconciled?, ledger: LedgerReconciled?)

  /// What is said of the same unit and item side by side; both lists are in the order of units and items.
  private static func pairs(_ edition: Edition) -> [Pair] {
    let statements = edition.reconciliation.filter { edition.roster.isWithin($0.unit, edition.unit) }
    let ledgers = edition.ledgerReconciliation.filter { edition.roster.isWithin($0.unit, edition.unit) }
    guard !ledgers.isEmpty else { return statements.map { ($0, nil) } }
    var pairs: [Pair] = []
    var next = 0
    for statement in statements {
      let key = (statement.unit, statement.item)
      while next < ledgers.count, (ledgers[next].unit, ledgers[next].item) < key {
        pairs.append((nil, ledgers[next]))
        next += 1
      }
      let isSame = next < ledgers.count && (ledgers[next].unit, ledgers[next].item) == key
      pairs.append((statement, isSame ? ledgers[next] : nil))
      if isSame { next += 1 }
    }
    return pairs + ledgers[next...].map { (nil, $0) }
  }

  private static func headings(_ language: Language) -> [String] {
    language == .zh
      ? [
        "期间", "单位代码", "单位名称", "层级", "填报项", "填报项名称", "计量单位", "本级填报", "下级合计", "台账合计",
        "差额", "已报", "应报", "核对结果", "原因代码", "可能原因",
      ]
      : [
        "period", "unit_code", "unit_name", "level", "item", "label", "measure", "own", "below", "ledger",
        "difference", "received", "expected", "verdict", "causes", "explanation",
      ]
  }

  private static func ledgerHeadings(_ language: Language) -> [String] {
    language == .zh
      ? [
        "汇总上报", "与台账之差", "台账核对结果", "应核对单位", "不符单位", "不符单位差额", "未报单位", "无台账单位", "差额最大单位",
        "与台账之差说明",
      ]
      : [
        "reported", "ledger_difference", "ledger_verdict", "places", "differing", "differing_by",
        "without_return",
        "without_ledger", "largest", "ledger_explanation",
      ]
  }

  private static func start(_ index: Int, _ item: Item, _ edition: Edition, _ writer: inout CSVWriter) {
    let unit = edition.roster.units[index]
    writer.text(edition.period.description)
    writer.code(unit.code)
    writer.text(unit.name)
    writer.text(edition.roster.levels[unit.level].id)
    writer.text(item.id)
    writer.text(item.label)
    writer.text(item.measure)
  }

  private static func write(
    _ found: Reconciled?, _ ledger: LedgerReconciled?, _ words: Words, _ writer: inout CSVWriter
  ) {
    let told = found.map { ReconciliationWords($0, words) }
    let decimals = told?.decimals ?? 0
    writer.number(found?.own, decimals: decimals)
    writer.number(found?.below, decimals: decimals)
    writer.number(ledger?.ledger, decimals: ledger?.decimals ?? 0)
    guard let found, let told else {
      for _ in 0..<6 { writer.empty() }
      return
    }
    writer.number(found.difference, decimals: decimals)
    writer.number(found.received)
    writer.number(found.expected)
    writer.text(words.language == .zh ? found.verdict.label(.zh) : found.verdict.rawValue)
    writer.text(found.causes.map(\.kind.rawValue).joined(separator: ";"))
    writer.text(told.causes())
  }

  private static func write(_ found: LedgerReconciled?, _ words: Words, _ writer: inout CSVWriter) {
    guard let found else {
      for _ in 0..<10 { writer.empty() }
      return
    }
    writer.number(found.reported, decimals: found.decimals)
    writer.number(found.difference, decimals: found.decimals)
    writer.text(words.language == .zh ? found.verdict.label(.zh) : found.verdict.rawValue)
    writer.number(found.places.all)
    writer.number(found.places.differing)
    writer.number(found.ofDiffering, decimals: found.decimals)
    writer.number(found.places.withoutReturn)
    writer.number(found.places.withoutLedger)
    writer.text(
      found.gaps.map { words.edition.roster.units[$0.unit].code.description }.joined(separator: ";"))
    writer.text(LedgerReconciliationWords(found, words).causes(withNames: false))
  }
}
