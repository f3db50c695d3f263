import Aggregate
public import Model
import Render

/// Who has reported, and for how long those who have not are in arrears.
public struct StatusReport: Sendable {
  /// How many months are looked back at.
  static let monthsBack = 12

  private let campaign: Campaign
  private let roster: Roster
  private let rolls: [ReportingRoll]
  private let arrears: Arrears?

  /// The status of a month; nothing is recorded. Which returns count depends on their month alone, so that it is not set
  /// beside others, nor added up.
  ///
  /// Throws exit code 66 where nothing is known of the month, and 78 where the registry has no unit in it.
  public static func make(_ workspace: Workspace, _ view: View) async throws(Failure) -> StatusReport {
    let book = try await workspace.book(View(month: nil, asOf: view.asOf, options: view.options))
    let (workspace, campaign) = (book.workspace, book.workspace.campaign)
    let now = view.asOf ?? view.now ?? Clock.now(utcOffset: campaign.utcOffset)
    let month = try workspace.chooseMonth(view.month, now, book.known, fromInbox: view.asOf == nil).month
    let returns = try await book.reading(month).returns
    try MonthRun.requireUnits(returns.roster, campaign.language)
    let earlier = try book.known.months().filter { $0 < month }.suffix(monthsBack - 1)
    let months = try await book.returns(of: Array(earlier)) + [returns]
    return StatusReport(
      campaign: campaign, roster: returns.roster,
      rolls: [ReportingRoll](campaign, returns),
      arrears: Arrears(campaign: campaign, registry: workspace.registry, months: months))
  }

  /// The unit that a user names, or the top.
  public func unit(_ name: String?) throws(Failure) -> Int {
    try UnitFinder.findOrTop(name, in: roster, campaign.language)
  }

  /// The month.
  public var month: Month { roster.month }

  /// A line a child unit, columns separated by tabs: returns expected, on time, late, missing, rejected, and the
  /// units of which nothing ever counted.
  public func lines(of unit: Int) -> [String] {
    let headings = campaign.language.pick(
      "应报 按时 逾期 未报 不予采用 从未报送 单位", "expected on-time late missing rejected never unit")
    var lines = [headings.split(separator: " ").joined(separator: "\t")]
    for child in [unit] + roster.children(of: unit) {
      let tally = rolls.tally(of: child)
      guard tally.expected > 0 else { continue }
      let found = roster.units[child]
      let numbers = [
        tally.expected, tally.onTime, tally.late, tally.missing, tally.rejected, never(within: child).count,
      ]
      lines.append((numbers.map(String.init) + ["\(found.code) \(found.name)"]).joined(separator: "\t"))
    }
    return lines
  }

  /// The units within one that owe a return and of which none has counted in any month.
  private func never(within unit: Int) -> Set<Int> {
    Set(
      rolls.flatMap { roll in
        (unit..<Int(roster.end[unit])).filter {
          roll.isOpen($0) && arrears?.hasReported(form: roll.form, unit: $0) == false
        }
      })
  }

  /// Whom to call: below the name of each parent its units of which a return is owed and none counts, with how
  /// long that has been so.
  public func missingLines(within unit: Int) -> [String] {
    let language = campaign.language
    var byParent: [Int: [String]] = [:]
    var counts: [Int: Set<Int>] = [:]
    for owing in unit..<Int(roster.end[unit]) {
      for roll in rolls where roll.isOpen(owing) {
        let parent = Int(roster.parent[owing])
        byParent[parent, default: []].append("\t" + line(owing, roll).joined(separator: "\t"))
        counts[parent, default: []].insert(owing)
      }
    }
    return byParent.sorted { $0.key < $1.key }.flatMap { parent, lines in
      let names = parent < 0 ? [] : roster.path(to: parent).map { roster.units[$0].name }
      let count = counts[parent]?.count ?? 0
      let heading = names.isEmpty ? language.pick("顶层", "the top") : names.joined(separator: " ")
      return ["\(heading)\t" + language.pick("\(count)个", "\(count)")] + lines
    }
  }

  private func line(_ unit: Int, _ roll: ReportingRoll) -> [String] {
    let (found, language) = (roster.units[unit], campaign.language)
    let months = arrears?.streak(form: roll.form, unit: unit) ?? 1
    let isNew = arrears?.hasReported(form: roll.form, unit: unit) == false
    return [
      found.code.description, found.name, campaign.forms[roll.form].title,
      roll.punctuality[unit].label(language),
      language.pick("已欠\(months)个月", "\(months) \(months == 1 ? "month" : "months")"),
      isNew ? language.pick("从未报送", "never reported") : "",
    ]
  }
}

extension ReportingRoll {
  /// Whether a unit owes the form and no return of it counts.
  fileprivate func isOpen(_ unit: Int) -> Bool {
    punctuality[unit] == .missing || punctuality[unit] == .rejected
  }
}
