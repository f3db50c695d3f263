import GRDB
import Model

/// Reads a form's returns of a month back.
struct ReturnsReader {
  private let form: Int
  private let campaign: Campaign
  private let items: Range<Int>
  private var readers: [CellReader?]
  private let places: [String: Int]
  /// The positions of the arrivals in the submissions, by id.
  private let positions: [Int: Int32]
  /// What texts of `states` say: a month has few different ones.
  private var known: [String: [(place: Int, state: CellState)]] = [:]
  /// The unit of the last row.
  private var last = 0

  init(_ campaign: Campaign, form: Int, positions: [Int: Int32]) {
    self.form = form
    self.campaign = campaign
    self.positions = positions
    items = campaign.forms[form].items
    readers = []
    places = Dictionary(
      campaign.items[items].enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { $1 })
  }

  /// Sets all that the form's table says as of an entry.
  mutating func read(_ db: Database, into returns: inout Returns, asOf entry: Int) throws {
    let (id, month) = (campaign.forms[form].id, returns.roster.month)
    guard let table = try ReturnTable(db, form: id, month: month, asOf: entry) else { return }
    let ids = campaign.items[items].map(\.id)
    readers = campaign.items[items].map { item in table.items[item.id].map { CellReader($0, item) } }
    let rows = try Prepared(
      db,
      """
      SELECT \(table.selection(ids)) FROM \(table.name) WHERE month = ? AND entry <= ? ORDER BY unit, entry
      """)
    try rows.bind(1, month.description)
    try rows.bind(2, entry)
    // A unit's rows come oldest first: each takes the place of the one before.
    while try rows.step() {
      guard let code = try rows.code(0), let unit = index(of: code, returns.roster) else { continue }
      try set(unit, rows, &returns)
    }
  }

  /// The position of a unit. Rows come by code, and so do most units of a roster: the next one is tried first.
  private mutating func index(of code: UnitCode, _ roster: Roster) -> Int? {
    if last + 1 < roster.count, roster.units[last + 1].code == code {
      last += 1
      return last
    }
    guard let unit = roster.index(of: code) else { return nil }
    last = unit
    return unit
  }

  private mutating func set(_ unit: Int, _ row: Prepared, _ returns: inout Returns) throws {
    returns.firstReceived[form][unit] = nil
    returns.sources[form][unit] = .none
    let status: ReturnStatus
    if row.equals(2, "accepted") {
      status = .accepted
    } else if row.equals(2, "rejected") {
      status = .rejected
    } else if row.equals(2, ReturnStatus.below) {
      status = campaign.forms[form].expects(unit, in: returns.roster) ? .missing : .notExpected
    } else {
      return clear(unit, &returns)
    }
    returns.statuses[form][unit] = status
    returns.firstReceived[form][unit] = try row.optionalTime(6)
    try setSource(unit, row, &returns)
    setCells(unit, row, status.unnamedState, &returns)
  }

  /// Where the unit's return is gone: as if it had never come.
  private func clear(_ unit: Int, _ returns: inout Returns) {
    let isOwed = campaign.forms[form].expects(unit, in: returns.roster)
    returns.statuses[form][unit] = isOwed ? .missing : .notExpected
    for item in items { returns.columns[item].set(unit, unasked(item, unit, returns) ?? .notReported) }
  }

  /// `.notAsked` where the unit's level does not fill the item.
  private func unasked(_ item: Int, _ unit: Int, _ returns: Returns) -> CellState? {
    campaign.items[item].filledBy.contains(returns.roster.units[unit].level) ? nil : .notAsked
  }

  private func setSource(_ unit: Int, _ row: Prepared, _ returns: inout Returns) throws {
    let place = Int32(try row.count(5))
    guard let id = try row.optionalCount(3), let position = positions[id] else {
      returns.sources[form][unit] = ReturnSource(submission: -1, row: place)
      return
    }
    let submission = Int(position)
    let tables = returns.submissions[submission].tables
    var table = tables.firstIndex { $0.form == form && row.equals(4, $0.sheet) }
    if table == nil {
      table = tables.count
      returns.submissions[submission].tables.append(
        SubmissionTable(sheet: row.text(4), form: form, columns: []))
    }
    returns.sources[form][unit] = ReturnSource(submission: position, table: Int32(table ?? 0), row: place)
  }

  private mutating func setCells(
    _ unit: Int, _ row: Prepared, _ unnamed: CellState, _ returns: inout Returns
  ) {
    for place in readers.indices {
      let item = items.lowerBound + place
      if row.isNull(8 + place) {
        // An item that the reading did not know yet is no question to levels that do not fill it.
        let state = readers[place] == nil ? unasked(item, unit, returns) ?? unnamed : unnamed
        returns.columns[item].set(unit, state)
      } else if let value = readers[place]?.value(row, 8 + place, texts: &returns.texts) {
        returns.columns[item].set(unit, .value, value)
      } else {
        returns.columns[item].set(unit, .unreadable)
      }
    }
    if row.equals(7, "") { return }
    for named in states(row.text(7)) {
      returns.columns[items.lowerBound + named.place].set(unit, named.state)
    }
  }

  private mutating func states(_ text: String) -> [(place: Int, state: CellState)] {
    if let known = known[text] { return known }
    var found: [(place: Int, state: CellState)] = []
    for word in text.split(separator: " ") {
      guard let mark = word.lastIndex(of: "="), let place = places[String(word[..<mark])],
        let state = CellState.named(word[word.index(after: mark)...])
      else { continue }
      found.append((place, state))
    }
    known[text] = found
    return found
  }
}
