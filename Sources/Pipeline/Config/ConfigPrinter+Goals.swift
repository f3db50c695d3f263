import Model
import Yams

extension ConfigPrinter {
  /// Targets, phases, the supervision list and scores; nothing of what a campaign does not have.
  static func goals(_ campaign: Campaign) -> [(String, Node)] {
    var entries: [(String, Node)] = []
    let list = { (nodes: [Node]) in Node.sequence(Node.Sequence(nodes)) }
    if !campaign.targets.isEmpty {
      entries.append(("targets", list(campaign.targets.map { target($0, campaign) })))
    }
    if !campaign.phases.isEmpty {
      entries.append(("phases", list(campaign.phases.map { phase($0, campaign) })))
    }
    if campaign.supervision != SupervisionPlan() {
      entries.append(("supervision", supervision(campaign.supervision, campaign)))
    }
    if !campaign.scores.isEmpty {
      entries.append(("scores", list(campaign.scores.map { score($0, campaign) })))
    }
    return entries
  }

  private static func series(_ key: SeriesKey, _ campaign: Campaign) -> [(String, Node)] {
    [("indicator", text(campaign.indicators[key.indicator].id))]
      + (key.level.map { [("level", text(campaign.levels[$0].id))] } ?? [])
  }

  private static func name(_ key: SeriesKey, _ campaign: Campaign) -> String {
    campaign.indicators[key.indicator].id + (key.level.map { "@" + campaign.levels[$0].id } ?? "")
  }

  private static func target(_ target: Target, _ campaign: Campaign) -> Node {
    var entries = [("label", text(target.label))] + series(target.key, campaign)
    entries.append(("value", plain(target.value.description)))
    if let from = target.from { entries.append(("from", text(from.description))) }
    entries.append(("by", text(target.by.description)))
    let path = target.path.map { map([($0.month.description, plain($0.value.description))]) }
    if !path.isEmpty { entries.append(("path", .sequence(Node.Sequence(path)))) }
    return map(entries + condition(target, campaign))
  }

  private static func condition(_ target: Target, _ campaign: Campaign) -> [(String, Node)] {
    target.condition.map { [("where", text(campaign.unitConditions[$0]))] } ?? []
  }

  private static func phase(_ phase: Phase, _ campaign: Campaign) -> Node {
    let tasks = phase.tasks.map { task in
      map(
        [("label", text(task.label))] + series(task.key, campaign)
          + [("value", plain(task.value.description))] + condition(task, campaign))
    }
    return map([
      ("id", text(phase.id)), ("label", text(phase.label)), ("from", text(phase.from.description)),
      ("to", text(phase.to.description)), ("tasks", .sequence(Node.Sequence(tasks))),
    ])
  }

  private static func supervision(_ plan: SupervisionPlan, _ campaign: Campaign) -> Node {
    let rules = plan.rules.map { rule in
      map([
        ("id", text(rule.id)), ("label", text(rule.label)),
        ("who", text(rule.level.map { campaign.levels[$0].id } ?? "children")),
        ("when", map(condition(rule.condition, campaign))), ("severity", text(rule.weight.rawValue)),
      ])
    }
    let excuses = plan.excuses.map { excuse in
      map(
        [("unit", text(excuse.unit.description)), ("from", text(excuse.from.description))]
          + (excuse.to.map { [("to", text($0.description))] } ?? []) + [("reason", text(excuse.reason))])
    }
    return map([
      ("least", number(plan.least)), ("excused", .sequence(Node.Sequence(excuses))),
      ("rules", .sequence(Node.Sequence(rules))),
    ])
  }

  private static func condition(
    _ condition: SupervisionRule.Condition, _ campaign: Campaign
  ) -> [(String, Node)] {
    let of = condition.key.map { [("of", text(name($0, campaign)))] } ?? []
    switch condition {
    case .belowTarget(let key): return [("below_target", text(name(key, campaign)))]
    case .behindPath(let key): return [("behind_path", text(name(key, campaign)))]
    case .bottom(let count, _): return [("bottom", number(count))] + of
    case .belowParent(let points, _): return [("below_parent", plain(points.description))] + of
    case .noProgress(let months, _): return [("no_progress", number(months))] + of
    case .notReported(let months, let form):
      return [("not_reported", number(months))] + (form.map { [("form", text(campaign.forms[$0].id))] } ?? [])
    case .queriesOpen(let count): return [("queries_open", number(count))]
    }
  }

  private static func score(_ score: Score, _ campaign: Campaign) -> Node {
    let parts = score.components.map { map(series($0.key, campaign) + [("weight", number($0.weight))]) }
    let grades = score.grades.map {
      map([("label", text($0.label)), ("from", plain($0.from.description))])
    }
    let vetoes = score.vetoes.map { veto in
      let when = "\(name(veto.key, campaign)) \(veto.relation.rawValue) \(veto.number)"
      return map(
        [("when", text(when))] + (veto.cap.map { [("cap", plain($0.description))] } ?? [])
          + (veto.bestGrade.map { [("bar", text(score.grades[$0 - 1].label))] } ?? [])
          + [("label", text(veto.label))])
    }
    return map([
      ("id", text(score.id)), ("label", text(score.label)), ("score", .sequence(Node.Sequence(parts))),
      ("grades", .sequence(Node.Sequence(grades))), ("veto", .sequence(Node.Sequence(vetoes))),
      ("decimals", number(score.decimals)),
    ])
  }
}
