import Model

/// 重点督促: who is on the list, rule by rule, with the figures; and who was not judged, and why.
enum SupervisionSection {
  /// How many units of a rule stand in the bulletin; supervision.csv has all.
  static let longest = 20
  /// Up to so many that were not judged are named, more are counted.
  private static let longestLeftOut = 10

  static func build(_ edition: Edition, _ words: Words) -> Section? {
    // Below a township there is nobody to be on the list.
    guard let list = edition.goals?.supervision, !edition.roster.children(of: edition.unit).isEmpty else {
      return nil
    }
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

  /// The worst by name, the others by where they are.
  private static func lines(
    _ found: SupervisionList.Found, _ told: GoalWords, _ words: Words
  ) -> [String] {
    // A label of the program names the series already.
    let isNamed = words.edition.campaign.supervision.rules[found.rule].label.isEmpty
    let shown = found.listed.prefix(longest).map { listed in
      words.place(listed.unit) + words.language.pick("：", ": ") + told.reason(listed, named: isNamed)
        + words.language.pick("。", ".")
    }
    let rest = found.listed.dropFirst(longest).map(\.unit)
    guard !rest.isEmpty else { return shown }
    let spread = words.spread(rest.sorted())
    return shown + [
      words.language.pick(
        "其余\(rest.count)个：\(spread)，逐个见supervision.csv。",
        "\(rest.count) more (\(spread)): see supervision.csv.")
    ]
  }

  /// One sentence: who was not judged by one rule or another.
  private static func leftOut(_ list: SupervisionList, _ words: Words) -> String? {
    // A rule that is due for nobody is named itself, and not all whom it will concern.
    let early = list.found.filter { found in
      let count = found.leftOut.count { $0.reason == .notDue }
      return found.listed.isEmpty && count > 0 && count * 2 >= found.leftOut.count
    }
    let all = list.found.flatMap { found in
      early.contains { $0.rule == found.rule } ? [] : found.leftOut
    }
    let units = { (isMeant: (LeftOut.Reason) -> Bool) in
      Set(all.filter { isMeant($0.reason) }.map(\.unit)).sorted()
    }
    let least = words.edition.campaign.supervision.least
    var parts: [String] = []
    var isCut = false
    func add(_ units: [Int], _ zh: String, _ en: String) {
      guard !units.isEmpty else { return }
      isCut = isCut || units.count > longestLeftOut
      let who = who(units, words)
      parts.append(words.language.pick("\(zh)：\(who)", "\(en): \(who)"))
    }
    add(units { $0 == .small }, "分母不足\(least)个单位的", "shares of fewer than \(least) units")
    for (position, excuse) in words.edition.campaign.supervision.excuses.enumerated() {
      let found = excused(excuse, units { $0 == .excused(position) }, words)
      add(found, "经批准不列入的（\(excuse.reason)）", "excused (\(excuse.reason))")
    }
    add(units { $0 == .cannotTell }, "未报齐、尚难判断的", "answers are missing, so that it cannot be told")
    add(units { $0 == .notDue }, "未到时间或月份不足的", "not due yet, or too few months known")
    let rules = early.map { GoalWords(words).rule(words.edition.campaign.supervision.rules[$0.rule]) }
    if !rules.isEmpty {
      let names = words.join(rules)
      parts.append(
        words.language.pick("本月未到时间或月份不足的规则：\(names)", "rules that are due for nobody: \(names)"))
    }
    guard !parts.isEmpty else { return nil }
    return words.language.pick(
      "以下情况不作判断。" + parts.joined(separator: "；") + (isCut ? "。名单见supervision.csv。" : "。"),
      "Not judged by one rule or another. " + parts.joined(separator: "; ").capitalised
        + (isCut ? ". supervision.csv names them." : "."))
  }

  /// The unit that is excused in place of all those below it, where it is one of the bulletin's own.
  private static func excused(_ excuse: Excuse, _ units: [Int], _ words: Words) -> [Int] {
    let roster = words.edition.roster
    guard !units.isEmpty, let unit = roster.index(of: excuse.unit), unit != words.edition.unit,
      roster.isWithin(unit, words.edition.unit)
    else { return units }
    return [unit]
  }

  /// The names of a few; of many how many they are: 省8个、县170个.
  private static func who(_ units: [Int], _ words: Words) -> String {
    guard units.count > longestLeftOut else { return words.join(units.map(words.place)) }
    let levels = Dictionary(grouping: units) { words.edition.roster.units[$0].level }
    return words.join(
      levels.sorted { $0.key < $1.key }.map { level, units in
        words.language.pick("\(words.level(level))\(units.count)个", "\(words.level(level)) \(units.count)")
      })
  }
}
