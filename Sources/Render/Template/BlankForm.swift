public import Model

/// A form to be filled in: the units at and below one that owe it, in the order of the tree. That of a ledger has its
/// columns, and rows of which nothing is known.
public struct BlankForm: Sendable {
  /// The campaign as files are read by.
  public let campaign: Campaign
  /// The position of the form in ``Model/Campaign/forms``.
  public let form: Int
  /// The unit for whom it is made, as an index of the roster.
  public let unit: Int
  /// The tree of the month.
  public let roster: Roster
  /// The units that fill it in, as indices of the roster.
  public let units: [Int]
  /// The items that any of them fills, as positions in ``Model/Campaign/items``.
  public let items: [Int]

  /// The form of a unit; `nil` where no unit at or below it owes the form.
  public init?(campaign: Campaign, form: Int, unit: Int, roster: Roster) {
    let found = campaign.forms[form]
    let units = (unit..<Int(roster.end[unit])).filter { found.expects($0, in: roster) }
    guard !units.isEmpty else { return nil }
    let levels = SmallSet(units.map { roster.units[$0].level })
    self.campaign = campaign.asRead
    self.form = form
    self.unit = unit
    self.roster = roster
    self.units = units
    let campaign = self.campaign
    items = campaign.forms[form].items.filter { !campaign.items[$0].filledBy.intersection(levels).isEmpty }
  }

  /// `FORM-CODE-MONTH`, the name of its file without an ending.
  public var name: String { "\(campaign.forms[form].id)-\(roster.units[unit].code)-\(roster.month)" }

  /// The ledger whose rows are to be filled in; `nil` for a form that has a row a unit.
  var ledger: Ledger? { campaign.forms[form].ledger.map { campaign.ledgers[$0] } }

  /// The rows of a workbook that are laid out for a ledger.
  private static let ledgerRows = 1_000

  /// How many rows are to be filled in.
  var rowCount: Int { ledger == nil ? units.count : BlankForm.ledgerRows }

  /// The headings before those of the items: code, name, month. A row of a ledger has the month of its file, and may
  /// say its unit by one of its columns.
  var fixedHeadings: [String] {
    let all = campaign.language == .zh ? ["单位代码", "单位名称", "月份"] : ["Unit code", "Unit name", "Month"]
    guard let ledger else { return all }
    return ledger.unitPrefix == nil ? Array(all.prefix(2)) : []
  }

  /// The headings: those that are fixed, then the items.
  var headings: [String] { fixedHeadings + items.map { campaign.items[$0].label } }

  /// The cells that are filled in beforehand: code, name, month.
  func fixed(_ unit: Int) -> [String] {
    [roster.units[unit].code.description, roster.units[unit].name, roster.month.description]
  }
}

/// A blank form as CSV.
public enum BlankFormCSV {
  /// The bytes of the file: the headings, and a row a unit with its code, name and month; of a ledger the headings only.
  public static func render(_ form: BlankForm) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(form.headings)
    for unit in form.ledger == nil ? form.units : [] {
      for text in form.fixed(unit) { writer.text(text) }
      for _ in form.items { writer.empty() }
      writer.endRow()
    }
    return writer.bytes
  }
}
