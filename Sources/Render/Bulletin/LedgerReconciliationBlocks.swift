import Model

/// 三方核对: what units state, what those below report, and what ledgers add up to.
enum LedgerReconciliationBlocks {
  static func build(_ edition: Edition, _ words: Words) -> [Block] {
    let all = edition.ledgerReconciliation.filter { edition.roster.isWithin($0.unit, edition.unit) }
    guard !all.isEmpty else { return [] }
    let children = Set(edition.roster.children(of: edition.unit))
    let own = all.filter { $0.unit == edition.unit }
    // Agreement that only comes of differences which cancel is no agreement.
    let below = all.filter { children.contains($0.unit) && ($0.verdict != .agrees || $0.cancels) }
      .sorted(by: isFirst)
    let shown = own + below
    let most = ReconciliationSection.longest
    var blocks: [Block] = [
      .paragraph(opening(all, edition, words)), .grid(grid(shown.prefix(most), edition, words)),
    ]
    if shown.count > most {
      let rest = shown.count - most
      blocks.append(
        .paragraph(
          words.language.pick(
            "其余\(rest)项见 reconciliation.csv。", "reconciliation.csv has the other \(rest).")))
    }
    return blocks
  }

  /// What differs for certain comes first, then the larger difference.
  private static func isFirst(_ a: LedgerReconciled, _ b: LedgerReconciled) -> Bool {
    let (first, second) = (order(a.verdict), order(b.verdict))
    guard first == second else { return first < second }
    let (left, right) = (a.difference?.magnitude ?? 0, b.difference?.magnitude ?? 0)
    return left == right ? (a.unit, a.item) < (b.unit, b.item) : left > right
  }

  private static func order(_ verdict: LedgerVerdict) -> Int {
    switch verdict {
    case .differs: 0
    case .overflow: 1
    case .incomplete: 2
    case .agrees: 3
    }
  }

  private static func opening(_ all: [LedgerReconciled], _ edition: Edition, _ words: Words) -> String {
    let language = words.language
    let levels = (0..<edition.roster.levels.count).compactMap { level -> String? in
      let found = all.filter { edition.roster.units[$0.unit].level == level }
      guard !found.isEmpty else { return nil }
      var counts = LedgerVerdict.allCases.compactMap { verdict -> String? in
        let count = found.count { $0.verdict == verdict }
        let label = verdict.label(language)
        return count == 0 ? nil : language.pick("\(label)\(count)项", "\(count) \(label)")
      }
      let cancelling = found.count { $0.verdict == .agrees && $0.cancels }
      if cancelling > 0 {
        counts.append(
          language.pick("相符中正负相抵\(cancelling)项", "\(cancelling) agreeing only as differences cancel"))
      }
      return language.pick("\(words.level(level))：", "\(words.level(level)): ") + words.join(counts)
    }
    return language.pick(
      "三方核对：上报数、下级合计、台账数。各级上报数逐项与台账核对，共\(all.count)项。\(levels.joined(separator: "；"))。",
      "Reported, summed and in the ledger: \(all.count) sums were set beside the ledgers. "
        + "\(levels.joined(separator: "; ")).")
  }

  private static func grid(
    _ shown: some Sequence<LedgerReconciled>, _ edition: Edition, _ words: Words
  ) -> Grid {
    let zh = ["单位", "填报项", "本级填报", "汇总上报", "台账数", "上报与台账之差", "相符/应核对(个)", "结果", "差在哪里"]
    let en = [
      "Unit", "Item", "Stated", "Reported, summed", "Ledger", "Reported less ledger", "Agreeing/units",
      "Verdict",
      "Where it differs",
    ]
    let headings = words.language == .zh ? zh : en
    return Grid(
      caption: words.language.pick(
        "上报数与台账（下级单位只列不符和未报齐的）", "Reported and in the ledger (units below: those that do not agree)"),
      columns: headings.enumerated().map { GridColumn($1, numeric: (2...6).contains($0)) },
      rows: shown.map { found in
        let told = LedgerReconciliationWords(found, words)
        let stated = edition.reconciliation.first { $0.unit == found.unit && $0.item == found.item }?.own
        let causes = told.causes()
        return GridRow(
          [
            .text(words.short(found.unit)), .text(told.label), statement(stated, told.item),
            told.cell(found.reported), told.cell(found.ledger),
            found.difference.map { .change($0, decimals: found.decimals) } ?? .notApplicable,
            .coverage(found.places.agreeing, of: found.places.all),
            .text(found.verdict.label(words.language)),
            causes.isEmpty ? .notApplicable : .text(causes),
          ], isTotal: found.unit == edition.unit)
      })
  }

  private static func statement(_ value: Int64?, _ item: Item) -> Cell {
    guard let value else { return .notApplicable }
    let decimals = item.type.decimals ?? 0
    return decimals == 0 ? .count(value) : .decimal(value, decimals: decimals)
  }
}
