import Model

/// Finds the units of a lane's rows.
struct LaneUnits {
  private let context: ReadingContext
  private let form: FormCells
  private let sender: Int?

  /// Those that keep a form, by its position, of a sender where there is one.
  init(_ context: ReadingContext, form: Int, sender: Int?) {
    self.context = context
    self.form = context.forms[form]
    self.sender = sender
  }

  private var roster: Roster { context.roster }

  /// The places of the form's items that units of a level are not asked for.
  func notAsked(_ level: Int) -> [Int] { form.notAsked[level] }

  /// The unit of a code, and the rank of its level, where a row of it may count; it is likely to be the unit after
  /// `last`.
  func unit(of code: UnitCode, after last: Int) -> (unit: Int, level: Int)? {
    guard let unit = roster.index(of: code, after: last), form.form.expects(unit, in: roster),
      sender.map({ roster.isWithin(unit, $0) }) ?? true
    else { return nil }
    return (unit, roster.units[unit].level)
  }

  /// Whether a cell holds the unit's name, or nothing; where no name is known, whatever is not that of totals.
  func isNamed(_ unit: Int, _ bytes: UnsafeRawBufferPointer, _ cell: Range<Int>, _ decoder: TextDecoder)
    -> Bool
  {
    if cell.isEmpty { return true }
    // The range is within the bytes, which are used during the call only.
    let given = unsafe UnsafeRawBufferPointer(rebasing: bytes[cell])
    let name = roster.units[unit].name.utf8
    guard !name.isEmpty else { return unsafe !TotalName.mayBeOne(given, decoder.encoding) }
    return unsafe Span<UInt8>(_unsafeBytes: given).isSame(as: name.span)
  }
}
