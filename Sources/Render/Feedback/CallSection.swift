import Model

/// Whom a unit is to call: its own units that have not reported, and for how long.
enum CallSection {
  static func build(_ book: FeedbackBook, _ words: Words) -> Section? {
    let lists = words.edition.reporting.flatMap { CallSection.lists($0, book, words) }
    guard !lists.isEmpty else { return nil }
    let text = words.language.pick(
      "以下单位本月还没有可用的报表，请联系补报。括号内注明已连续几个月未报、或报来而不予采用。",
      "No usable return of these units has come in; ask them to send one. For how many months it has been missing, and "
        + "whether one was rejected, stands in brackets.")
    return Section(words.language.pick("尚未报送的单位", "Units to call"), [.paragraph(text), .list(lists)])
  }

  /// For each child with missing units a line; those directly below stand in one line a level.
  private static func lists(_ form: FormReporting, _ book: FeedbackBook, _ words: Words) -> [String] {
    let roster = words.edition.roster
    let own = words.edition.unit
    let missing = (own..<Int(roster.end[own])).filter {
      form.punctuality[$0] == .missing || form.punctuality[$0] == .rejected
    }
    guard !missing.isEmpty else { return [] }
    let title = words.edition.campaign.forms[form.form].title
    let start = words.language.pick("《\(title)》", "\(title), ")
    let told = folded(missing, form, roster)
    let near = told.filter { $0.unit == own || Int(roster.parent[$0.unit]) == own }
    var lines = Dictionary(grouping: near, by: { roster.units[$0.unit].level }).sorted { $0.key < $1.key }.map
    {
      "\(start)\(words.level($0.key))" + line($0.value, count: $0.value.count, form, book, words)
    }
    for child in roster.children(of: own) {
      let below = told.filter { $0.unit != child && roster.isWithin($0.unit, child) }
      if !below.isEmpty {
        lines.append(
          start + words.short(child) + words.language.pick("所属", "'s units")
            + line(below, count: below.reduce(0) { $0 + 1 + $1.below }, form, book, words))
      }
    }
    return lines
  }

  /// 3个：东乡（连续2个月）、西乡.
  private static func line(
    _ told: [Missing], count: Int, _ form: FormReporting, _ book: FeedbackBook, _ words: Words
  ) -> String {
    let language = words.language
    let names = told.prefix(Words.longestList).map { missing in
      let (unit, below) = (missing.unit, missing.below)
      let name = words.short(unit) + (below == 0 ? "" : language.pick("及所属\(below)个", " with its \(below)"))
      let months = book.arrears(form.form, unit)
      let often = months > 1 ? language.pick("连续\(months)个月", "\(months) months") : ""
      let rejected = form.punctuality[unit] == .rejected ? Punctuality.rejected.label(language) : ""
      let remarks = [often, rejected].filter { !$0.isEmpty }
      guard !remarks.isEmpty else { return name }
      return name
        + language.pick("（\(remarks.joined(separator: "，"))）", " (\(remarks.joined(separator: ", ")))")
    }
    let shown = words.join(names)
    let rest =
      told.count > names.count
      ? language.pick("等，全部见submissions.csv", " and others; submissions.csv names all") : ""
    return language.pick("\(count)个：\(shown)\(rest)。", ", \(count): \(shown)\(rest).")
  }

  /// A unit that has not reported, with the number of those below that it stands for.
  private struct Missing {
    var unit: Int
    var below: Int
  }

  /// A unit below which nobody has reported either stands for all of them: one call, not twenty.
  private static func folded(_ units: [Int], _ form: FormReporting, _ roster: Roster) -> [Missing] {
    let missing = Set(units)
    var (folded, end): ([Missing], Int) = ([], 0)
    for unit in units where unit >= end {
      let below = (unit + 1)..<max(unit + 1, Int(roster.end[unit]))
      let expected = below.filter { form.punctuality[$0] != .notExpected }
      let isWhole = expected.allSatisfy(missing.contains)
      folded.append(Missing(unit: unit, below: isWhole ? expected.count : 0))
      if isWhole { end = below.upperBound }
    }
    return folded
  }
}
