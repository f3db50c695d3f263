import Model
import Yams

/// Reads `supervision`.
struct SupervisionReader {
  let series: SeriesReader
  let targets: [Target]
  let forms: [Form]
  /// The codes of the registry; empty where it is not known.
  let units: [UnitCode]
  private var file: ConfigFile { series.file }

  private static let kinds = [
    "below_target", "behind_path", "bottom", "below_parent", "no_progress", "not_reported", "queries_open",
  ]

  init(series: SeriesReader, targets: [Target], forms: [Form], units: [UnitCode]) {
    self.series = series
    self.targets = targets
    self.forms = forms
    self.units = units
  }

  /// The plan; without the key one without rules.
  func read(_ map: ConfigMap?) -> SupervisionPlan {
    guard let map else { return SupervisionPlan() }
    defer { map.finish() }
    var rules: [SupervisionRule] = []
    let maps = map.maps("rules")
    for map in maps {
      guard let rule = rule(map) else { continue }
      if rules.contains(where: { $0.id == rule.id }) {
        file.report(.duplicate(rule.id, what: .rule), at: map.node)
      }
      rules.append(rule)
    }
    return SupervisionPlan(
      rules: rules, least: map.whole("least", in: 1...1_000_000) ?? 5,
      excuses: map.maps("excused").compactMap(excuse))
  }

  private func rule(_ map: ConfigMap) -> SupervisionRule? {
    let id = map.text("id", required: true)
    let label = map.text("label") ?? ""
    let weight = map.option("severity", of: SupervisionRule.Weight.self) ?? .urge
    let level = who(map)
    guard map.node("when", required: true) != nil, let when = map.map("when") else {
      map.finish()
      return nil
    }
    map.finish()
    let condition = condition(when)
    when.finish()
    guard let id, let condition else { return nil }
    return SupervisionRule(id: id, label: label, level: level, condition: condition, weight: weight)
  }

  /// `who: children` or a level.
  private func who(_ map: ConfigMap) -> Int? {
    guard let node = map.node("who"), let name = file.text(node, key: "who"), name != "children" else {
      return nil
    }
    let levels = series.levels.all
    return file.position(
      of: name, at: node, in: levels.map(\.id), what: .level, also: levels.map(\.label) + ["children"])
  }

  private func condition(_ when: ConfigMap) -> SupervisionRule.Condition? {
    let given = SupervisionReader.kinds.filter { when.has($0) }
    for key in SupervisionReader.kinds where !given.contains(key) { _ = when.node(key) }
    guard given.count == 1 else {
      for key in given + ["of", "form"] { _ = when.node(key) }
      file.report(.needsOne(of: SupervisionReader.kinds), at: when.node)
      return nil
    }
    switch given[0] {
    case "below_target": return target(when, "below_target").map { .belowTarget($0) }
    case "behind_path": return target(when, "behind_path").map { .behindPath($0) }
    case "not_reported":
      let months = when.whole("not_reported", in: 1...60)
      let form = when.node("form").flatMap { node in
        file.text(node, key: "form").map { file.position(of: $0, at: node, in: forms.map(\.id), what: .form) }
      }
      return months.map { .notReported(months: $0, form: form ?? nil) }
    case "queries_open": return when.whole("queries_open", in: 1...1_000_000).map { .queriesOpen($0) }
    default: return compared(when, given[0])
    }
  }

  /// The rules about a figure of `of: INDICATOR@LEVEL`.
  private func compared(_ when: ConfigMap, _ kind: String) -> SupervisionRule.Condition? {
    let key = series.series(when, "of")
    switch kind {
    case "bottom":
      let count = when.whole("bottom", in: 1...1_000_000)
      return key.flatMap { key in count.map { .bottom($0, key) } }
    case "below_parent":
      let points = when.number("below_parent", upTo: series.most(key))
      return key.flatMap { key in points.map { .belowParent($0, key) } }
    default:
      let months = when.whole("no_progress", in: 1...60)
      return key.flatMap { key in months.map { .noProgress(months: $0, key) } }
    }
  }

  /// A series that has a target.
  private func target(_ when: ConfigMap, _ key: String) -> SeriesKey? {
    guard let found = series.series(when, key) else { return nil }
    if targets.contains(where: { $0.key == found }) { return found }
    if let node = when.node(key) {
      file.report(
        .unknownName(series.name(found), what: .target, known: targets.map { series.name($0.key) }), at: node)
    }
    return nil
  }

  private func excuse(_ map: ConfigMap) -> Excuse? {
    let node = map.node("unit", required: true)
    let months = map.months("from", "to", required: false)
    let reason = map.text("reason", required: true)
    map.finish()
    guard let node else { return nil }
    guard let code = node.scalar.flatMap({ UnitCode($0.string) }) else {
      file.report(.wrongType(key: "unit", expected: .code), at: node)
      return nil
    }
    if !units.isEmpty, !units.contains(code) {
      file.report(.unknownName(code.description, what: .unit, known: units.map(\.description)), at: node)
    }
    guard let months, let reason else { return nil }
    return Excuse(unit: code, from: months.from, to: months.to, reason: reason)
  }
}
