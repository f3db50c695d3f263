import Model

/// The measure that a heading gives in brackets at its end: 工作经费（万元）.
enum HeadingMeasure {
  /// Words that count things and scale nothing: whatever the item counts, the number stays the same.
  static let counting: Set<String> = [
    "个", "人", "名", "位", "户", "家", "次", "人次", "条", "件", "项", "场", "份", "篇", "期", "支", "所", "处",
    "村", "册", "本", "台", "辆", "只", "头",
  ]

  private static let others: Set<String> = [
    "元", "%", "‰", "亩", "公顷", "平方米", "平方公里", "公里", "千米", "米", "吨", "公斤", "千克", "斤", "天", "小时",
    "usd", "eur",
  ]

  private static let multiples = ["百", "千", "万", "十万", "百万", "千万", "亿", "万亿"]

  /// The heading before the bracket and what stands in it, both as ``Folding/name(_:)`` shapes them; `nil` where
  /// the heading does not end in a bracket.
  static func split(_ heading: String) -> (base: String, measure: String)? {
    let shaped = Folding.name(heading)
    guard shaped.hasSuffix(")"), let open = shaped.lastIndex(of: "(") else { return nil }
    let base = String(shaped[..<open])
    var inside = String(shaped[shaped.index(after: open)...].dropLast())
    for word in ["计量单位:", "单位:"] where inside.hasPrefix(word) { inside.removeFirst(word.count) }
    return base.isEmpty || inside.isEmpty ? nil : (base, inside)
  }

  /// Whether a word, shaped, is a measure at all.
  static func isMeasure(_ word: String) -> Bool {
    if counting.contains(word) || others.contains(word) || multiples.contains(word) { return true }
    return multiples.contains { scale in
      word.hasPrefix(scale)
        && (counting.contains(String(word.dropFirst(scale.count)))
          || others.contains(String(word.dropFirst(scale.count))))
    }
  }

  /// Whether the measure scales the numbers, as 万元 does.
  static func isScaled(_ word: String) -> Bool {
    multiples.contains { word.hasPrefix($0) }
  }

  /// Whether a bracket's measure says what the item's does. One counting word is as good as another; an item
  /// without a measure takes only those, and only for whole numbers.
  static func agrees(_ word: String, with item: Item) -> Bool {
    let own = Folding.name(item.measure)
    if word == own { return true }
    guard counting.contains(word), item.type == .count else { return false }
    return own.isEmpty || counting.contains(own)
  }
}
