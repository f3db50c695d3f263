import Model

/// The children that rose and fell most.
struct Movers {
  let book: ChangeBook
  let key: SeriesKey
  /// How many names each list has at most.
  private static let longest = 3
  /// The fewest units that a share may be of to count as a mover.
  private static let leastDenominator: Int64 = 5

  private var told: SeriesWords { SeriesWords(key, book.words) }
  private var language: Language { book.words.language }

  /// The sentences; none where nothing moved.
  var sentences: [String] {
    let all = book.edition.roster.children(of: book.edition.unit)
      .filter { !told.isAnswer($0) }.compactMap { book.change($0, key) }
      .filter { $0.value.map { $0.total != 0 } ?? false }
    let small = all.filter(isSmall)
    let large = all.filter { !isSmall($0) }
    var sentences: [String] = []
    if let names = names(sorted(large.filter { total($0) > 0 }, by: >)) {
      let verb = told.indicator.isShare ? "提高" : "增加"
      sentences.append(
        language.pick("\(told.label)\(verb)最多的：\(names)。", "\(told.label), largest rises: \(names)."))
    }
    if let names = names(sorted(large.filter { total($0) < 0 }, by: <)) {
      let verb = told.indicator.isShare ? "降低" : "减少"
      sentences.append(
        language.pick("\(told.label)\(verb)最多的：\(names)。", "\(told.label), largest falls: \(names)."))
    }
    if !small.isEmpty {
      let (names, least) = (book.words.names(small.map(\.unit)), Self.leastDenominator)
      sentences.append(
        language.pick(
          "分母不足\(least)个、一个单位就会引起大幅升降的，不列入以上比较：\(names)。",
          "Not compared, because the share is of fewer than \(least) units: \(names)."))
    }
    return sentences
  }

  private func total(_ change: FigureChange) -> Int64 { change.value?.total ?? 0 }

  /// By how far they moved, equal ones in the order of the tree.
  private func sorted(_ changes: [FigureChange], by isBefore: (Int64, Int64) -> Bool) -> [FigureChange] {
    changes.sorted { a, b in total(a) == total(b) ? a.unit < b.unit : isBefore(total(a), total(b)) }
  }

  private func isSmall(_ change: FigureChange) -> Bool {
    guard told.indicator.isShare else { return false }
    return [change.published, change.current].contains { figure in
      figure?.denominator.map { $0 < Self.leastDenominator } ?? false
    }
  }

  /// The first of sorted changes; of equal ones that do not all find room how many they are.
  private func names(_ changes: [FigureChange]) -> String? {
    guard !changes.isEmpty else { return nil }
    let shown = Array(changes.prefix(Self.longest))
    let text = book.words.join(shown.map(name))
    let last = shown.last.map(total) ?? 0
    let equal = changes.dropFirst(Self.longest).prefix { total($0) == last }.count
    guard equal > 0 else { return text }
    return text
      + language.pick("，另有\(equal)个与最后一个并列", ", and \(equal) more equal to the last")
  }

  /// 清河提高20个百分点（40%→60%，其中实际变化10个）.
  private func name(_ change: FigureChange) -> String {
    let name = book.words.short(change.unit)
    let values = [change.published, change.current].map { told.value($0).map(told.text) ?? "—" }
      .joined(separator: "→")
    let moved = told.moved(total(change))
    var detail = values
    if let value = change.value, value.real != value.total {
      let number = Quotient.text(value.real, decimals: told.indicator.decimals)
      detail +=
        value.real == 0
        ? language.pick("，实际没有变化", ", no real change")
        : language.pick("，实际变化\(told.signed(value.real))", ", real change \(number)")
    }
    return language.pick("\(name)\(moved)（\(detail)）", "\(name) \(moved) (\(detail))")
  }
}

extension SeriesWords {
  /// A part with its sign and measure: +5个, -3人.
  func signed(_ part: Int64) -> String {
    let number = Cell.change(part, decimals: indicator.decimals).text(words.language)
    return number + (indicator.isShare ? words.language.pick("个", "") : changeMeasure)
  }
}
