public import Model

extension Goals {
  /// How a unit and its children stand in a month. `supervision` is made once for all units; without rules it is not
  /// needed.
  public static func make(
    campaign: Campaign, month: MonthFigures, unit: Int, supervision: Supervision?
  ) -> Goals {
    let roster = month.returns.roster
    let units = [unit] + roster.children(of: unit)
    let progress = { (target: Target, units: [Int]) in
      Progress.make(target, campaign: campaign, figures: month.figures, month: roster.month, units: units)
    }
    let targets = campaign.targets.enumerated().map { position, target in
      progress(
        target, units.filter { campaign.target(of: target.key, binding: roster.units[$0]) == position })
    }
    let tasks = { (phase: Int) in
      campaign.phases[phase].tasks.map { task in
        progress(task, units.filter { task.isMet(by: roster.units[$0]) })
      }
    }
    let phase = campaign.phases.firstIndex { $0.holds(roster.month) }
    return Goals(
      targets: targets, phase: phase, tasks: phase.map(tasks) ?? [],
      scores: Scores.make(campaign: campaign, figures: month.figures, roster: roster, of: unit),
      supervision: campaign.supervision.rules.isEmpty ? nil : supervision?.list(within: unit))
  }
}
