public import Model

/// A bulletin as a tree of sections, paragraphs and grids, before any format. It carries no markup; a
/// renderer escapes every text for where it lands.
public struct Document: Sendable {
  /// The title.
  public var title: String
  /// The line under the title: who publishes, and of which month.
  public var byline: String
  /// What stands before the first section.
  public var opening: [Block]
  /// The sections.
  public var sections: [Section]
  /// The line at the foot: how the office is reached; empty for none.
  public var closing = ""

  /// A document.
  public init(title: String, byline: String, opening: [Block], sections: [Section]) {
    self.title = title
    self.byline = byline
    self.opening = opening
    self.sections = sections
  }
}

/// A section with its heading.
public struct Section: Sendable {
  /// The heading, without its number.
  public var heading: String
  /// What stands in it.
  public var blocks: [Block]

  /// A section.
  public init(_ heading: String, _ blocks: [Block]) {
    self.heading = heading
    self.blocks = blocks
  }
}

extension Section {
  /// Parts one after another, each under its heading; a single one needs none.
  static func parts(_ parts: [(heading: String, blocks: [Block])]) -> [Block] {
    parts.count > 1 ? parts.flatMap { [.heading($0.heading)] + $0.blocks } : parts.flatMap(\.blocks)
  }
}

/// A piece of a section.
public enum Block: Sendable {
  /// The heading of a part of the section, without its number.
  case heading(String)
  /// Running text.
  case paragraph(String)
  /// A list of short texts.
  case list([String])
  /// A table.
  case grid(Grid)
  /// A picture of numbers.
  case chart(Chart)
}

/// A table of typed cells.
public struct Grid: Sendable {
  /// What the table shows.
  public var caption: String
  /// The columns.
  public var columns: [GridColumn]
  /// The rows; each has a cell a column.
  public var rows: [GridRow]

  /// A table.
  public init(caption: String, columns: [GridColumn], rows: [GridRow] = []) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}

/// A column's heading.
public struct GridColumn: Hashable, Sendable {
  /// The heading, with the unit of measure in it.
  public var heading: String
  /// Whether its cells are numbers, which stand to the right.
  public var isNumeric: Bool

  /// A column.
  public init(_ heading: String, numeric: Bool = true) {
    self.heading = heading
    isNumeric = numeric
  }
}

/// A row of a table.
public struct GridRow: Sendable {
  /// The cells.
  public var cells: [Cell]
  /// Whether it is the row of the whole (全国).
  public var isTotal: Bool

  /// A row.
  public init(_ cells: [Cell], isTotal: Bool = false) {
    self.cells = cells
    self.isTotal = isTotal
  }
}

/// What a cell of a table shows.
public enum Cell: Hashable, Sendable {
  /// A text.
  case text(String)
  /// A whole number.
  case count(Int64)
  /// A number kept in its smallest unit with that many decimals.
  case decimal(Int64, decimals: Int)
  /// A share in percent, rounded half up from its integers.
  case percent(Int64, of: Int64, decimals: Int)
  /// `part` of `whole`, such as 43/45.
  case coverage(Int, of: Int)
  /// A change, with its sign: a number kept in its smallest unit with that many decimals.
  case change(Int64, decimals: Int)
  /// A value that differs from the one published; marked (r).
  indirect case revised(Cell)
  /// A figure, and what it is made of, a fact a line, for formats that can show it when asked; the others show the
  /// cell alone.
  indirect case noted(Cell, String)
  /// Nobody reported it.
  case notReported
  /// It cannot be: nothing to count, or not asked of this unit.
  case notApplicable

  /// The cell in words and digits, without markup.
  public func text(_ language: Language) -> String {
    switch self {
    case .text(let text): text
    case .count(let count): String(count)
    case .decimal(let value, let decimals): Quotient.text(value, decimals: decimals)
    case .percent(let part, let whole, let decimals):
      Quotient.percent(part, of: whole, decimals: decimals).map { $0 + "%" } ?? "—"
    case .coverage(let part, let whole): "\(part)/\(whole)"
    case .change(let value, let decimals): (value > 0 ? "+" : "") + Quotient.text(value, decimals: decimals)
    case .revised(let cell): cell.text(language) + "(r)"
    case .noted(let cell, _): cell.text(language)
    case .notReported: language.pick("未报", "no return")
    case .notApplicable: "—"
    }
  }

  /// Whether it is marked (r).
  var isRevised: Bool {
    switch self {
    case .revised: true
    case .noted(let cell, _): cell.isRevised
    default: false
    }
  }
}
