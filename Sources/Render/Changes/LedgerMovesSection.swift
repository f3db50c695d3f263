import Model

/// 台账变动: what became of the rows of each ledger between two months, for a unit and its children.
enum LedgerMovesSection {
  static func build(_ edition: Edition, since month: Month, _ words: Words) -> Section? {
    let overviews = edition.ledgersSince.isEmpty ? edition.ledgers : edition.ledgersSince
    let blocks = overviews.flatMap { overview -> [Block] in
      let told = LedgerWords(overview, words)
      guard let own = overview.lines.first(where: { $0.unit == edition.unit }),
        let movements = told.movements(own, since: month)
      else { return [] }
      let text = Block.paragraph(told.title + words.language.pick("：", ": ") + movements)
      return overview.lines.count > 1 ? [text, .grid(grid(told, own.unit))] : [text]
    }
    return blocks.isEmpty ? nil : Section(words.language.pick("台账变动", "Ledgers"), blocks)
  }

  private static func grid(_ told: LedgerWords, _ own: Int) -> Grid {
    let words = told.words
    let headings = words.language.pick(
      "期初 新增 撤销 转入 转出 期末", "Before New Gone In Out Now"
    ).split(separator: " ").map(String.init)
    return Grid(
      caption: told.ledger.title + words.language.pick("变动（含下级单位）", ", units below included"),
      columns: [GridColumn(words.childHeading, numeric: false)] + headings.map { GridColumn($0) },
      rows: told.overview.lines.filter { $0.expected > 0 || $0.rows > 0 }.map { line in
        GridRow([.text(words.short(line.unit))] + cells(line), isTotal: line.unit == own)
      })
  }

  private static func cells(_ line: LedgerOverview.Line) -> [Cell] {
    let movements: [Derived.Movement] = [.stayed, .opened, .closed, .movedIn, .movedOut]
    let values = movements.compactMap { line[$0] }
    guard values.count == movements.count else {
      return Array(repeating: .notApplicable, count: movements.count + 1)
    }
    let (stayed, opened, closed, movedIn, movedOut) = (values[0], values[1], values[2], values[3], values[4])
    return [stayed + closed + movedOut, opened, closed, movedIn, movedOut, stayed + opened + movedIn]
      .map { .count($0) }
  }
}
