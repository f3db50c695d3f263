public import Model

/// The months of a period made one: its returns are read as those of a month.
///
/// The tree is that of the period's last month, and the units of earlier months are followed to it. Each item
/// is combined as its ``Model/Item/overTime`` says. A value that is added over the months, and lacks one in which the
/// unit was asked, is in ``Model/Returns/incomplete``: it is added, and does not count as an answer.
public struct PeriodReturns: Sendable {
  /// The period.
  public let period: Period
  /// The combined returns.
  public let returns: Returns
  /// How many cells add up to more than 64 bits hold; they are unreadable.
  public let overflows: Int
  /// How many returns of earlier months counted whose unit is followed by none: they are not in the period.
  public let unfollowed: Int
  /// For each month and form how many units expected and received, at and below each unit of the tree.
  private let coverages: [MonthCoverage]

  struct MonthCoverage: Sendable {
    let month: Month
    let isPresent: Bool
    let forms: [(form: Int, expected: [Int32], received: [Int32])]
  }

  /// Combines the months at hand, ascending; those of the period that are not among them count as months in
  /// which nobody reported. `roster` is the tree of the period's last month.
  public static func combine(
    campaign: Campaign, registry: Registry, period: Period, months: [Returns], roster: Roster
  ) -> PeriodReturns {
    let steps = period.months.map { month in
      PeriodStep(
        month, months.first { $0.roster.month == month }, campaign: campaign, registry: registry,
        roster: roster)
    }
    var builder = PeriodBuilder(campaign: campaign, roster: roster, steps: steps)
    for form in campaign.forms.indices { builder.addForm(form) }
    for item in campaign.items.indices { builder.addItem(item) }
    return PeriodReturns(
      period: period, returns: builder.finished(), overflows: builder.overflows,
      unfollowed: steps.reduce(0) { $0 + $1.unfollowed },
      coverages: steps.map { $0.coverage(roster) })
  }

  /// The months of the period, monthly form by form: how many of the units that are now at or below one were expected
  /// to report, and how many did. Months that are not at hand are there as well.
  public func coverage(of unit: Int) -> [PeriodCoverage] {
    coverages.flatMap { month in
      month.forms.map { counts in
        PeriodCoverage(
          month: month.month, form: counts.form, isPresent: month.isPresent,
          expected: Int(counts.expected[unit]), received: Int(counts.received[unit]))
      }
    }
  }
}

/// Who reported one form in one month of a period.
public struct PeriodCoverage: Hashable, Sendable {
  /// The month.
  public var month: Month
  /// The position of the form in ``Model/Campaign/forms``.
  public var form: Int
  /// Whether the month is at hand at all.
  public var isPresent: Bool
  /// Units that owed the form.
  public var expected: Int
  /// Of these, units whose return counts.
  public var received: Int
}
