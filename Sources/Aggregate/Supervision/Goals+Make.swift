public import Model

extension Goals {
  /// How a unit and its children stand in a month. `supervision` is made once for all units; without rules it is not
  /// needed.
  public static func make(
    campaign: Campaign, month: MonthFigures, unit: Int, supervision: Supervision?
  ) -> Goals {
    let roster = month.returns.roster
    let units = [unit] + roster.children(of: unit)
    let progress = { (target: Target) in
      Progress.make(target, campaign: campaign, figures: month.figures, month: roster.month, units: units)
    }
    let phase = campaign.phases.firstIndex { $0.holds(roster.month) }
    return Goals(
      targets: campaign.targets.map(progress), phase: phase,
      tasks: phase.map { campaign.phases[$0].tasks.map(progress) } ?? [],
      scores: Scores.make(campaign: campaign, figures: month.figures, roster: roster, of: unit),
      supervision: campaign.supervision.rules.isEmpty ? nil : supervision?.list(within: unit))
  }
}
