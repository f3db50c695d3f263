import Model

/// Puts the files of a ledger together of which each says all of its units: of each unit the latest counts.
///
/// A unit that went into another keeps what it said last, until the other one sends a file of a month in which it is
/// gone.
struct LedgerSnapshot: Sendable {
  private struct Former: Hashable {
    let code: UnitCode
    let unit: Int32
  }

  /// Which file counts, and the unit's place in it; -1 where the file has no row of it.
  private struct Winner {
    var order: LedgerFile.Order
    var part: Int
    var place: Int32

    /// The files of one month say together what there is: one with rows of a unit comes before one without.
    static func < (a: Winner, b: Winner) -> Bool {
      guard a.order.month == b.order.month, (a.place < 0) != (b.place < 0) else { return a.order < b.order }
      return a.place < 0
    }
  }

  let roster: Roster
  private let mode: Ledger.Mode
  private let form: Form
  private let expected: [Bool]
  private var parts: [LedgerPart] = []
  /// For each unit of the roster, then for each unit that went into one of these.
  private var winners: [Winner?]
  private var formers: [Former: Int] = [:]
  private var formerUnits: [Former] = []
  /// For each part the slot of each place, -1 for none; and how many slots it has won.
  private var slots: [[Int32]] = []
  private var won: [Int] = []
  /// The newest file of each unit, or of one that went into it.
  private var newest: [LedgerFile.Order?]
  private var trees: [Int32: LedgerFile] = [:]

  init(_ mode: Ledger.Mode, _ form: Form, _ roster: Roster) {
    self.mode = mode
    self.roster = roster
    self.form = form
    expected = (0..<roster.count).map { form.expects($0, in: roster) }
    winners = Array(repeating: nil, count: roster.count)
    newest = Array(repeating: nil, count: roster.count)
  }

  /// What of a unit of a file is looked at, by itself: its slot; `nil` where no unit of today keeps the ledger for it.
  private mutating func slot(_ unit: Int, _ file: LedgerFile) -> Int? {
    let today = file.today(Int32(unit))
    guard today >= 0, expected[Int(today)] else { return nil }
    let code = file.roster.units[unit].code
    if roster.units[Int(today)].code == code { return Int(today) }
    let former = Former(code: code, unit: today)
    if let known = formers[former] { return known }
    winners.append(nil)
    formerUnits.append(former)
    formers[former] = winners.count - 1
    return winners.count - 1
  }

  private func unit(_ slot: Int) -> Int {
    slot < roster.count ? slot : Int(formerUnits[slot - roster.count].unit)
  }

  mutating func take(_ part: LedgerPart) {
    let (file, order) = (part.file, part.file.order)
    let position = parts.count
    parts.append(part)
    won.append(0)
    trees[order.month] = trees[order.month] ?? file
    var slots: [Int32] = []
    for (place, unit) in part.tally.units.enumerated() {
      let slot = slot(Int(unit), file)
      slots.append(Int32(slot ?? -1))
      if let slot { claim(slot, Winner(order: order, part: position, place: Int32(place))) }
    }
    self.slots.append(slots)
    if mode == .snapshot, let sender = file.sender, file.roster.units.indices.contains(sender) {
      for unit in sender..<Int(file.roster.end[sender]) where form.expects(unit, in: file.roster) {
        if let slot = slot(unit, file) { claim(slot, Winner(order: order, part: position, place: -1)) }
      }
    }
    if won[position] == 0 { parts[position].empty() }
  }

  private mutating func claim(_ slot: Int, _ winner: Winner) {
    let unit = unit(slot)
    newest[unit] = max(newest[unit] ?? winner.order, winner.order)
    if let known = winners[slot] {
      guard known < winner else { return }
      won[known.part] -= 1
      if won[known.part] == 0 { parts[known.part].empty() }
    }
    winners[slot] = winner
    won[winner.part] += 1
  }

  /// Whether what a slot says is still said of its unit: not where the unit's newest file is of a month in which the
  /// slot's own code is gone.
  private func stands(_ slot: Int) -> Bool {
    guard let newest = newest[unit(slot)], let tree = trees[newest.month] else { return false }
    let code = slot < roster.count ? roster.units[slot].code : formerUnits[slot - roster.count].code
    return tree.roster.index(of: code) != nil
  }

  /// Whether every expected unit is kept by files of that month or later.
  func isSettled(before month: Month) -> Bool {
    let first = Int32(month.ordinal)
    for unit in 0..<roster.count where expected[unit] {
      guard let newest = newest[unit], newest.month >= first else { return false }
    }
    for (ordinal, tree) in trees where ordinal >= first {
      for unit in 0..<tree.roster.count where form.expects(unit, in: tree.roster) {
        let today = Int(tree.today(Int32(unit)))
        guard today >= 0, expected[today], newest[today]?.month == ordinal else { continue }
        let code = tree.roster.units[unit].code
        let isSame = roster.units[today].code == code
        let slot = isSame ? today : formers[Former(code: code, unit: Int32(today))]
        guard let slot, let winner = winners[slot], winner.order.month >= first else { return false }
      }
    }
    return true
  }

  /// What counts.
  func standing() -> LedgerStanding {
    var standing = LedgerStanding(count: roster.count)
    var units = slots.map { $0.map { _ in Int32(-1) } }
    for (slot, winner) in winners.enumerated() {
      guard let winner, stands(slot) else { continue }
      let first = winner.place < 0 ? nil : parts[winner.part].tally.firsts[Int(winner.place)]
      standing.note(unit(slot), winner.order, first)
      if winner.place >= 0 { units[winner.part][Int(winner.place)] = Int32(unit(slot)) }
    }
    let inOrder = parts.indices.filter { won[$0] > 0 }.sorted { parts[$0].file.order < parts[$1].file.order }
    standing.pieces = inOrder.map { position in
      LedgerStanding.Piece(
        tally: parts[position].tally, units: units[position],
        submissions: [Int32(parts[position].file.submission)])
    }
    return standing
  }
}
