import Formula
import Model
import Yams

/// Reads `targets` and `phases`.
struct TargetReader {
  let series: SeriesReader
  private let words: UnitWords
  /// What targets and tasks say of units, each condition once.
  private(set) var conditions: [String] = []
  private var file: ConfigFile { series.file }

  /// The most conditions that there may be: each is a bit of a unit.
  static let mostConditions = 64

  init(series: SeriesReader, words: UnitWords) {
    self.series = series
    self.words = words
  }

  /// The targets; of several of one series only the last may be for all units. Where none says when the work begins,
  /// it begins at `start`.
  mutating func targets(_ maps: [ConfigMap], start: Month?) -> [Target] {
    var found: [Target] = []
    for map in maps {
      guard let target = target(map, start) else { continue }
      if found.contains(where: { $0.key == target.key && $0.condition == nil }) {
        file.report(.duplicate(name(target.key), what: .target), at: map.node)
      } else {
        found.append(target)
      }
    }
    return found
  }

  private mutating func target(_ map: ConfigMap, _ start: Month?) -> Target? {
    let key = series.series(map)
    let label = map.text("label")
    let value = map.number("value", upTo: series.most(key), required: true)
    let from = map.month("from")
    let by = map.month("by", required: true)
    let path = path(map, upTo: series.most(key))
    let condition = condition(map)
    map.finish()
    guard let key, let value, let by else { return nil }
    if let from, by < from, let node = map.node("by") {
      file.report(.disorder(by.description, after: from.description, strictly: false), at: node)
    }
    var last = from.flatMap(\.previous)
    for (point, node) in path {
      if let last, point.month <= last {
        file.report(.disorder(point.month.description, after: last.description, strictly: true), at: node)
      } else if point.month >= by {
        file.report(.disorder(by.description, after: point.month.description, strictly: true), at: node)
      }
      last = point.month
    }
    let first = path.first?.point.month ?? by
    return Target(
      label: label ?? series.indicators[key.indicator].label, key: key, value: value,
      from: from ?? start.flatMap { $0 <= first ? $0 : nil }, by: by, path: path.map(\.point),
      condition: condition)
  }

  /// `where:` as a position in ``conditions``; one that is wrong counts as one more, so that it is the only mistake.
  private mutating func condition(_ map: ConfigMap) -> Int? {
    guard let node = map.node("where") else { return nil }
    let source = file.unitCondition(node, words)?.formula.source ?? ""
    if let known = conditions.firstIndex(of: source) { return known }
    if conditions.count == TargetReader.mostConditions {
      file.report(.tooMany("where", most: TargetReader.mostConditions), at: node)
    }
    conditions.append(source)
    return conditions.count - 1
  }

  /// `path: [{2016-06: 60}, {2016-09: 85}]`.
  private func path(_ map: ConfigMap, upTo most: Int) -> [(point: Target.Point, node: Node)] {
    map.list("path").flatMap { node -> [(point: Target.Point, node: Node)] in
      guard case .mapping(let entries) = node else {
        file.report(.wrongType(key: "path", expected: .mapping), at: node)
        return []
      }
      return entries.compactMap { key, value in
        guard let month = key.scalar.flatMap({ Month($0.string) }) else {
          file.report(.wrongType(key: "path", expected: .month), at: key)
          return nil
        }
        return file.number(value, key: month.description, upTo: most).map { (Target.Point(month, $0), key) }
      }
    }
  }

  /// The phases, in order and apart.
  mutating func phases(_ maps: [ConfigMap]) -> [Phase] {
    var found: [Phase] = []
    for map in maps {
      let id = map.text("id", required: true)
      let label = map.text("label")
      let months = map.months("from", "to", required: true)
      let tasks = map.maps("tasks")
      map.finish()
      guard let id, let months, let to = months.to else {
        for task in tasks { _ = self.task(task, months?.from, nil) }
        continue
      }
      if found.contains(where: { $0.id == id }) {
        file.report(.duplicate(id, what: .phase), at: map.node)
      }
      if let last = found.last?.to, months.from <= last, let node = map.node("from") {
        file.report(.disorder(months.from.description, after: last.description, strictly: true), at: node)
      }
      found.append(
        Phase(
          id: id, label: label ?? id, from: months.from, to: to,
          tasks: tasks.compactMap { task($0, months.from, to) }))
    }
    return found
  }

  private mutating func task(_ map: ConfigMap, _ from: Month?, _ to: Month?) -> Target? {
    let key = series.series(map)
    let label = map.text("label", required: true)
    let value = map.number("value", upTo: series.most(key), required: true)
    let condition = condition(map)
    map.finish()
    guard let key, let label, let value, let to else { return nil }
    return Target(label: label, key: key, value: value, from: from, by: to, condition: condition)
  }

  /// `ID@LEVEL`.
  func name(_ key: SeriesKey) -> String { series.name(key) }
}

extension SeriesReader {
  /// `ID@LEVEL`, as a campaign gives it.
  func name(_ key: SeriesKey) -> String {
    indicators[key.indicator].id + (key.level.map { "@" + levels[$0].id } ?? "")
  }
}
