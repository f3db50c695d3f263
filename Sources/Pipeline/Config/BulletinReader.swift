import Model
import Yams

/// Reads `bulletin`.
struct BulletinReader {
  let levels: Levels
  let indicators: [Indicator]
  let items: [Item]
  let forms: [Form]
  /// The names of sections of the office's own.
  let own: [String]

  func plan(_ map: ConfigMap?) -> BulletinPlan {
    var plan = ranking(map)
    guard let map else { return plan }
    plan.sections = sections(map)
    for entry in map.maps("quotes") {
      guard let quote = quote(entry) else { continue }
      if plan.quotes.contains(where: { $0.item == quote.item }) {
        map.file.report(.duplicate(items[quote.item].id, what: .item), at: entry.node)
      } else {
        plan.quotes.append(quote)
      }
    }
    map.finish()
    return plan
  }

  /// `rank_by: INDICATOR` or `INDICATOR@LEVEL`; without it the first rate at its lowest level.
  private func ranking(_ map: ConfigMap?) -> BulletinPlan {
    guard let map, let node = map.node("rank_by"), let text = map.file.text(node, key: "rank_by") else {
      let first = indicators.firstIndex { indicator in
        if case .rate = indicator.kind { true } else { false }
      }
      return BulletinPlan(rankIndicator: first, rankLevel: nil)
    }
    let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
    let indicator = map.file.position(
      of: parts.first ?? "", at: node, in: indicators.map(\.id), what: .indicator)
    if let indicator, case .composition = indicators[indicator].kind {
      map.file.report(.conflict("rank_by", with: "composition"), at: node)
    }
    guard parts.count > 1 else { return BulletinPlan(rankIndicator: indicator) }
    let counted = indicator.map { indicators[$0].levels.members } ?? Array(levels.all.indices)
    let level = map.file.position(
      of: parts[1], at: node, in: counted.map { levels[$0].id }, what: .level,
      also: counted.map { levels[$0].label })
    return BulletinPlan(rankIndicator: indicator, rankLevel: level.map { counted[$0] })
  }

  /// `sections: [rates, own-cases, notes]`: which there are, in their order.
  private func sections(_ map: ConfigMap) -> [String]? {
    let found = map.distinct("sections", in: SectionKind.allCases.map(\.rawValue) + own, what: .section)
    return found.isEmpty ? nil : found
  }

  /// `{item: problems, label: 存在问题, per_unit: 3, length: 120, levels: [county]}`.
  private func quote(_ map: ConfigMap) -> QuotePlan? {
    let node = map.node("item", required: true)
    let label = map.text("label")
    let perUnit = map.whole("per_unit", in: 1...20) ?? 3
    let length = map.whole("length", in: 20...500) ?? 120
    // Items of ledgers are made of many rows, and no text is.
    let filled = forms.filter { $0.ledger == nil }.flatMap(\.items)
    let item = node.flatMap { node in
      map.file.text(node, key: "item").flatMap {
        map.file.position(of: $0, at: node, in: filled.map { items[$0].id }, what: .item)
      }
    }.map { filled[$0] }
    let asked = map.levels("levels", of: levels, within: item.map { items[$0].filledBy })
    map.finish()
    guard let item, let node else { return nil }
    let found = items[item]
    if found.type != .text { map.file.report(.itemType(found.id, needed: ["text"]), at: node) }
    if found.personal != nil { map.file.report(.conflict("quotes", with: "personal"), at: node) }
    return QuotePlan(
      item: item, label: label ?? found.label, perUnit: perUnit, length: length,
      levels: asked.isEmpty ? found.filledBy : asked)
  }
}
