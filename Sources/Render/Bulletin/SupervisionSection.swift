import Model

/// 重点督促: who is on the list, rule by rule, with the figures; and who was not judged, and why.
enum SupervisionSection {
  static func build(_ edition: Edition, _ words: Words) -> Section? {
    guard let list = edition.goals?.supervision else { return nil }
    let told = GoalWords(words)
    var blocks: [Block] = []
    for found in list.found where !found.listed.isEmpty {
      let rule = edition.campaign.supervision.rules[found.rule]
      let weight = rule.weight.label(words.language)
      blocks.append(
        .paragraph(
          words.language.pick(
            "\(told.rule(rule))（\(weight)）：\(found.listed.count)个单位。",
            "\(told.rule(rule).capitalised) (\(weight)): \(found.listed.count) \(found.listed.count == 1 ? "unit" : "units")."
          )))
      blocks.append(.list(lines(found, told, words)))
    }
    if blocks.isEmpty {
      blocks.append(
        .paragraph(words.language.pick("本月没有单位列入重点督促名单。", "Nobody is on the supervision list this month.")))
    }
    if let text = leftOut(list, words) { blocks.append(.paragraph(text)) }
    return Section(words.language.pick("重点督促", "Supervision"), blocks)
  }

  private static func lines(
    _ found: SupervisionList.Found, _ told: GoalWords, _ words: Words
  ) -> [String] {
    let shown = found.listed.prefix(Words.longestList).map { listed in
      place(listed.unit, words) + words.language.pick("：", ": ") + told.reason(listed)
        + words.language.pick("。", ".")
    }
    guard found.listed.count > Words.longestList else { return Array(shown) }
    return shown + [
      words.language.pick(
        "等\(found.listed.count)个单位，名单见supervision.csv。",
        "and others, \(found.listed.count) in all; supervision.csv names them.")
    ]
  }

  /// The name; of a unit further down with that of the unit above: 清河·东乡.
  private static func place(_ unit: Int, _ words: Words) -> String {
    let above = Int(words.edition.roster.parent[unit])
    guard above >= 0, above != words.edition.unit else { return words.short(unit) }
    return words.short(above) + words.language.pick("·", ", ") + words.short(unit)
  }

  /// One sentence: who was not judged by one rule or another.
  private static func leftOut(_ list: SupervisionList, _ words: Words) -> String? {
    // A rule that is due for nobody is named itself, and not all whom it will concern.
    let early = list.found.filter { found in
      found.listed.isEmpty && !found.leftOut.isEmpty && found.leftOut.allSatisfy { $0.reason == .notDue }
    }
    let all = list.found.flatMap { found in
      early.contains { $0.rule == found.rule } ? [] : found.leftOut
    }
    let units = { (isMeant: (LeftOut.Reason) -> Bool) in
      Set(all.filter { isMeant($0.reason) }.map(\.unit)).sorted()
    }
    let least = words.edition.campaign.supervision.least
    var parts: [String] = []
    func add(_ units: [Int], _ zh: String, _ en: String) {
      guard !units.isEmpty else { return }
      parts.append(words.language.pick("\(zh)：\(words.names(units))", "\(en): \(words.names(units))"))
    }
    add(units { $0 == .small }, "分母不足\(least)个单位的", "shares of fewer than \(least) units")
    for (position, excuse) in words.edition.campaign.supervision.excuses.enumerated() {
      add(units { $0 == .excused(position) }, "经批准不列入的（\(excuse.reason)）", "excused (\(excuse.reason))")
    }
    add(units { $0 == .cannotTell }, "未报齐、尚难判断的", "answers are missing, so that it cannot be told")
    add(units { $0 == .notDue }, "未到时间或月份不足的", "not due yet, or too few months known")
    let rules = early.map { GoalWords(words).rule(words.edition.campaign.supervision.rules[$0.rule]) }
    if !rules.isEmpty {
      let names = words.join(rules)
      parts.append(words.language.pick("本月都未到时间的规则：\(names)", "rules that are due for nobody: \(names)"))
    }
    guard !parts.isEmpty else { return nil }
    return words.language.pick(
      "以下情况不作判断。" + parts.joined(separator: "；") + "。",
      "Not judged by one rule or another. " + parts.joined(separator: "; ").capitalised + ".")
  }
}
