import Model

/// `findings.csv`: a row a finding, with its place as a spreadsheet program shows it.
public enum FindingsCSV {
  /// The bytes of the file, in the order of the findings.
  public static func render(_ edition: Edition) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(headings(edition.language))
    for finding in edition.findings { write(finding, edition, &writer) }
    return writer.bytes
  }

  private static func headings(_ language: Language) -> [String] {
    language == .zh
      ? ["审核意见", "程度", "报送件", "工作表", "行号", "列号", "单位代码", "单位名称", "填报项", "原值", "说明"]
      : [
        "code", "severity", "file", "sheet", "row", "column", "unit_code", "unit_name", "item", "value",
        "message",
      ]
  }

  private static func write(_ finding: Finding, _ edition: Edition, _ writer: inout CSVWriter) {
    let place = finding.place
    let name = finding.unit.flatMap { edition.roster.index(of: $0) }
      .map { edition.roster.units[$0].name }
    writer.text(finding.code)
    writer.text(finding.severity.name)
    writer.text(place.file)
    writer.text(place.sheet)
    if place.row > 0 { writer.number(place.row) } else { writer.empty() }
    writer.text(place.columnLetters)
    writer.text(finding.unit?.description ?? "")
    writer.text(name ?? "")
    writer.text(finding.item)
    writer.text(finding.value)
    writer.text(finding.reason.message(edition.language))
    writer.endRow()
  }
}
