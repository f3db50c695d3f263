import Model

/// `reconciliation.csv`: a row a unit and item that the unit states a total of.
public enum ReconciliationCSV {
  /// The bytes of the file: what the edition has of its unit and of those below it, in its order.
  public static func render(_ edition: Edition) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(headings(edition.language))
    let words = Words(edition)
    for found in edition.reconciliation where edition.roster.isWithin(found.unit, edition.unit) {
      write(found, edition, words, &writer)
      writer.endRow()
    }
    return writer.bytes
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

  private static func write(
    _ found: Reconciled, _ edition: Edition, _ words: Words, _ writer: inout CSVWriter
  ) {
    let told = ReconciliationWords(found, words)
    let unit = edition.roster.units[found.unit]
    writer.text(edition.period.description)
    writer.text(unit.code.description)
    writer.text(unit.name)
    writer.text(edition.roster.levels[unit.level].id)
    writer.text(told.item.id)
    writer.text(told.item.label)
    writer.text(told.item.measure)
    writer.number(found.own, decimals: told.decimals)
    writer.number(found.below, decimals: told.decimals)
    // The sum of a ledger's entries, where a campaign has one.
    writer.empty()
    writer.number(found.difference, decimals: told.decimals)
    writer.number(found.received)
    writer.number(found.expected)
    writer.text(edition.language == .zh ? found.verdict.label(.zh) : found.verdict.rawValue)
    writer.text(found.causes.map(\.kind.rawValue).joined(separator: ";"))
    writer.text(told.causes())
  }
}
