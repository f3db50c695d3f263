import Model

/// What is said of targets and of the supervision list.
struct GoalWords {
  let words: Words
  private var language: Language { words.language }
  private var campaign: Campaign { words.edition.campaign }

  init(_ words: Words) { self.words = words }

  /// A number of the campaign in the measure of a series: 100%, 66.5%, 20人.
  func text(_ number: FixedNumber, _ told: SeriesWords) -> String {
    let power = Quotient.power(of: 10, FixedNumber.decimals - told.indicator.decimals) ?? 1
    if number.neededDecimals <= told.indicator.decimals {
      return told.text(number.tenThousandths / power)
    }
    return number.description
      + told.text(0).dropFirst(Quotient.text(0, decimals: told.indicator.decimals).count)
  }

  /// How far one printed value is below another: 28个百分点; 不足1个百分点 where they are printed alike.
  func distance(_ lower: Int64, _ higher: Int64, _ told: SeriesWords) -> String {
    guard higher > lower else {
      return language.pick("不足\(told.amount(1))", "less than \(told.amount(1))")
    }
    return told.amount(higher - lower)
  }

  /// A number of the campaign rounded as the series is printed.
  func printed(_ number: FixedNumber, _ told: SeriesWords) -> Int64 {
    number.exact.rounded(decimals: told.indicator.decimals) ?? 0
  }

  /// （适用于“示范”的单位）: for whom a target is, its condition as written; empty where it is for all. A target without
  /// a condition is for the others where its series has several; of a task that does not hold.
  func scope(_ target: Target, isTask: Bool) -> String {
    if let condition = target.condition {
      let source = campaign.unitConditions[condition]
      return language.pick("（适用于“\(source)”的单位）", " (for units where \(source))")
    }
    let isForOthers = !isTask && campaign.targets.contains { $0.key == target.key && $0.condition != nil }
    return isForOthers ? language.pick("（适用于其他单位）", " (for all other units)") : ""
  }

  /// What a rule is about, in words of the campaign or else of the program.
  func rule(_ rule: SupervisionRule) -> String {
    guard rule.label.isEmpty else { return rule.label }
    let label = { (key: SeriesKey) in SeriesWords(key, words).label }
    switch rule.condition {
    case .belowTarget(let key):
      return language.pick("\(label(key))未达目标", "\(label(key)) below its target")
    case .behindPath(let key):
      return language.pick("\(label(key))落后进度", "\(label(key)) behind its path")
    case .bottom(let count, let key):
      return language.pick("\(label(key))居后\(count)位", "\(label(key)): the lowest \(count)")
    case .belowParent(let points, let key):
      let told = SeriesWords(key, words)
      let amount =
        points.description + (told.indicator.isShare ? language.pick("个", " ") : "") + told.changeMeasure
      return language.pick(
        "\(told.label)低于上级\(amount)以上", "\(told.label) \(amount) or more below the unit above")
    case .noProgress(let months, let key):
      return language.pick(
        "\(label(key))\(months)个月没有进展",
        "\(label(key)): no progress in \(months) \(months == 1 ? "month" : "months")")
    case .notReported(let months, _):
      return language.pick(
        "连续\(months)个月以上未报", "no return for \(months) \(months == 1 ? "month" : "months") or more")
    case .queriesOpen(let count):
      return language.pick("待核实的审核意见在\(count)条以上", "\(count) or more open queries")
    }
  }

  /// Why a unit is on the list, with its figures. The series is left out where it has been named.
  func reason(_ listed: Supervised, named: Bool = false) -> String {
    guard let figure = listed.figure else {
      return bare(listed) + often(listed, language.pick("列入名单", " on the list"))
    }
    let told = SeriesWords(SeriesKey(indicator: figure.indicator, level: figure.level), words)
    let value = told.value(figure) ?? 0
    let label = named ? "" : language.pick(told.label, told.label + " ")
    let start = label + told.text(value)
    return start + against(listed.standard, value, told) + often(listed, "")
  }

  private func against(_ standard: Supervised.Standard, _ value: Int64, _ told: SeriesWords) -> String {
    switch standard {
    case .target(let position):
      let target = campaign.targets[position].value
      let gap = distance(value, printed(target, told), told)
      return language.pick(
        "，未达到目标\(text(target, told))，差\(gap)", ", \(gap) below the target of \(text(target, told))")
    case .path(_, let path):
      let gap = distance(value, path, told)
      return language.pick(
        "，本月应达\(told.text(path))，落后\(gap)", ", \(gap) behind the \(told.text(path)) due this month")
    case .bottom(let place, let all):
      return language.pick("，在\(all)个单位中居倒数第\(place)位", ", place \(place) from the end among \(all) units")
    case .parent(let parent):
      let above = told.value(parent) ?? 0
      let gap = distance(value, above, told)
      let name = words.short(parent.unit)
      return language.pick(
        "，低于\(name)\(told.text(above))达\(gap)", ", \(gap) below \(name) with \(told.text(above))")
    case .earlier(let month, let figure):
      let then = told.value(figure) ?? 0
      return value < then
        ? language.pick(
          "，低于\(words.month(month))的\(told.text(then))",
          ", below the \(told.text(then)) of \(words.month(month))")
        : language.pick(
          "，自\(words.month(month))以来没有提高", ", no higher than in \(words.month(month))")
    case .months, .queries: return ""
    }
  }

  private func bare(_ listed: Supervised) -> String {
    switch listed.standard {
    case .months(let months):
      language.pick("已连续\(months)个月未报", "no return for \(months) \(months == 1 ? "month" : "months")")
    case .queries(let count): language.pick("有\(count)条审核意见待核实", "\(count) findings wait for an answer")
    case .target, .path, .bottom, .parent, .earlier: ""
    }
  }

  /// ，连续2个月; nothing where it is the first.
  private func often(_ listed: Supervised, _ suffix: String) -> String {
    guard listed.streak > 1 else { return "" }
    return language.pick("，连续\(listed.streak)个月\(suffix)", ", for \(listed.streak) months in a row\(suffix)")
  }
}
