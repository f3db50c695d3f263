public import Model

/// `units.csv`: a row for every unit of the tree, a column an indicator; of a share its numerator and
/// denominator stand beside it. The last columns say from which file, sheet and row a unit's return was taken.
public enum UnitsCSV {
  /// The bytes of the file. `figures` appends the numbers of some units in one of `columns`.
  public static func render(
    _ edition: Edition, _ columns: WideColumns,
    figures: (_ column: Int, _ units: Range<Int>, _ numbers: inout [FigureNumbers]) -> Void
  ) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(headings(edition, columns))
    let shapes = columns.shapes(edition.campaign)
    let units = edition.unit..<Int(edition.roster.end[edition.unit])
    WideCells.each(units, shapes, figures) { unit, cells in
      writeUnit(unit, edition, &writer)
      writer.cells(of: cells)
      writeSources(unit, edition, &writer)
      writer.endRow()
    }
    return writer.bytes
  }

  private static func headings(_ edition: Edition, _ columns: WideColumns) -> [String] {
    let language = edition.language
    var headings =
      language == .zh
      ? ["单位代码", "单位名称", "层级", "上级代码", "分组"] : ["unit_code", "unit_name", "level", "parent", "groups"]
    headings += columns.headings(edition.campaign, language)
    for reporting in edition.reporting {
      let form = edition.campaign.forms[reporting.form]
      headings.append(form.title + language.pick("·报送状态", ", status"))
      headings.append(form.title + language.pick("·报送件", ", file"))
      headings.append(form.title + language.pick("·工作表", ", sheet"))
      headings.append(form.title + language.pick("·行号", ", row"))
    }
    return headings
  }

  private static func writeUnit(_ unit: Int, _ edition: Edition, _ writer: inout CSVWriter) {
    let roster = edition.roster
    let found = roster.units[unit]
    let parent = Int(roster.parent[unit])
    writer.code(found.code)
    writer.text(found.name)
    writer.text(roster.levels[found.level].id)
    writer.code(parent < 0 ? nil : roster.units[parent].code)
    writer.text(found.groups.members.map { roster.groups[$0] }.joined(separator: ";"))
  }

  private static func writeSources(_ unit: Int, _ edition: Edition, _ writer: inout CSVWriter) {
    for reporting in edition.reporting {
      let source = edition.returns.sources[reporting.form][unit]
      writer.text(reporting.punctuality[unit].label(edition.language))
      writer.source(source, of: edition.returns)
    }
  }
}
