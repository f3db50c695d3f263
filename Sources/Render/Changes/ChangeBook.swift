import Model

/// The comparison of an edition, laid out for looking up, and its two months in words.
struct ChangeBook {
  let edition: Edition
  let comparison: Comparison
  let words: Words
  /// The series in their order.
  let keys: [SeriesKey]
  private let changes: [Place: FigureChange]

  private struct Place: Hashable {
    var unit: Int
    var key: SeriesKey
  }

  init(_ comparison: Comparison, _ words: Words) {
    self.comparison = comparison
    self.words = words
    edition = words.edition
    var (keys, seen): ([SeriesKey], Set<SeriesKey>) = ([], [])
    for change in comparison.changes where seen.insert(change.key).inserted { keys.append(change.key) }
    self.keys = keys
    changes = Dictionary(
      comparison.changes.map { (Place(unit: $0.unit, key: $0.key), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private var language: Language { words.language }

  /// The change of a unit's figure.
  func change(_ unit: Int, _ key: SeriesKey) -> FigureChange? { changes[Place(unit: unit, key: key)] }

  /// The series of the edition's unit that say something of it: no share of itself alone, none that cannot be.
  var shown: [SeriesKey] {
    keys.filter { key in
      guard let change = change(edition.unit, key), !SeriesWords(key, words).isAnswer(edition.unit) else {
        return false
      }
      return [change.published, change.previous, change.current]
        .contains { $0.map { $0.status != .cannotExist } ?? false }
    }
  }

  /// The series by which children are ranked; the first rate where the campaign names none.
  var rankKey: SeriesKey? {
    guard let indicator = words.rankIndicator else { return nil }
    let found = keys.filter { $0.indicator == indicator }
    return found.last { $0.level == edition.campaign.bulletin.rankLevel } ?? found.last
  }

  /// Whether there are figures, and each is what it was.
  var isStill: Bool {
    !comparison.changes.isEmpty
      && comparison.changes.allSatisfy { change in
        let parts = [change.numerator, change.denominator, change.value].compactMap { $0 }.flatMap(\.all)
        let told = SeriesWords(change.key, words)
        return parts.allSatisfy { $0 == 0 } && told.value(change.published) == told.value(change.current)
      }
  }

  /// Whether a month follows the other at once.
  var isNext: Bool { comparison.earlier.next == comparison.later }

  /// 上月（5月）; 2015年6月 where the months do not follow each other.
  var earlier: String {
    let (earlier, later) = (comparison.earlier, comparison.later)
    guard isNext else { return words.month(earlier) }
    let zh = earlier.year == later.year ? "\(earlier.number)月" : words.month(earlier)
    return language.pick("上月（\(zh)）", "the month before (\(words.month(earlier)))")
  }

  /// The same where it has been said already.
  var earlierAgain: String {
    isNext ? language.pick("上月", "the month before") : words.month(comparison.earlier)
  }

  /// The headings of the columns of the two months.
  var headings: (earlier: String, later: String) {
    let (earlier, later) = (comparison.earlier, comparison.later)
    let isShort = language == .zh && earlier.year == later.year
    let name = { (month: Month) in isShort ? "\(month.number)月" : words.month(month) }
    return (name(earlier), name(later))
  }

  /// Which edition the earlier figures were taken from, where that matters.
  var source: String? {
    let month = words.month(comparison.earlier)
    guard let number = comparison.publication else {
      return language.pick(
        "\(month)未发布过，按现有数据比较。", "\(month) was never published; it is compared as known now.")
    }
    let isRestated = comparison.changes.contains { change in
      let told = SeriesWords(change.key, words)
      return change.numerator?.restated ?? 0 != 0
        || told.value(change.published) != told.value(change.previous)
    }
    guard isRestated else { return nil }
    return language.pick(
      "\(month)的数据发布后有更正，这里按已发布的第\(number)版比较，更正的部分单列为“数据更正”，现有的数注明“现为”。",
      "\(month) has been corrected since. It is compared as published in edition \(number); what was corrected "
        + "is told as \"restated\", and the value known now stands beside it.")
  }
}
