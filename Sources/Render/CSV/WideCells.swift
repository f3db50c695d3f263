public import Model

/// The columns of a wide table, a figure each: of a share its numerator and denominator stand beside it.
public struct WideColumns: Sendable {
  /// What the columns are about.
  let keys: [SeriesKey]
  /// What the figures of each have in common.
  let scales: [FigureScale]

  /// The columns of those series.
  public init(_ keys: [SeriesKey], scales: [FigureScale]) { (self.keys, self.scales) = (keys, scales) }

  /// Their headings; the label of a series names the part and the level that is counted.
  func headings(_ campaign: Campaign, _ language: Language) -> [String] {
    keys.flatMap { key in
      let indicator = campaign.indicators[key.indicator]
      let label = WideColumns.label(key, indicator, campaign, language)
      guard indicator.isShare else {
        return [indicator.measure.isEmpty ? label : "\(label)(\(indicator.measure))"]
      }
      return [
        label + language.pick("·分子", ", numerator"), label + language.pick("·分母", ", denominator"),
        label + "(%)",
      ]
    }
  }

  private static func label(
    _ key: SeriesKey, _ indicator: Indicator, _ campaign: Campaign, _ language: Language
  ) -> String {
    var parts = [indicator.label]
    if case .composition(let items, _) = indicator.kind, let part = key.part {
      parts.append(campaign.items[items[part]].label)
    }
    if let level = key.level { parts.append(campaign.levels[level].label) }
    return parts.joined(separator: language.pick("·", ", "))
  }

  func shapes(_ campaign: Campaign) -> [FigureCells.Shape] {
    keys.indices.map { FigureCells.Shape(campaign.indicators[keys[$0].indicator], scales[$0]) }
  }
}

/// The figures of some units in the columns of a wide table. They are looked up column by column and written row by
/// row.
struct WideCells {
  /// So many units at a time, so that what is looked up stays near.
  private static let most = 256

  /// Writes the numbers of some units in a column from a place on.
  typealias Source = (
    _ column: Int, _ units: Range<Int>, _ numbers: inout [FigureNumbers], _ place: Int
  ) -> Void

  private let shapes: [FigureCells.Shape]
  /// The numbers of all units of a column, column after column.
  private var numbers: [FigureNumbers]

  private init(_ shapes: [FigureCells.Shape]) {
    self.shapes = shapes
    numbers = Array(repeating: .none, count: WideCells.most * shapes.count)
  }

  private mutating func look(up units: Range<Int>, _ source: Source) {
    for column in shapes.indices { source(column, units, &numbers, WideCells.most * column) }
  }

  /// Writes the cells of the unit at a place among those that were looked up.
  private func write(_ place: Int, _ room: inout CellRoom) {
    room.clear()
    let (shapes, numbers) = (shapes.span, numbers.span)
    for column in shapes.indices {
      FigureCells.wide(numbers[WideCells.most * column + place], shapes[column], &room)
    }
  }

  /// Calls `body` for each of `units` with its cells.
  static func each(
    _ units: Range<Int>, _ shapes: [FigureCells.Shape], _ source: Source,
    _ body: (_ unit: Int, _ cells: borrowing CellRoom) -> Void
  ) {
    var room = CellRoom(cells: shapes.reduce(0) { $0 + $1.cells })
    var cells = WideCells(shapes)
    for first in stride(from: units.lowerBound, to: units.upperBound, by: most) {
      let some = first..<min(first + most, units.upperBound)
      cells.look(up: some, source)
      for unit in some {
        cells.write(unit - first, &room)
        body(unit, room)
      }
    }
  }
}
