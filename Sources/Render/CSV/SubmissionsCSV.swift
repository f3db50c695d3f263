import Model

/// `submissions.csv`: each expected unit, how its return came, and from which file, sheet and row.
public enum SubmissionsCSV {
  /// The bytes of the file: the expected units of the bulletin's unit and below, form by form.
  public static func render(_ edition: Edition) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(headings(edition.language))
    let roster = edition.roster
    for unit in edition.unit..<Int(roster.end[edition.unit]) {
      for reporting in edition.reporting where reporting.punctuality[unit] != .notExpected {
        write(unit, reporting.form, reporting.punctuality[unit], edition, &writer)
      }
    }
    return writer.bytes
  }

  private static func headings(_ language: Language) -> [String] {
    language == .zh
      ? [
        "期间", "单位代码", "单位名称", "层级", "上级单位", "报表", "报送状态", "报送件", "工作表", "行号", "收到时间", "首次收到时间",
      ]
      : [
        "period", "unit_code", "unit_name", "level", "parent", "form", "status", "file", "sheet", "row",
        "received_at", "first_received_at",
      ]
  }

  private static func write(
    _ unit: Int, _ form: Int, _ status: Punctuality, _ edition: Edition, _ writer: inout CSVWriter
  ) {
    let roster = edition.roster
    let parent = Int(roster.parent[unit])
    let source = edition.returns.sources[form][unit]
    let received = edition.returns.received(form: form, unit: unit)
    writer.text(roster.month.description)
    writer.code(roster.units[unit].code)
    writer.text(roster.units[unit].name)
    writer.text(roster.levels[roster.units[unit].level].id)
    writer.text(parent < 0 ? "" : roster.units[parent].name)
    writer.text(edition.campaign.forms[form].id)
    writer.text(status.label(edition.language))
    writer.source(source, of: edition.returns)
    writer.text(received?.description ?? "")
    let first = edition.returns.firstReceived(form: form, unit: unit)
    writer.text(first?.description ?? "")
    writer.endRow()
  }
}

extension CSVWriter {
  /// The file, the sheet and the row of a return, three cells; all empty where nothing was received.
  mutating func source(_ source: ReturnSource, of returns: Returns) {
    guard source.submission >= 0 else {
      for _ in 0..<3 { empty() }
      return
    }
    let submission = returns.submissions[Int(source.submission)]
    let table = Int(source.table)
    text(submission.path)
    text(table < submission.tables.count ? submission.tables[table].sheet : "")
    number(Int(source.row))
  }
}
