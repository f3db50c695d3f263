public import Model

/// `units.csv`: a row for every unit of the tree, a column an indicator; of a share its numerator and
/// denominator stand beside it. The last columns say from which file, sheet and row a unit's return was taken.
public enum UnitsCSV {
  /// The bytes of the file. `figures` writes the numbers of some units in one of `columns` from a
  /// place on.
  public static func render(
    _ edition: Edition, _ columns: WideColumns,
    figures: (_ column: Int, _ units: Range<Int>, _ numbers: inout [FigureNumbers], _ place: Int) -> Void
  ) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(headings(edition, columns))
    let shapes = columns.shapes(edition.campaign)
    // Asked once for all rows.
    let (roster, returns) = (edition.roster, edition.returns)
    var groups = GroupsCell()
    var sources = [SourceCells](repeating: SourceCells(), count: edition.campaign.forms.count)
    WideCells.each(edition.unit..<Int(roster.end[edition.unit]), shapes, figures) { unit, cells in
      writeUnit(unit, roster, &groups, &writer)
      writer.cells(of: cells)
      for reporting in edition.reporting {
        writer.text(reporting.punctuality[unit].label(edition.language))
        sources[reporting.form].write(returns.sources[reporting.form][unit], of: returns, to: &writer)
      }
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

  /// The groups of a unit as one text. Most units are in those of the one before.
  private struct GroupsCell {
    private var last = SmallSet()
    private var text = ""

    mutating func text(_ groups: SmallSet, _ names: [String]) -> String {
      if groups != last { (last, text) = (groups, groups.members.map { names[$0] }.joined(separator: ";")) }
      return text
    }
  }

  private static func writeUnit(
    _ unit: Int, _ roster: Roster, _ groups: inout GroupsCell, _ writer: inout CSVWriter
  ) {
    let found = roster.units[unit]
    let parent = Int(roster.parent[unit])
    writer.code(found.code)
    writer.text(found.name)
    writer.text(roster.levels[found.level].id)
    writer.code(parent < 0 ? nil : roster.units[parent].code)
    writer.text(groups.text(found.groups, roster.groups))
  }
}
