/// What a spreadsheet program takes a cell for. The cells of CSV are all text.
public enum CellKind: UInt8, Hashable, Sendable, CaseIterable {
  /// Text, or nothing.
  case text
  /// A number, as digits.
  case number
  /// A day, a month or a time, as ISO 8601 writes them: `2016-06-14`, `2016-06`, `2016-06-14 08:30:00`.
  case date
  /// `TRUE` or `FALSE`.
  case boolean
  /// An error such as `#REF!`.
  case error
  /// A formula of which the file does not keep the result; its text is the formula.
  case formulaWithoutValue
}
