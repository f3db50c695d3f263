public import Model

/// `units.csv`: a row for every unit of the tree, a column an indicator; of a share its numerator and
/// denominator stand beside it. The last columns say from which file, sheet and row a unit's return was taken.
public enum UnitsCSV {
  /// The bytes of the file. `figures` hands on the figures of some units in one of `columns`; `nil` where a unit has
  /// none.
  public static func render(
    _ edition: Edition, columns: [SeriesKey],
    figures: (_ column: Int, _ units: Range<Int>, _ body: (Figure?) -> Void) -> Void
  ) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(headings(edition, columns))
    let shapes = columns.map { FigureCells.Shape(edition.campaign.indicators[$0.indicator]) }
    let units = edition.unit..<Int(edition.roster.end[edition.unit])
    WideCells.each(units, shapes, figures) { unit, cells in
      writeUnit(unit, edition, &writer)
      cells.write(unit, &writer)
      writeSources(unit, edition, &writer)
      writer.endRow()
    }
    return writer.bytes
  }

  private static func headings(_ edition: Edition, _ columns: [SeriesKey]) -> [String] {
    let language = edition.language
    var headings =
      language == .zh
      ? ["单位代码", "单位名称", "层级", "上级代码", "分组"] : ["unit_code", "unit_name", "level", "parent", "groups"]
    for column in columns {
      let indicator = edition.campaign.indicators[column.indicator]
      let label = label(column, indicator, edition)
      if indicator.isShare {
        headings.append(label + language.pick("·分子", ", numerator"))
        headings.append(label + language.pick("·分母", ", denominator"))
        headings.append(label + "(%)")
      } else {
        headings.append(indicator.measure.isEmpty ? label : "\(label)(\(indicator.measure))")
      }
    }
    for reporting in edition.reporting {
      let form = edition.campaign.forms[reporting.form]
      headings.append(form.title + language.pick("·报送状态", ", status"))
      headings.append(form.title + language.pick("·报送件", ", file"))
      headings.append(form.title + language.pick("·工作表", ", sheet"))
      headings.append(form.title + language.pick("·行号", ", row"))
    }
    return headings
  }

  /// The indicator, the part and the level that is counted.
  private static func label(_ key: SeriesKey, _ indicator: Indicator, _ edition: Edition) -> String {
    var parts = [indicator.label]
    if case .composition(let items, _) = indicator.kind, let part = key.part {
      parts.append(edition.campaign.items[items[part]].label)
    }
    if let level = key.level { parts.append(edition.roster.levels[level].label) }
    return parts.joined(separator: edition.language.pick("·", ", "))
  }

  private static func writeUnit(_ unit: Int, _ edition: Edition, _ writer: inout CSVWriter) {
    let roster = edition.roster
    let found = roster.units[unit]
    let parent = Int(roster.parent[unit])
    writer.text(found.code.description)
    writer.text(found.name)
    writer.text(roster.levels[found.level].id)
    writer.text(parent < 0 ? "" : roster.units[parent].code.description)
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
