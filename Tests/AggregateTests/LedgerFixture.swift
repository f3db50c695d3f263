import Model
import TestSupport

@testable import Aggregate

/// A ledger with a bit of everything, and random files of it.
enum LedgerFixture {
  static let choices = ["a", "b", "c"].map { Choice(id: $0, label: $0) }

  static let columns: [Item] = [
    item("no", .key), item("kind", .choice(choices)), item("paid", .flag), item("members", .count),
    item("score", .amount(decimals: 1)), item("since", .date, optional: true),
    item("until", .date, optional: true),
  ]

  static func item(_ id: String, _ type: ItemType, optional: Bool = false) -> Item {
    Item(id: id, label: id, type: type, filledBy: SmallSet([3]), isOptional: optional)
  }

  static let derived: [(String, Derived, ItemType)] =
    Derived.standard.map { ("l." + $0.name, $0.derived, .count) } + [
      ("bs", Derived(.count, where: "kind = 'b'"), .count),
      ("unpaid", Derived(.count, where: "not paid and kind in ('a', 'c')"), .count),
      ("big", Derived(.count, where: "members > 50 or paid"), .count),
      ("sum", Derived(.sum("members")), .count),
      ("scores", Derived(.sum("score * 2"), where: "kind <> 'a'"), .amount(decimals: 1)),
      ("given", Derived(.given("score")), .count),
      ("middle", Derived(.whole(.median, "members")), .amount(decimals: 1)),
      ("least", Derived(.whole(.min, "score"), where: "paid"), .amount(decimals: 1)),
      ("most", Derived(.whole(.max, "members")), .count),
      ("kinds", Derived(.whole(.distinct, "kind")), .count),
    ]

  static func campaign(_ mode: Ledger.Mode, hasKey: Bool = true) throws -> Campaign {
    let items = derived.map { id, derived, type in
      var item = Item(id: id, label: id, type: type, filledBy: SmallSet([3]), isOptional: true)
      if case .whole = derived.kind { (item.overTree, item.filledBy) = (.whole, SmallSet([0, 1, 2, 3])) }
      if case .moved = derived.kind { item.overTime = .sum }
      return item
    }
    var campaign = try Fixture.campaign(items: items, indicators: [], filledBy: [3])
    campaign.forms[0].ledger = 0
    campaign.ledgers = [
      Ledger(
        id: "l", title: "台账", form: 0, mode: mode, columns: columns, key: hasKey ? 0 : nil, opened: 5,
        closed: 6,
        derived: derived.map(\.1), rules: [RowRule(id: "r", formula: "members < 90", levels: SmallSet([3]))])
    ]
    return campaign
  }

  /// A nation of provinces, counties and townships.
  static func roster(_ random: inout SplitMix64, _ month: String = "2016-06") throws -> Roster {
    var rows = ["0 0"]
    for province in 0..<2 {
      rows.append("1\(province) 1 0")
      for county in 0..<Int.random(in: 1...3, using: &random) {
        rows.append("1\(province)\(county) 2 1\(province)")
        for township in 0..<Int.random(in: 1...4, using: &random) {
          rows.append("1\(province)\(county)\(township) 3 1\(province)\(county)")
        }
      }
    }
    return try Fixture.roster(rows, month)
  }

  /// A file with its rows.
  struct Received {
    var file: LedgerFile
    var rows: LedgerRows
  }

  static func files(
    _ roster: Roster, _ months: [Month], count: Int, keys: Int, _ random: inout SplitMix64
  ) -> [Received] {
    let townships = roster.units.indices.filter { roster.units[$0].level == 3 }
    return (0..<count).map { number in
      let sender =
        Int.random(in: 0..<4, using: &random) == 0 ? nil : roster.units.indices.randomElement(using: &random)
      let within = townships.filter { roster.isWithin($0, sender ?? 0) }
      let file = LedgerFile(
        submission: number, month: months.randomElement(using: &random) ?? roster.month,
        received: LocalTime(minutes: Int.random(in: 0..<5, using: &random)), roster: roster, sender: sender,
        units: roster.units.indices.map { Int32($0) })
      var rows = LedgerRows(ledger: 0, table: 0)
      for row in 0..<Int.random(in: 0..<40, using: &random) {
        guard let unit = within.randomElement(using: &random) else { continue }
        rows.units.append(Int32(unit))
        rows.rows.append(Int32(row + 2))
        for column in columns { append(column.type, keys, &rows, &random) }
      }
      return Received(file: file, rows: rows)
    }
  }

  private static func append(
    _ type: ItemType, _ keys: Int, _ rows: inout LedgerRows, _ random: inout SplitMix64
  ) {
    let states: [CellState] = [
      .blank, .notApplicable, .unreadable, .value, .value, .value, .value, .value, .value,
    ]
    let state = states.randomElement(using: &random) ?? .value
    let range: Range<Int64> =
      switch type {
      case .key: 0..<Int64(keys)
      case .choice: 0..<3
      case .flag: 0..<2
      case .date: 16_850..<17_100
      default: 0..<100
      }
    rows.states.append(state)
    rows.values.append(state == .value ? Int64.random(in: range, using: &random) : 0)
  }

  /// The part of a file, read in batches of any size.
  static func part(
    _ plan: LedgerPlan, _ received: Received, _ month: Month, keysOnly: Bool = false,
    _ random: inout SplitMix64
  ) -> LedgerPart {
    var part = LedgerPart(plan, ledger: 0, file: received.file, in: month, keysOnly: keysOnly)
    var start = 0
    let width = columns.count
    while start < received.rows.units.count {
      let end = min(received.rows.units.count, start + Int.random(in: 1...20, using: &random))
      var batch = LedgerRows(ledger: 0, table: 0)
      batch.units = Array(received.rows.units[start..<end])
      batch.rows = Array(received.rows.rows[start..<end])
      batch.values = Array(received.rows.values[(start * width)..<(end * width)])
      batch.states = Array(received.rows.states[(start * width)..<(end * width)])
      part.add(batch)
      start = end
    }
    return part
  }
}
