import Model

/// What changed since the earlier month: each change as the sum of its five parts, of the unit and of each unit below.
enum ChangeTables {
  /// The unit's table, and that of those below it; none where nothing is compared.
  static func build(_ words: Words) -> [BookTable] {
    guard let comparison = words.edition.comparison else { return [] }
    let book = ChangeBook(comparison, words)
    let unit = words.edition.unit
    let (own, others) = (
      comparison.changes.filter { $0.unit == unit }, comparison.changes.filter { $0.unit != unit }
    )
    let language = words.language
    var tables: [BookTable] = []
    if !own.isEmpty {
      tables.append(
        table(
          own, book, name: language.pick("与\(book.earlierAgain)比较", "Changes"),
          title: language.pick(
            "\(words.short(unit))各项数据与\(book.earlier)比较",
            "\(words.short(unit)), compared with \(book.earlier)")))
    }
    if !others.isEmpty {
      var all = table(
        others, book, name: language.pick("与\(book.earlierAgain)比较 分单位", "Changes by unit"),
        title: language.pick("各单位数据与\(book.earlier)比较", "Units, compared with \(book.earlier)"))
      all.isFiltered = true
      tables.append(all)
    }
    return tables
  }

  private static func table(_ changes: [FigureChange], _ book: ChangeBook, name: String, title: String)
    -> BookTable
  {
    let (language, told) = (book.words.language, BookFigures(book.words))
    let (earlier, later) = book.headings
    var table = BookTable(
      name: name, title: title,
      remark: language.pick(
        "增减=五部分之和，是公式；末列核对它是否等于两期数值之差。",
        "The change is the sum of its five parts; the last column checks it against the two values."),
      notes: [.parts],
      columns: told.unitColumns + [
        .text(language.pick("指标", "Indicator")),
        BookColumn(
          book.comparison.publication == nil
            ? language.pick("\(earlier)（未发布过）", "\(earlier), never published")
            : language.pick("\(earlier)（发布时）", "\(earlier), as published")),
        BookColumn(language.pick("\(earlier)（现为）", "\(earlier), as known now")), BookColumn(later),
        .text(language.pick("增减单位", "Change in")),
        BookColumn(language.pick("增减", "Change"), notes: [.points]),
      ] + ChangeWords.allCases.map { BookColumn($0.heading(language)) } + [
        .text(language.pick("核对", "Check"))
      ],
      frozen: 3)
    for change in changes { add(change, to: &table, told) }
    return table
  }

  private static func add(_ change: FigureChange, to table: inout BookTable, _ told: BookFigures) {
    let words = told.words
    let series = SeriesWords(change.key, words)
    let figures = [change.published, change.previous, change.current]
    guard figures.contains(where: { $0.map { $0.status != .cannotExist } ?? false }) else { return }
    let values = figures.map { told.value($0, of: series.indicator) }
    let measure = series.changeMeasure
    var cells = told.unit(change.unit) + [.text(series.label), values[0], values[1], values[2]]
    cells.append(.text(measure.isEmpty ? "—" : measure))
    guard let parts = change.value else {
      return table.add(cells + [BookCell](repeating: .none, count: 2 + ChangeWords.allCases.count))
    }
    let decimals = series.indicator.decimals
    let shown = ChangeWords.allCases.map { BookCell.change($0.amount(parts), decimals: decimals) }
    let total = BookCell.change(parts.total, decimals: decimals)
    let isExact = (shown + [total, values[0], values[2]]).allSatisfy(\.isExactNumber)
    guard isExact else { return table.add(cells + [total] + shown + [.none]) }
    let sum = OwnFormula.sum(row: table.nextRow, columns: 9...13, decimals: decimals)
    let check = OwnFormula.isChange(
      table.next(8), from: table.next(4), to: table.next(6), isShare: series.indicator.isShare,
      decimals: decimals,
      words.language)
    let agrees = values[2].scaled.flatMap { now in values[0].scaled.map { now - $0 == parts.total } } ?? false
    let verdict = agrees ? words.language.pick("相符", "agrees") : words.language.pick("不符", "differs")
    table.add(cells + [.computed(sum, total)] + shown + [.computed(check, .text(verdict))])
  }
}
