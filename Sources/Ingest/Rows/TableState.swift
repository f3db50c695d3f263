import Model

/// What is known of a table while it is read; each table of a file begins anew.
struct TableState {
  /// Where the table begins in the reading's rows and values.
  var firstRow = 0
  var firstValue = 0
  /// The names of units above, filled down, by the fields of their columns.
  var above: [Int: String] = [:]
  /// What the title rows say.
  var title = TitleFacts()
  /// The unit that the titles name; `nil` where nobody has looked yet.
  var titleUnit: Int??
  /// Whether the titles name another month than the one that is reported.
  var isOtherMonth = false
  /// The rows whose month is written 2016.1 where October is reported, and the column.
  var october: (rows: [Int32], column: Int) = ([], 0)
  /// Whether a month is written in another way.
  var hasOtherMonthCells = false
  var end = TableEnd()
  /// What rows of totals are checked against.
  var totals = ControlTotals()
}
