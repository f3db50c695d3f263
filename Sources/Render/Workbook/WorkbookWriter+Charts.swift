import CXlsxwriter

/// Bars that are drawn from the cells of a sheet.
struct SheetChart {
  /// A row of bars: the cells of one column, under their heading.
  struct Series {
    var column: Int
    /// 0xRRGGBB.
    var colour: UInt32
    /// Whether it is hatched, to be told apart without colours.
    var isHatched = false
  }

  /// What stands above it.
  var title: String
  /// What is said of it to those who cannot see it.
  var description: String
  /// The row of the headings, and the rows of the bars, the first at the top.
  var headingRow: Int
  var rows: ClosedRange<Int>
  /// The column of the names.
  var names: Int
  /// One, or several that stand behind each other.
  var series: [Series]
  /// Whether the numbers are shares.
  var isShare: Bool
  /// From one line of the scale to the next; `nil` where the program is to choose.
  var step: Double?

  /// How high a chart of so many bars is, in pixels.
  static func height(of bars: Int) -> Int { 150 + 24 * bars }
}

extension WorkbookWriter {
  /// Puts a chart of one sheet's cells on another, below a cell.
  mutating func draw(_ chart: SheetChart, of source: Sheet, on sheet: Sheet, at cell: CellAddress) {
    let isStacked = chart.series.count > 1
    guard let drawn = unsafe addChart(isStacked ? LXW_CHART_BAR_STACKED : LXW_CHART_BAR) else { return }
    // A title that begins with = would be taken for a formula.
    let title = chart.title.hasPrefix("=") ? " " + chart.title : chart.title
    unsafe chart_title_set_name(drawn, WorkbookText.cell(title))
    for series in chart.series { unsafe add(series, of: chart, source, to: drawn) }
    // Of bars the library calls the axis of the names y. They are drawn from below: turned round, the first row of
    // the table is at the top.
    unsafe chart_axis_set_reverse(unsafe drawn.pointee.y_axis)
    unsafe chart_axis_set_interval_unit(unsafe drawn.pointee.y_axis, 1)
    unsafe chart_set_series_gap(drawn, 45)
    unsafe styleLines(of: drawn)
    if let step = chart.step { unsafe chart_axis_set_major_unit(unsafe drawn.pointee.x_axis, step) }
    if chart.isShare {
      unsafe chart_axis_set_min(unsafe drawn.pointee.x_axis, 0)
      unsafe chart_axis_set_max(unsafe drawn.pointee.x_axis, 1)
      unsafe chart_axis_set_num_format(unsafe drawn.pointee.x_axis, "0%")
    }
    if isStacked {
      unsafe chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    } else {
      unsafe chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    }
    unsafe insert(drawn, chart, on: sheet, at: cell)
  }

  /// Thin grey lines, and a title no larger than that of the sheet.
  private func styleLines(of drawn: UnsafeMutablePointer<lxw_chart>) {
    // The library copies line and font.
    var line = lxw_chart_line()
    (line.color, line.width) = (0xD9D9D9, 0.75)
    unsafe chart_axis_major_gridlines_set_line(unsafe drawn.pointee.x_axis, &line)
    var font = unsafe lxw_chart_font()
    unsafe font.size = 12
    unsafe font.bold = 1
    unsafe chart_title_set_name_font(drawn, &font)
  }

  private func add(
    _ series: SheetChart.Series, of chart: SheetChart, _ source: Sheet,
    to drawn: UnsafeMutablePointer<lxw_chart>
  ) {
    let (first, last) = (chart.rows.lowerBound, chart.rows.upperBound)
    let (top, bottom) = (CellAddress(first, series.column), CellAddress(last, series.column))
    let names = CellAddress(first, chart.names)
    // The chart owns the series; the library copies names and fills.
    guard let added = unsafe chart_add_series(drawn, nil, nil) else { return }
    unsafe chart_series_set_categories(
      added, source.name, top.libraryRow, names.libraryColumn, bottom.libraryRow, names.libraryColumn)
    unsafe chart_series_set_values(
      added, source.name, top.libraryRow, top.libraryColumn, bottom.libraryRow, top.libraryColumn)
    let heading = CellAddress(chart.headingRow, series.column)
    unsafe chart_series_set_name_range(added, source.name, heading.libraryRow, heading.libraryColumn)
    var fill = lxw_chart_fill()
    fill.color = series.colour
    unsafe chart_series_set_fill(added, &fill)
    if series.isHatched {
      var pattern = lxw_chart_pattern()
      pattern.type = UInt8(LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL.rawValue)
      (pattern.fg_color, pattern.bg_color) = (series.colour, 0xFFFFFF)
      unsafe chart_series_set_pattern(added, &pattern)
    }
    if chart.series.count == 1 { unsafe chart_series_set_labels(added) }
  }

  private mutating func insert(
    _ drawn: UnsafeMutablePointer<lxw_chart>, _ chart: SheetChart, on sheet: Sheet, at cell: CellAddress
  ) {
    var description = Array(WorkbookText.clean(chart.description, limit: 255).utf8CString)
    let result = unsafe description.withUnsafeMutableBufferPointer { description in
      var options = unsafe lxw_chart_options()
      // The library's chart is 480 by 288 pixels.
      unsafe options.x_scale = 900.0 / 480
      unsafe options.y_scale = Double(SheetChart.height(of: chart.rows.count)) / 288
      unsafe options.description = description.baseAddress
      // The library copies the text, which ends in a zero.
      return unsafe worksheet_insert_chart_opt(
        sheet.pointer, cell.libraryRow, cell.libraryColumn, drawn, &options)
    }
    note(result)
  }
}
