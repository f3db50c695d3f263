import Model
import Yams

/// Reads `scores`.
struct ScoreReader {
  let series: SeriesReader
  private var file: ConfigFile { series.file }

  init(series: SeriesReader) { self.series = series }

  func read(_ maps: [ConfigMap]) -> [Score] {
    var found: [Score] = []
    for map in maps {
      guard let score = score(map) else { continue }
      if found.contains(where: { $0.id == score.id }) {
        file.report(.duplicate(score.id, what: .score), at: map.node)
      }
      found.append(score)
    }
    return found
  }

  private func score(_ map: ConfigMap) -> Score? {
    let id = map.text("id", required: true)
    let label = map.text("label")
    let decimals = map.whole("decimals", in: 0...4) ?? 1
    let parts = map.maps("score", required: true)
    let components = parts.compactMap(component)
    let sum = components.reduce(0) { $0 + $1.weight }
    if components.count == parts.count, !parts.isEmpty, sum != 100, let node = map.node("score") {
      file.report(.weights(sum), at: node)
    }
    let grades = grades(map)
    let vetoes = map.maps("veto").compactMap { veto($0, grades) }
    map.finish()
    guard let id, !components.isEmpty else { return nil }
    return Score(
      id: id, label: label ?? id, components: components, grades: grades, vetoes: vetoes, decimals: decimals)
  }

  private func component(_ map: ConfigMap) -> Score.Component? {
    let key = series.series(map)
    _ = map.node("weight", required: true)
    let weight = map.whole("weight", in: 1...100)
    map.finish()
    guard let key, let weight else { return nil }
    guard series.indicators[key.indicator].isPercentage else {
      if let node = map.node("indicator") {
        file.report(.conflict("score", with: series.indicators[key.indicator].id), at: node)
      }
      return nil
    }
    return Score.Component(key, weight: weight)
  }

  /// From the best down.
  private func grades(_ map: ConfigMap) -> [Score.Grade] {
    var grades: [Score.Grade] = []
    for map in map.maps("grades") {
      let label = map.text("label", required: true)
      let from = map.number("from", upTo: 100, required: true)
      map.finish()
      guard let label, let from else { continue }
      if grades.contains(where: { $0.label == label || $0.from == from }) {
        file.report(.duplicate(label, what: .grade), at: map.node)
      } else {
        grades.append(Score.Grade(label, from: from))
      }
    }
    return grades.sorted { $0.from > $1.from }
  }

  /// `{when: fund_rate@township < 50, cap: 59, bar: 优, label: …}`.
  private func veto(_ map: ConfigMap, _ grades: [Score.Grade]) -> Score.Veto? {
    let cap = map.number("cap", upTo: 100)
    let bar = map.node("bar").flatMap { node in
      file.text(node, key: "bar").flatMap {
        file.position(of: $0, at: node, in: grades.map(\.label), what: .grade)
      }
    }
    let label = map.text("label")
    let node = map.node("when", required: true)
    let isHarmless = !map.has("cap") && !map.has("bar")
    map.finish()
    if isHarmless { file.report(.needsOne(of: ["cap", "bar"]), at: map.node) }
    guard let node, let text = file.text(node, key: "when"), let parts = comparison(text, at: node) else {
      return nil
    }
    return Score.Veto(
      key: parts.key, relation: parts.relation, number: parts.number, cap: cap,
      bestGrade: bar.map { $0 + 1 }, label: label ?? text)
  }

  private func comparison(
    _ text: String, at node: Node
  ) -> (key: SeriesKey, relation: Score.Relation, number: FixedNumber)? {
    let words = text.replacing("<", with: " < ").replacing(">", with: " > ")
      .replacing("<  =", with: "<=").replacing(">  =", with: ">=")
      .replacing("< =", with: "<=").replacing("> =", with: ">=")
      .split(separator: " ").map(String.init)
    guard words.count == 3, let relation = Score.Relation(rawValue: words[1]) else {
      file.report(.comparison(text), at: node)
      return nil
    }
    guard let key = series.series(words[0], at: node, key: "when") else { return nil }
    guard let number = FixedNumber(words[2]), number <= FixedNumber(series.most(key)) else {
      file.report(.wrongType(key: "when", expected: .number(most: series.most(key))), at: node)
      return nil
    }
    return (key, relation, number)
  }
}
