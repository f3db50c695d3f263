import Model
import Synchronization

/// What reading a file needs to know of the campaign and the month; shared by all files.
final class ReadingContext: Sendable {
  let campaign: Campaign
  let roster: Roster
  let headings: HeadingSearch
  /// For each item of ``Campaign/items`` how its cells are read.
  let cells: [CellReader]
  /// For each form how its rows are read.
  let forms: [FormCells]
  /// For each item the levels that fill it.
  let filledBy: [SmallSet]
  /// The month as most files write it.
  let month: [UInt8]
  /// The most answers that are read of a file.
  let mostAnswers: Int
  /// The most cells of ledgers' rows that are read of a file of which rows are kept.
  let mostLedgerCells: Int
  /// Rows of the registry that do not hold in the month, by code.
  let otherMonths: [UnitCode: [RegistryRow]]
  /// The same rows in the order of the registry.
  private let others: [RegistryRow]
  private let registry: Registry
  /// Made when first asked for; names by the unit that they are within, -1 for all.
  private let made = Mutex<(names: [Int: UnitNames], heirs: [UnitCode: Int]?)>(([:], nil))

  /// The campaign is one as files are read by (``Campaign/asRead``); tests read fewer answers and cells.
  init(
    campaign: Campaign, registry: Registry, roster: Roster, mostAnswers: Int? = nil,
    mostLedgerCells: Int = AnswerLimits.ledgerCells
  ) {
    self.campaign = campaign
    self.roster = roster
    self.registry = registry
    headings = HeadingSearch(campaign)
    let cells = campaign.items.map { CellReader($0) }
    self.cells = cells
    forms = campaign.forms.map { FormCells($0, campaign, cells) }
    filledBy = campaign.items.map(\.filledBy)
    month = Array(roster.month.description.utf8)
    self.mostAnswers = mostAnswers ?? AnswerLimits(campaign, roster).file
    self.mostLedgerCells = mostLedgerCells
    others = registry.rows.filter { !$0.holds(in: roster.month) }
    otherMonths = Dictionary(grouping: others, by: \.code)
  }

  /// Some items to name where no heading is found.
  var sampleItems: [String] {
    campaign.forms.lazy.flatMap { self.campaign.items[$0.items] }.prefix(3).map(\.label)
  }

  func named(_ unit: Int) -> NamedUnit {
    NamedUnit(code: roster.units[unit].code, name: roster.units[unit].name)
  }

  /// What else is known of a code that is not in the registry this month.
  func hint(_ code: UnitCode?, name: String, sender: Int?) -> UnitUnknown.Hint {
    if let rows = code.flatMap({ otherMonths[$0] }), let row = nearest(rows) {
      let successor = row.successor.map { code in
        roster.index(of: code).map(named) ?? NamedUnit(code: code, name: "")
      }
      return .otherMonths(from: row.from, to: row.to, successor: successor)
    }
    let same = names(within: sender).named(UnitNames.shaped(name))
    if same.count == 1 { return .sameName(named(same[0])) }
    return .none
  }

  /// The last row before the month, or else the first after it.
  private func nearest(_ rows: [RegistryRow]) -> RegistryRow? {
    let before = rows.filter { $0.from < roster.month }.max { $0.from < $1.from }
    return before ?? rows.min { $0.from < $1.from }
  }

  /// Finds units by what is not their code.
  var search: UnitSearch { UnitSearch(context: self) }

  /// Codes of other months whose unit is one of this month.
  var heirs: [UnitCode: Int] {
    made.withLock { made in
      if let heirs = made.heirs { return heirs }
      let heirs = UnitNames.heirs(roster, registry, others: others)
      made.heirs = heirs
      return heirs
    }
  }

  /// The names of the units within one, or of all.
  func names(within unit: Int?) -> UnitNames {
    if let names = made.withLock({ $0.names[unit ?? -1] }) { return names }
    let range = unit.map { $0..<Int(roster.end[$0]) } ?? roster.units.indices
    let names = UnitNames(range, roster, others: others, heirs: heirs)
    made.withLock { $0.names[unit ?? -1] = names }
    return names
  }

  func candidate(_ unit: Int) -> UnitCandidate {
    let parent = Int(roster.parent[unit])
    return UnitCandidate(unit: named(unit), parent: parent >= 0 ? roster.units[parent].name : "")
  }

  /// The units, those of the sender where there is one, whose names are most like one.
  func alike(_ name: String, sender: Int?) -> [UnitCandidate] {
    // The nearest of a nation's names would say nothing.
    guard let sender, Int(roster.end[sender]) - sender <= 1000 else { return [] }
    let units = sender..<Int(roster.end[sender])
    guard let nearest = Nearest.name(to: name, among: units.map { roster.units[$0].name }) else { return [] }
    return units.filter { roster.units[$0].name == nearest }.prefix(UnitCandidate.most).map(candidate)
  }
}
