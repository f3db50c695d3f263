import Model

/// What moved, in sentences for somebody who reads nothing else.
struct ChangeSentences {
  let book: ChangeBook

  private var words: Words { book.words }
  private var language: Language { book.words.language }

  /// A paragraph for each rate, its levels one after another; one sentence where nothing moved.
  var opening: [String] {
    if book.isStill {
      return [
        language.pick(
          "与\(book.earlier)相比，各项数据均无变化。", "Compared with \(book.earlier), no figure has changed.")
      ]
    }
    let rates = book.shown.filter { words.edition.campaign.indicators[$0.indicator].isRate }
    let changes = rates.compactMap { book.change(book.edition.unit, $0) }
    if let unmoved = unmoved(changes) { return [unmoved] }
    var isFirst = true
    var paragraphs: [Int: [String]] = [:]
    for change in changes {
      guard let clause = clause(change, book: isFirst ? book.earlier : book.earlierAgain) else { continue }
      paragraphs[change.key.indicator, default: []].append(clause)
      isFirst = false
    }
    return paragraphs.sorted { $0.key < $1.key }.map {
      $0.value.joined(separator: language.pick("；", "; ")) + language.pick("。", ".")
    }
  }

  /// How many rates have a sentence each where none moved.
  private static let fewRates = 3

  /// One sentence for many rates of which none moved, by their names: shares of a whole and sums may have moved.
  private func unmoved(_ changes: [FigureChange]) -> String? {
    guard changes.allSatisfy({ $0.value.map { $0.all.allSatisfy { $0 == 0 } } ?? false }) else { return nil }
    var labels: [String] = []
    for change in changes {
      let label = words.edition.campaign.indicators[change.key.indicator].label
      if !labels.contains(label) { labels.append(label) }
    }
    let (count, named) = (labels.count, words.join(Array(labels.prefix(ChangeSentences.fewRates))))
    guard count > ChangeSentences.fewRates else { return nil }
    return language.pick(
      "\(named)等\(count)项均与\(book.earlier)持平。",
      "As in \(book.earlier): \(named) and \(count - ChangeSentences.fewRates) more.")
  }

  /// 乡镇动员会召开率68%，比上月（5月）提高6个百分点，其中实际变化5个、新报送2个、名录调整-1个.
  private func clause(_ change: FigureChange, book earlier: String) -> String? {
    let told = SeriesWords(change.key, words)
    let before = told.value(change.published).map(told.text)
    guard let now = told.value(change.current).map(told.text) else {
      return before.map {
        language.pick(
          "\(told.label)本月没有数据（\(earlier)为\($0)）", "\(told.label): no data (\($0) in \(earlier))")
      }
    }
    let start = language.pick(told.label + now, "\(told.label): \(now)")
    guard let before else {
      return start
        + language.pick("，\(earlier)没有数据，不作比较", ", not compared: there is no data for \(earlier)")
    }
    guard let value = change.value else {
      return start + language.pick("（\(earlier)为\(before)）", " (\(before) in \(earlier))")
    }
    if value.total == 0 {
      return start + language.pick("，与\(earlier)持平", ", as in \(earlier)") + balance(value, told)
    }
    return start
      + language.pick(
        "，比\(earlier)\(told.moved(value.total))", ", \(told.moved(value.total)) from \(earlier)")
      + because(value, told)
  }

  /// The parts that are not zero, the real one first; with a sign before what is added where `signed`.
  private func parts(_ value: ChangeParts, _ told: SeriesWords, signed: Bool) -> [String] {
    ChangeWords.told(value).filter { $0.amount != 0 }.map { kind, amount in
      let sign = signed && amount > 0 ? "+" : ""
      let number = sign + Quotient.text(amount, decimals: told.indicator.decimals)
      let measure = told.indicator.isShare ? "个" : told.changeMeasure
      return language.pick("\(kind.label(language))\(number)\(measure)", "\(kind.label(language)) \(number)")
    }
  }

  private func because(_ value: ChangeParts, _ told: SeriesWords) -> String {
    let moved = ChangeWords.told(value).filter { $0.amount != 0 }
    if moved.count == 1, let kind = moved.first?.kind { return kind.alone(language) }
    let parts = words.join(parts(value, told, signed: language == .en || value.total < 0))
    return language.pick("，其中\(parts)", " (\(parts))")
  }

  /// What outweighs each other where the value stayed.
  private func balance(_ value: ChangeParts, _ told: SeriesWords) -> String {
    let parts = parts(value, told, signed: true)
    guard !parts.isEmpty else { return "" }
    return language.pick("（\(words.join(parts))，互相抵消）", " (\(words.join(parts)), which cancel out)")
  }
}
