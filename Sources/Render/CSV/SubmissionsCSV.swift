import Model

/// `submissions.csv`: each expected unit, how its return came, and from which file, sheet and row.
public enum SubmissionsCSV {
  /// The bytes of the file: the expected units of the bulletin's unit and below, form by form.
  public static func render(_ edition: Edition) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(headings(edition.language))
    // Asked once for all rows.
    let (roster, returns) = (edition.roster, edition.returns)
    var texts = Texts(month: roster.month.description)
    var sources = [SourceCells](repeating: SourceCells(), count: edition.campaign.forms.count)
    for unit in edition.unit..<Int(roster.end[edition.unit]) {
      for reporting in edition.reporting where reporting.punctuality[unit] != .notExpected {
        writer.text(texts.month)
        writeUnit(unit, roster, &writer)
        writer.text(edition.campaign.forms[reporting.form].id)
        writer.text(reporting.punctuality[unit].label(edition.language))
        sources[reporting.form].write(returns.sources[reporting.form][unit], of: returns, to: &writer)
        writer.text(texts.of(returns.received(form: reporting.form, unit: unit)))
        writer.text(texts.of(returns.firstReceived(form: reporting.form, unit: unit)))
        writer.endRow()
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

  /// What is the same in many rows.
  private struct Texts {
    let month: String
    /// All returns of a file were received at one time.
    private var time: LocalTime?
    private var timeText = ""

    init(month: String) { self.month = month }

    /// A time as it is written; empty for none.
    mutating func of(_ time: LocalTime?) -> String {
      if time != self.time { (self.time, timeText) = (time, time?.description ?? "") }
      return timeText
    }
  }

  private static func writeUnit(_ unit: Int, _ roster: Roster, _ writer: inout CSVWriter) {
    let parent = Int(roster.parent[unit])
    writer.code(roster.units[unit].code)
    writer.text(roster.units[unit].name)
    writer.text(roster.levels[roster.units[unit].level].id)
    writer.text(parent < 0 ? "" : roster.units[parent].name)
  }
}
