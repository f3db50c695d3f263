import Model

/// What is known of a table while it is read; each table of a file begins anew.
struct TableState {
  /// Where the table begins in the reading's rows and values.
  var firstRow = 0
  var firstValue = 0
  /// The code that was last found to be a unit's.
  var lastUnit: (code: UnitCode, unit: Int)?
  /// The unit of the last row that was found to be within the sender and expected to report.
  var admittedUnit: Int?
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
  /// Of a ledger where its rows go; `nil` for other forms.
  var ledger: LedgerSheet?
  /// How often in turn no row was plain, and how many rows to wait before it is tried again.
  var lane = (misses: 0, wait: 0)
  /// The fields of which findings show nothing.
  var personal: Set<Int> = []
  /// The number of columns up to the last heading.
  var width = 0

  /// Whether findings show nothing of a field. Beyond the last heading may stand what was shifted.
  func isPersonal(_ field: Int) -> Bool {
    !personal.isEmpty && (field >= width || personal.contains(field))
  }
}
