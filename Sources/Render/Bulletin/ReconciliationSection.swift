import Model

/// 上下级数据核对: what units state beside what the units below them add up to, and what ledgers do.
enum ReconciliationSection {
  /// How many differences the table gives, and how many causes of incomplete sums the list; the rest is in
  /// reconciliation.csv.
  static let longest = 20

  static func build(_ edition: Edition, _ words: Words) -> Section? {
    let blocks = statements(edition, words) + LedgerReconciliationBlocks.build(edition, words)
    guard !blocks.isEmpty else { return nil }
    return Section(words.language.pick("上下级数据核对", "Statements and sums"), blocks)
  }

  private static func statements(_ edition: Edition, _ words: Words) -> [Block] {
    let all = edition.reconciliation.filter { edition.roster.isWithin($0.unit, edition.unit) }
    guard !all.isEmpty else { return [] }
    var blocks: [Block] = [.paragraph(opening(all, edition, words))]
    let differing = all.filter { $0.verdict == .differs }.sorted { a, b in
      let (first, second) = (distance(a.unit, edition), distance(b.unit, edition))
      return first == second ? isLarger(a, b) : first < second
    }
    if !differing.isEmpty { blocks.append(.grid(table(differing, words))) }
    if differing.count > longest {
      let rest = differing.count - longest
      blocks.append(
        .paragraph(
          words.language.pick(
            "其余\(rest)项见 reconciliation.csv。", "reconciliation.csv has the other \(rest).")))
    }
    return blocks + incomplete(all, words)
  }

  /// The unit itself, those directly below it, and the rest: a province is not to drown in its counties.
  private static func distance(_ unit: Int, _ edition: Edition) -> Int {
    unit == edition.unit ? 0 : Int(edition.roster.parent[unit]) == edition.unit ? 1 : 2
  }

  /// Whether a difference is larger in proportion to the unit's own statement.
  private static func isLarger(_ a: Reconciled, _ b: Reconciled) -> Bool {
    let left = magnitude(a.difference).multipliedFullWidth(by: magnitude(b.own))
    let right = magnitude(b.difference).multipliedFullWidth(by: magnitude(a.own))
    if (left.high, left.low) == (right.high, right.low) {
      // Of equal proportions, and where nothing was stated, the larger difference.
      let (first, second) = (magnitude(a.difference), magnitude(b.difference))
      return first == second ? (a.unit, a.item) < (b.unit, b.item) : first > second
    }
    return (left.high, left.low) > (right.high, right.low)
  }

  private static func magnitude(_ value: Int64?) -> UInt64 { value?.magnitude ?? 0 }

  /// 本级填报数与下级合计共核对6项。省：相符4项、不符2项。
  private static func opening(_ all: [Reconciled], _ edition: Edition, _ words: Words) -> String {
    let language = words.language
    let levels = (0..<edition.roster.levels.count).compactMap { level -> String? in
      let found = all.filter { edition.roster.units[$0.unit].level == level }
      guard !found.isEmpty else { return nil }
      let counts = ReconciliationVerdict.allCases.compactMap { verdict -> String? in
        let count = found.count { $0.verdict == verdict }
        let label = verdict.label(language)
        return count == 0 ? nil : language.pick("\(label)\(count)项", "\(count) \(label)")
      }
      return language.pick("\(words.level(level))：", "\(words.level(level)): ") + words.join(counts)
    }
    return language.pick(
      "各级填报的总数与其下级合计逐项核对，共\(all.count)项。\(levels.joined(separator: "；"))。",
      "\(all.count) statements were set beside the sums of the units below. \(levels.joined(separator: "; "))."
    )
  }

  private static func table(_ differing: [Reconciled], _ words: Words) -> Grid {
    let zh = ["单位", "填报项", "本级填报", "下级合计", "差额", "下级已报/应报(个)", "可能原因"]
    let en = ["Unit", "Item", "Stated", "Sum below", "Difference", "Answered/expected", "Possible cause"]
    let headings = words.language == .zh ? zh : en
    return Grid(
      caption: words.language.pick(
        "不符的各项（先本单位和直接下级，再按差额占填报数的比例）",
        "Differences: the unit's own and those directly below, then the largest in proportion to the statement"
      ),
      columns: headings.enumerated().map { GridColumn($1, numeric: (2...5).contains($0)) },
      rows: differing.prefix(longest).map { found in
        let told = ReconciliationWords(found, words)
        let causes = told.causes(most: 2)
        return GridRow(
          [
            .text(words.place(found.unit)), .text(told.label), told.cell(found.own), told.cell(found.below),
            .change(found.difference ?? 0, decimals: told.decimals),
            .coverage(found.received, of: found.expected),
            causes.isEmpty ? .notApplicable : .text(causes),
          ], isTotal: found.unit == words.edition.unit)
      })
  }

  /// Sums that lack a unit, where something shows what it lacks.
  private static func incomplete(_ all: [Reconciled], _ words: Words) -> [Block] {
    let found = all.filter { $0.verdict == .incomplete && !$0.causes.isEmpty }
    guard !found.isEmpty else { return [] }
    let lines = found.prefix(longest).map { found in
      let told = ReconciliationWords(found, words)
      return words.place(found.unit) + words.language.pick("，\(told.item.label)：", ", \(told.item.label): ")
        + told.causes(most: 2)
    }
    let text = words.language.pick(
      "下级未报齐而差额有据可查的\(found.count)项：",
      "Sums that lack a unit, where the gap is accounted for (\(found.count)):")
    let rest = found.count - lines.count
    let more = words.language.pick(
      "其余\(rest)项见 reconciliation.csv。", "reconciliation.csv has the other \(rest).")
    return [.paragraph(text), .list(lines + (rest > 0 ? [more] : []))]
  }
}
