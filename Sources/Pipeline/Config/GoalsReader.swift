import Model
import Yams

/// Reads what the campaign aims at: targets, phases, the supervision list and scores.
struct GoalsReader {
  let top: ConfigMap
  /// Whether the forms are all there: without one of them its indicators would all seem misspelt.
  let isWhole: Bool
  /// The codes of the registry; empty where it is not known.
  let units: [UnitCode]
  let doubts: Doubts

  /// Adds them to a campaign whose indicators have been read.
  func read(into campaign: inout Campaign) {
    guard isWhole else {
      for key in ["targets", "phases", "supervision", "scores"] { _ = top.node(key) }
      return
    }
    let series = SeriesReader(file: top.file, levels: campaign.levels, indicators: campaign.indicators)
    var targets = TargetReader(
      series: series,
      words: UnitWords(
        levels: campaign.levels, groups: campaign.groups, usable: SmallSet(campaign.groups.indices),
        items: campaign.items))
    campaign.phases = targets.phases(top.maps("phases"))
    let maps = top.maps("targets")
    campaign.targets = targets.targets(maps, start: campaign.phases.map(\.from).min())
    campaign.unitConditions = targets.conditions
    if campaign.targets.count < maps.count || top.misspells("targets") { doubts.doubtAll(.target) }
    campaign.supervision = SupervisionReader(
      series: series, targets: campaign.targets, forms: campaign.forms, units: units
    ).read(top.map("supervision"))
    campaign.scores = ScoreReader(series: series).read(top.maps("scores"))
  }
}

/// Reads which series a key speaks of.
struct SeriesReader {
  let file: ConfigFile
  let levels: Levels
  let indicators: [Indicator]

  /// `indicator: ID` and `level: LEVEL`; without a level the lowest that is counted.
  func series(_ map: ConfigMap) -> SeriesKey? {
    let level = map.node("level")
    guard let node = map.node("indicator", required: true), let id = file.text(node, key: "indicator")
    else { return nil }
    return key(
      id, at: node, key: "indicator",
      level.flatMap { node in file.text(node, key: "level").map { ($0, node) } })
  }

  /// `KEY: ID@LEVEL`; without a level the lowest that is counted.
  func series(_ map: ConfigMap, _ key: String) -> SeriesKey? {
    guard let node = map.node(key, required: true), let text = file.text(node, key: key) else { return nil }
    return series(text, at: node, key: key)
  }

  /// `ID@LEVEL` as a text.
  func series(_ text: String, at node: Node, key: String) -> SeriesKey? {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return self.key(parts[0], at: node, key: key, parts.count > 1 ? (parts[1], node) : nil)
  }

  private func key(
    _ id: String, at node: Node, key: String, _ level: (name: String, node: Node)?
  ) -> SeriesKey? {
    guard let indicator = file.position(of: id, at: node, in: indicators.map(\.id), what: .indicator)
    else { return nil }
    let counted: [Int]
    switch indicators[indicator].kind {
    case .rate, .count: counted = indicators[indicator].levels.members
    case .averagePerUnit(_, let level): counted = [level]
    case .total, .ratio, .value: counted = []
    case .composition:
      file.report(.conflict(key, with: "composition"), at: node)
      return nil
    }
    guard let level else { return SeriesKey(indicator: indicator, level: counted.last) }
    guard !counted.isEmpty else {
      file.report(.conflict("level", with: id), at: level.node)
      return nil
    }
    return file.position(
      of: level.name, at: level.node, in: counted.map { levels[$0].id }, what: .level,
      also: counted.map { levels[$0].label }
    ).map { SeriesKey(indicator: indicator, level: counted[$0]) }
  }

  /// The largest number that a target of a series may be.
  func most(_ key: SeriesKey?) -> Int {
    key.map { indicators[$0.indicator].isPercentage } ?? false ? 100 : 999_999_999
  }
}

extension ConfigMap {
  /// A month.
  func month(_ key: String, required: Bool = false) -> Month? {
    guard let node = node(key, required: required) else { return nil }
    if let month = node.scalar.flatMap({ Month($0.string) }) { return month }
    file.report(.wrongType(key: key, expected: .month), at: node)
    return nil
  }

  /// A number from 0 to `most`.
  func number(_ key: String, upTo most: Int, required: Bool = false) -> FixedNumber? {
    node(key, required: required).flatMap { file.number($0, key: key, upTo: most) }
  }

  /// Two months in order; `nil`, with a mistake, where they are not.
  func months(_ first: String, _ last: String, required: Bool) -> (from: Month, to: Month?)? {
    let from = month(first, required: true)
    let to = month(last, required: required)
    guard let from, to != nil || !required else { return nil }
    if let to, to < from, let node = node(last) {
      file.report(.disorder(to.description, after: from.description, strictly: false), at: node)
      return nil
    }
    return (from, to)
  }
}

extension ConfigFile {
  /// A number from 0 to `most`.
  func number(_ node: Node, key: String, upTo most: Int) -> FixedNumber? {
    if let number = node.scalar.flatMap({ FixedNumber($0.string) }), number <= FixedNumber(most) {
      return number
    }
    report(.wrongType(key: key, expected: .number(most: most)), at: node)
    return nil
  }
}
