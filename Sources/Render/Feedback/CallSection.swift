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
    let near = missing.filter { $0 == own || Int(roster.parent[$0]) == own }
    var lines = Dictionary(grouping: near, by: { roster.units[$0].level }).sorted { $0.key < $1.key }.map {
      "\(start)\(words.level($0.key))" + line($0.value, form, book, words)
    }
    for child in roster.children(of: own) {
      let below = missing.filter { $0 != child && roster.isWithin($0, child) }
      if !below.isEmpty {
        lines.append(
          start + words.short(child) + words.language.pick("所属", "'s units") + line(below, form, book, words))
      }
    }
    return lines
  }

  /// 3个：东乡（连续2个月）、西乡.
  private static func line(
    _ units: [Int], _ form: FormReporting, _ book: FeedbackBook, _ words: Words
  ) -> String {
    let language = words.language
    let names = units.prefix(Words.longestList).map { unit in
      let months = book.arrears(form.form, unit)
      let often = months > 1 ? language.pick("连续\(months)个月", "\(months) months") : ""
      let rejected = form.punctuality[unit] == .rejected ? Punctuality.rejected.label(language) : ""
      let remarks = [often, rejected].filter { !$0.isEmpty }
      guard !remarks.isEmpty else { return words.short(unit) }
      return words.short(unit)
        + language.pick("（\(remarks.joined(separator: "，"))）", " (\(remarks.joined(separator: ", ")))")
    }
    let shown = words.join(names)
    let rest = units.count > names.count ? language.pick("等", " and others") : ""
    return language.pick("\(units.count)个：\(shown)\(rest)。", ", \(units.count): \(shown)\(rest).")
  }
}
