/// What became of the return that a unit owes for a form.
public enum ReturnStatus: UInt8, Sendable, CaseIterable {
  /// The unit is not expected to report this form in this month.
  case notExpected
  /// Nothing was received.
  case missing
  /// Something was received, and none of it can count.
  case rejected
  /// A return counts.
  case accepted
}

/// Where a unit's return came from.
public struct ReturnSource: Hashable, Sendable {
  /// The position of the file in ``Returns/submissions``; -1 where nothing was received.
  public var submission: Int32
  /// The position of the table in the file's ``Submission/tables``.
  public var table: Int32
  /// The row of the sheet, 1 for the first; 0 where nothing was received.
  public var row: Int32

  /// No source.
  public static let none = ReturnSource(submission: -1, row: 0)

  /// A row of a table of a submission.
  public init(submission: Int32, table: Int32 = 0, row: Int32) {
    self.submission = submission
    self.table = table
    self.row = row
  }
}

/// The month's accepted returns, by column: each item has one value a unit.
public struct Returns: Sendable {
  /// The tree of the month.
  public var roster: Roster
  /// The received files, in the order of their paths.
  public var submissions: [Submission]
  /// For each form the source of each unit's return; for a rejected return, that of the rejected row.
  public var sources: [[ReturnSource]]
  /// For each form the status of each unit.
  public var statuses: [[ReturnStatus]]
  /// For each form, units whose accepted return takes the place of earlier ones, with the time of the first: a
  /// correction does not make a unit late.
  public var firstReceived: [[Int: LocalTime]]
  /// For each form, rows of units that were read and do not count, in the order of paths and rows, at most
  /// ``mostUnused`` a unit. A history does not keep them.
  public var unused: [[Int: [UnusedReturn]]]
  /// For each item of ``Campaign/items`` its column.
  public var columns: [ItemColumn]
  /// What text items say; a text column holds positions in it.
  public var texts: [String]
  /// Of a period, for each item the units whose value lacks a month in which they were asked; empty for an item
  /// that lacks none, and for months. Such a value is added, and does not count as an answer.
  public var incomplete: [[Bool]] = []
  /// What the rows of ledgers say that is to be told, by ledger, unit and kind. A history does not keep it.
  public var facts: [LedgerFact] = []
  /// For each form of a ledger the numbers of the first rows that count of each unit, at most 10, all on the sheet of its
  /// source; empty where none are known. A history does not keep them.
  public var ledgerRows: [Int: [Int: [Int32]]] = [:]

  /// How many rows that do not count are kept of a unit and form.
  public static let mostUnused = 8

  /// A month in which nobody has reported yet.
  public init(roster: Roster, campaign: Campaign, submissions: [Submission]) {
    self.init(roster: roster, campaign: campaign, submissions: submissions, columns: [])
    columns = Returns.columns(of: campaign.items.indices, campaign, roster)
  }

  /// The same with columns that are made elsewhere, as ``columns(of:_:_:)`` makes those of nobody's answers.
  public init(roster: Roster, campaign: Campaign, submissions: [Submission], columns: [ItemColumn]) {
    self.roster = roster
    self.submissions = submissions
    sources = campaign.forms.map { _ in Array(repeating: .none, count: roster.count) }
    firstReceived = campaign.forms.map { _ in [:] }
    unused = campaign.forms.map { _ in [:] }
    statuses = campaign.forms.map { form in
      (0..<roster.count).map { form.expects($0, in: roster) ? .missing : .notExpected }
    }
    self.columns = columns
    texts = []
  }

  /// The columns of some items in a month in which nobody has reported yet.
  public static func columns(of items: Range<Int>, _ campaign: Campaign, _ roster: Roster) -> [ItemColumn] {
    // Most items are filled by the same levels.
    var known: [SmallSet: [CellState]] = [:]
    return items.map { item in
      let filledBy = campaign.items[item].filledBy
      let states =
        known[filledBy] ?? roster.units.map { filledBy.contains($0.level) ? .notReported : .notAsked }
      known[filledBy] = states
      return ItemColumn(states: states)
    }
  }

  /// The units whose value of an item lacks a month; empty where there are none.
  public func incomplete(_ item: Int) -> [Bool] { incomplete.isEmpty ? [] : incomplete[item] }

  /// Whether some unit's value of an item lacks a month.
  public func isIncomplete(_ item: Int) -> Bool { !incomplete(item).isEmpty }

  /// When a unit first sent a return that would have counted; `nil` where it sent none.
  public func firstReceived(form: Int, unit: Int) -> LocalTime? {
    firstReceived[form][unit] ?? received(form: form, unit: unit)
  }

  /// When a unit's accepted or rejected return was received; `nil` where there is none.
  public func received(form: Int, unit: Int) -> LocalTime? {
    let source = sources[form][unit]
    return source.submission >= 0 ? submissions[Int(source.submission)].received : nil
  }
}
