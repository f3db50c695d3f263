public import Model

/// Figures of all units, one row a month and unit, a column an indicator; of a share its numerator and denominator
/// stand beside it. Month after month, as the rows of one file.
public struct UnitFiguresCSV: Sendable {
  private let campaign: Campaign
  private let language: Language
  private let columns: WideColumns

  /// Of these columns.
  public init(_ campaign: Campaign, _ columns: WideColumns, language: Language) {
    self.campaign = campaign
    self.columns = columns
    self.language = language
  }

  /// The row of headings, with a byte order mark before it.
  public func headings() -> [UInt8] {
    var writer = CSVWriter()
    var headings =
      language == .zh
      ? ["期间", "单位代码", "单位名称", "层级", "已报", "应报"]
      : ["period", "unit_code", "unit_name", "level", "received", "expected"]
    headings += columns.headings(campaign, language)
    writer.row(headings)
    return writer.bytes
  }

  /// A cell that many rows have.
  private static func cell(_ text: String) -> ArraySlice<UInt8> {
    var writer = CSVWriter.part
    writer.text(text)
    return writer.bytes[...]
  }

  /// The rows of a month, of those of some units that are not below the level of rank `depth`. `reported` says of each unit how
  /// many at and below it have reported, and how many are expected to; `figures` writes the numbers of some units in a column from a
  /// place on.
  public func rows(
    _ roster: Roster, _ units: Range<Int>, depth: Int,
    reported: (_ unit: Int) -> (received: Int, expected: Int),
    figures: (_ column: Int, _ units: Range<Int>, _ numbers: inout [FigureNumbers], _ place: Int) -> Void
  ) -> [UInt8] {
    var writer = CSVWriter.part
    let month = UnitFiguresCSV.cell(roster.month.description)
    let shapes = columns.shapes(campaign)
    let levels = roster.levels.all.map { UnitFiguresCSV.cell($0.id) }
    // Room that doubles would be twice what is needed, for some months at once.
    writer.reserve(units.count * (32 + 8 * shapes.reduce(0) { $0 + $1.cells }))
    WideCells.each(units, shapes, figures) { place, cells in
      let unit = roster.units[place]
      guard unit.level <= depth else { return }
      writer.cells(month)
      writer.code(unit.code)
      writer.text(unit.name)
      writer.cells(levels[unit.level])
      let (received, expected) = reported(place)
      writer.number(received)
      writer.number(expected)
      writer.cells(of: cells)
      writer.endRow()
    }
    return writer.bytes
  }
}
