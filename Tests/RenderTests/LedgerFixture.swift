import Model
import Render

/// The ledgers of ``EditionFixture``: one of branches with all that there is to say, one of cadres with its tables.
enum LedgerFixture {
  static func edition(_ language: Language = .zh) throws -> Edition {
    var edition = try EditionFixture.edition(language)
    edition.campaign.ledgers = ledgers(language, firstItem: edition.campaign.items.count)
    for ledger in edition.campaign.ledgers {
      var form = Form(
        id: ledger.id, title: ledger.title, filledBy: SmallSet([1]), group: nil,
        items: edition.campaign.items.count..<edition.campaign.items.count + ledger.derived.count)
      form.ledger = ledger.form - 1
      edition.campaign.forms.append(form)
      for _ in ledger.derived { edition.campaign.items.append(item(language, edition.campaign.items.count)) }
    }
    edition.ledgers = [try branches(), try cadres()]
    edition.reporting = []
    return edition
  }

  private static func item(_ language: Language, _ place: Int) -> Item {
    Item(
      id: "l\(place)", label: "l\(place)", type: .count, measure: language.pick("人", ""),
      filledBy: SmallSet([1]))
  }

  private static func ledgers(_ language: Language, firstItem: Int) -> [Ledger] {
    let counted = { (count: Int) in [Derived](repeating: Derived(.count), count: count) }
    let pick = { (zh: String, en: String) in language.pick(zh, en) }
    let cells = { (start: Int, count: Int) in Array(firstItem + 1 + start..<firstItem + 1 + start + count) }
    return [
      Ledger(
        id: "branches", title: pick("支部台账", "Branches"), form: 1, columns: [], derived: counted(1)),
      Ledger(
        id: "cadres", title: pick("团干部*台账", "Cadres*"), form: 2, columns: [], derived: counted(15),
        tables: [
          LedgerTable(
            id: "party", label: pick("书记政治面貌", "Party of secretaries"), shape: .shares,
            rows: [pick("共产党员", "Party"), pick("群众|其他", "None|other"), pick("共青团员", "League")],
            columns: [""], cells: cells(0, 3)),
          LedgerTable(
            id: "posts", label: pick("政治面貌与职务", "Party by post"), shape: .cross,
            rows: [pick("共产党员", "Party"), pick("其他", "Other")],
            columns: [pick("书记", "Head"), pick("副书记", "Deputy")], cells: cells(3, 4)),
          LedgerTable(
            id: "ages", label: pick("年龄结构", "Ages"), shape: .pyramid,
            rows: ["20–24", "25–29", "30–34", "35+"],
            columns: [pick("男", "Men"), pick("女", "Women")], cells: cells(7, 8)),
        ]),
    ]
  }

  static func line(
    _ unit: Int, _ kept: Int, of expected: Int, rows: Int64, _ oldest: String?, _ newest: String?,
    _ filled: Int64, of cells: Int64, _ movements: [Int64]? = nil
  ) throws -> LedgerOverview.Line {
    var updated: ClosedRange<Month>?
    if let oldest, let newest {
      updated = try EditionFixture.month(oldest)...EditionFixture.month(newest)
    }
    return LedgerOverview.Line(
      unit: unit, expected: expected, kept: kept, rows: rows, updated: updated, cells: cells, filled: filled,
      movements: movements)
  }

  private static func branches() throws -> LedgerOverview {
    let lines = [
      try line(0, 5, of: 6, rows: 700_123, "2015-11", "2016-06", 963, of: 1000, [120, 35, 4, 3, 699_999]),
      try line(1, 1, of: 1, rows: 100, "2016-06", "2016-06", 200, of: 200, [20, 0, 0, 3, 80]),
      try line(2, 1, of: 1, rows: 10, "2015-11", "2015-11", 180, of: 200, [0, 0, 0, 0, 10]),
      try line(3, 1, of: 1, rows: 300_013, "2016-05", "2016-05", 193, of: 200, [100, 35, 4, 0, 299_909]),
      try line(4, 1, of: 1, rows: 400_000, "2016-06", "2016-06", 190, of: 200, [0, 0, 0, 0, 400_000]),
      try line(5, 1, of: 1, rows: 0, "2016-06", "2016-06", 0, of: 0),
      try line(6, 0, of: 1, rows: 0, nil, nil, 0, of: 0),
    ]
    return LedgerOverview(ledger: 0, lines: lines, tables: [], unkept: [6])
  }

  private static func cadres() throws -> LedgerOverview {
    LedgerOverview(
      ledger: 1, lines: [try line(0, 6, of: 6, rows: 34, "2016-06", "2016-06", 34, of: 34)],
      tables: [
        LedgerOverview.Counts(table: 0, now: [29, 5, 0], before: [110, 27, 0]),
        LedgerOverview.Counts(table: 1, now: [20, 9, 1, 4], before: nil),
        LedgerOverview.Counts(table: 2, now: [1, 2, 20, 10, 1, 0, 0, 0], before: nil),
      ])
  }
}
