import Model

/// What each field of a table's rows holds, and how it is read where it is plain. A class, so that it is not copied for
/// each row.
final class LaneFields {
  /// What a field holds.
  enum Role { case other, number, flag, key, plain, text, month, name }

  struct Field {
    var role: Role
    var isCode = false
    var decimals: UInt8 = 0
    /// The place of the column; -1 for the code, the name and the month, and what is not asked for.
    var place: Int32
  }

  let fields: [Field]
  /// How many columns there are: all places are below.
  let columns: Int
  /// Columns that the sheet lacks, with what is known of their cells.
  let absent: [(place: Int, state: CellState)]
  let delimiter: UInt8
  let decoder: TextDecoder
  let prefix: Int?
  /// The place of the key; -1 for none.
  let keyPlace: Int
  /// The places of the dates by which a row begins and ends.
  let dates: (opened: Int, closed: Int)?
  let cells: FormCells
  let plain: [PlainCells]
  let isUTF8: Bool
  let month: [UInt8]
  /// The month in the lowest bytes of a word, and which bytes these are; no byte where it is longer.
  let monthWord, monthMask: UInt64

  /// The fields of a plan; `nil` where rows of it are not plain. `cells` are those of the plan's form, and `ledger` is
  /// that whose rows they are, if any.
  init?(
    _ plan: HeadingPlan, _ cells: FormCells, _ ledger: Ledger?, delimiter: UInt8, _ decoder: TextDecoder,
    month: [UInt8]
  ) {
    guard let code = plan.code, plan.width > 0 else { return nil }
    var fields = [Field](repeating: Field(role: .other, place: -1), count: plan.width)
    let isLedger = ledger != nil
    for (place, column) in plan.columns.enumerated() where column > 0 {
      fields[column - 1] = LaneFields.field(cells.readers[place].type, place, isLedger: isLedger)
    }
    for (column, role) in [(plan.month, Role.month), (plan.name, .name)] {
      guard let column else { continue }
      guard fields[column].place < 0 else { return nil }
      fields[column].role = role
    }
    fields[code].isCode = true
    self.fields = fields
    columns = plan.columns.count
    absent = plan.columns.indices.filter { plan.columns[$0] == 0 }
      .map { ($0, plan.isAmbiguous[$0] ? .unreadable : .blank) }
    self.cells = cells
    plain = cells.plain
    self.delimiter = delimiter
    self.decoder = decoder
    isUTF8 = decoder.encoding != .gb18030
    self.month = month
    let isShort = month.count <= 8
    monthWord = isShort ? month.reversed().reduce(0) { $0 << 8 | UInt64($1) } : 0
    monthMask = isShort ? UInt64.max >> UInt64(64 - 8 * month.count) : 0
    prefix = plan.prefixLength
    keyPlace = ledger?.key.map { plan.columns[$0] > 0 ? $0 : -1 } ?? -1
    dates = if let opened = ledger?.opened, let closed = ledger?.closed { (opened, closed) } else { nil }
  }

  private static func field(_ type: ItemType, _ place: Int, isLedger: Bool) -> Field {
    let role: Role =
      switch type {
      case .count, .amount: .number
      case .flag: .flag
      case .key: .key
      case .choice, .date: .plain
      // The model has no texts in ledgers.
      case .text: isLedger ? .plain : .text
      }
    return Field(role: role, decimals: UInt8(type.decimals ?? 0), place: Int32(place))
  }
}
