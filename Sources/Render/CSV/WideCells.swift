import Model

/// The cells of a wide table's columns for some units. They are made column by column and written row by row: what a
/// column needs is looked up once.
struct WideCells {
  /// So many units at a time, so that what is made stays near.
  static let most = 1024

  private let units: Range<Int>
  private let columns: Int
  /// The cells of all units of a column, column after column.
  private let bytes: [UInt8]
  /// Where those of each unit and column end.
  private let ends: [Int32]

  /// The cells of units; `figures` hands on those of a column.
  init(
    _ units: Range<Int>, _ shapes: [FigureCells.Shape],
    _ figures: (_ column: Int, _ units: Range<Int>, _ body: (Figure?) -> Void) -> Void
  ) {
    self.units = units
    columns = shapes.count
    var writer = CSVWriter.part
    var ends: [Int32] = [0]
    ends.reserveCapacity(units.count * shapes.count + 1)
    for (column, shape) in shapes.enumerated() {
      figures(column, units) { figure in
        writer.begin()
        FigureCells.wide(figure, shape, &writer)
        ends.append(Int32(writer.bytes.count))
      }
    }
    bytes = writer.bytes
    self.ends = ends
  }

  /// Writes the cells of a unit.
  func write(_ unit: Int, _ writer: inout CSVWriter) {
    var place = unit - units.lowerBound
    for _ in 0..<columns {
      writer.cells(bytes[Int(ends[place])..<Int(ends[place + 1])])
      place += units.count
    }
  }

  /// Calls `body` for each of `units` with the cells that it is one of.
  static func each(
    _ units: Range<Int>, _ shapes: [FigureCells.Shape],
    _ figures: (_ column: Int, _ units: Range<Int>, _ body: (Figure?) -> Void) -> Void,
    _ body: (Int, WideCells) -> Void
  ) {
    for first in stride(from: units.lowerBound, to: units.upperBound, by: most) {
      let some = first..<min(first + most, units.upperBound)
      let cells = WideCells(some, shapes, figures)
      for unit in some { body(unit, cells) }
    }
  }
}
