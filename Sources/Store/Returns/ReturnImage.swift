import Model

/// The fixed part of a row: all but the answers.
struct ReturnImage {
  var status: String
  var submission: Int?
  var sheet: String
  var row: Int
  var firstReceived: Int?
  var states: String

  /// The row that says that a unit's return exists no longer.
  static let gone = ReturnImage(
    status: "gone", submission: nil, sheet: "", row: 0, firstReceived: nil, states: "")

  /// Binds it to six parameters.
  func bind(_ statement: Prepared, from first: Int) throws {
    try statement.bind(first, status)
    try statement.bind(first + 1, submission)
    try statement.bind(first + 2, sheet)
    try statement.bind(first + 3, row)
    try statement.bind(first + 4, firstReceived)
    try statement.bind(first + 5, states)
  }

  /// Whether six columns hold it.
  func equals(_ row: Prepared, from first: Int) -> Bool {
    row.equals(first, status) && row.optionalInt(first + 1) == submission
      && row.equals(first + 2, sheet) && row.int(first + 3) == self.row
      && row.optionalInt(first + 4) == firstReceived && row.equals(first + 5, states)
  }
}

/// Makes the images of a form's returns.
struct ImageMaker {
  private let returns: Returns
  private let form: Int
  private let items: [Item]
  private let columns: [ItemColumn]
  /// Whether the items are derived from a ledger: some are known of units that keep none, from the rows below them.
  private let isLedger: Bool
  /// Texts of `states` that have been made: a month has few different ones, and most units that of the one before.
  private var known: [[CellState]: String] = [:]
  private var last: (states: [CellState], text: String) = ([], "")

  init(_ record: MonthRecord, form: Int) {
    returns = record.returns
    self.form = form
    items = Array(record.campaign.items[record.campaign.forms[form].items])
    isLedger = record.campaign.forms[form].ledger != nil
    columns = Array(record.returns.columns[record.campaign.forms[form].items])
  }

  /// The image of a unit's return; `nil` where it has none.
  mutating func image(_ unit: Int) throws -> ReturnImage? {
    let status = returns.statuses[form][unit]
    guard let name = status.stored ?? (isLedger && isKnown(unit) ? ReturnStatus.below : nil) else {
      return nil
    }
    let source = returns.sources[form][unit]
    var image = ReturnImage(
      status: name, submission: nil, sheet: "", row: Int(source.row),
      firstReceived: returns.firstReceived[form][unit]?.minutes, states: states(unit, status.unnamedState))
    if source.submission >= 0 {
      let submission = returns.submissions[Int(source.submission)]
      guard submission.arrival > 0 else {
        throw BrokenRule("\(submission.path) counts and is no arrival")
      }
      image.submission = submission.arrival
      let table = Int(source.table)
      if submission.tables.indices.contains(table) { image.sheet = submission.tables[table].sheet }
    }
    return image
  }

  /// Whether anything is known of a unit's items.
  private func isKnown(_ unit: Int) -> Bool {
    columns.contains { $0.states[unit] != .notReported && $0.states[unit] != .notAsked }
  }

  private mutating func states(_ unit: Int, _ unnamed: CellState) -> String {
    var isPlain = true
    for place in items.indices {
      let state = columns[place].states[unit]
      if state != .value, state != unnamed { isPlain = false }
    }
    if isPlain { return "" }
    let states = items.indices.map { place in
      let state = columns[place].states[unit]
      return state == unnamed ? .value : state
    }
    if states == last.states { return last.text }
    if let known = known[states] {
      last = (states, known)
      return known
    }
    let text = items.indices.filter { states[$0] != .value }
      .map { items[$0].id + "=" + states[$0].name }.joined(separator: " ")
    known[states] = text
    last = (states, text)
    return text
  }
}
