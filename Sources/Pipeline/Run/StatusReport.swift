import Aggregate
public import Model
import Render

/// Who has reported, and for how long those who have not are in arrears.
public struct StatusReport: Sendable {
  /// How many months are looked back at.
  static let monthsBack = 12

  private let run: MonthRun
  private let arrears: Arrears?

  /// The status of a month; nothing is recorded.
  ///
  /// Throws exit code 66 where nothing is known of the month.
  public static func make(_ workspace: Workspace, _ view: View) async throws(Failure) -> StatusReport {
    let book = try await workspace.book(View(month: nil, asOf: view.asOf, options: view.options))
    let now = view.asOf ?? view.now ?? Clock.now(utcOffset: workspace.campaign.utcOffset)
    let month = try book.workspace.chooseMonth(view.month, now, book.known, fromInbox: view.asOf == nil)
      .month
    let reading = try await book.checked(month)
    let run = try await MonthRun(book.workspace, reading, threads: view.options.threads)
    let known = try book.known.months().filter { $0 < month }.suffix(monthsBack - 1)
    // The checks have looked back at the last of them.
    let older = try await book.returns(of: Array(known.dropLast(MonthBook.monthsBack)))
    let arrears = Arrears(
      campaign: book.workspace.campaign, registry: book.workspace.registry,
      months: older + reading.past + [run.returns])
    return StatusReport(run: run, arrears: arrears)
  }

  /// The unit that a user names, or the top.
  public func unit(_ name: String?) throws(Failure) -> Int { try run.unit(name) }

  /// The month.
  public var month: Month { run.roster.month }

  /// A line a child unit, columns separated by tabs: returns expected, on time, late, missing, rejected, and the
  /// units of which nothing ever counted.
  public func lines(of unit: Int) -> [String] {
    let edition = run.edition(of: unit, isCompared: false)
    let headings = edition.language.pick(
      "应报 按时 逾期 未报 不予采用 从未报送 单位", "expected on-time late missing rejected never unit")
    var lines = [headings.split(separator: " ").joined(separator: "\t")]
    for child in [unit] + run.roster.children(of: unit) {
      let tally = edition.reporting.reduce(into: ReportingTally()) { $0.add($1.total(child)) }
      guard tally.expected > 0 else { continue }
      let found = run.roster.units[child]
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
      run.rolls.flatMap { roll in
        (unit..<Int(run.roster.end[unit])).filter {
          roll.isOpen($0) && arrears?.hasReported(form: roll.form, unit: $0) == false
        }
      })
  }

  /// Whom to call: below the name of each parent its units of which a return is owed and none counts, with how
  /// long that has been so.
  public func missingLines(within unit: Int) -> [String] {
    let (roster, language) = (run.roster, run.campaign.language)
    var byParent: [Int: [String]] = [:]
    var counts: [Int: Set<Int>] = [:]
    for owing in unit..<Int(roster.end[unit]) {
      for roll in run.rolls where roll.isOpen(owing) {
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
    let (found, language) = (run.roster.units[unit], run.campaign.language)
    let months = arrears?.streak(form: roll.form, unit: unit) ?? 1
    let isNew = arrears?.hasReported(form: roll.form, unit: unit) == false
    return [
      found.code.description, found.name, run.campaign.forms[roll.form].title,
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
