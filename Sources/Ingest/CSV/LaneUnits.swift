import Model

/// Finds the units of a lane's rows.
struct LaneUnits {
  private let roster: Roster
  private let form: Form
  private let sender: Int?
  /// By the rank of a level the places of the form's items that its units are not asked for.
  let notAsked: [[Int]]

  /// Those that keep a form, of a sender where there is one. All that keep a ledger fill in all of it.
  init(_ context: ReadingContext, form position: Int, sender: Int?) {
    roster = context.roster
    form = context.campaign.forms[position]
    self.sender = sender
    let items = form.items
    let isLedger = form.ledger != nil
    notAsked = (0..<roster.levels.count).map { level in
      isLedger ? [] : items.indices.filter { !context.filledBy[$0].contains(level) }.map { $0 - items.lowerBound }
    }
  }

  /// The unit of a code, and the rank of its level, where a row of it may count; it is likely to be the unit after
  /// `last`.
  func unit(of code: UnitCode, after last: Int) -> (unit: Int, level: Int)? {
    guard let unit = roster.index(of: code, after: last), form.expects(unit, in: roster),
      sender.map({ roster.isWithin(unit, $0) }) ?? true
    else { return nil }
    return (unit, roster.units[unit].level)
  }

  /// Whether a cell holds the unit's name, or nothing; where no name is known, whatever is not that of totals.
  func isNamed(_ unit: Int, _ bytes: UnsafeRawBufferPointer, _ cell: Range<Int>, _ decoder: TextDecoder) -> Bool {
    if cell.isEmpty { return true }
    // The range is within the bytes, which are used during the call only.
    let given = unsafe UnsafeRawBufferPointer(rebasing: bytes[cell])
    let name = roster.units[unit].name.utf8
    guard !name.isEmpty else { return unsafe !TotalName.mayBeOne(given, decoder.encoding) }
    return unsafe given.count == name.count && given.elementsEqual(name)
  }
}
