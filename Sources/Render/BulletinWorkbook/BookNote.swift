import Model

/// A footnote of the workbook. Those that a table refers to are numbered in this order.
enum BookNote: Int, CaseIterable {
  case denominators, coverage, rounding, bounds, totals, check, below, parts, points, ledgers, revised

  /// What it says.
  func text(_ edition: Edition) -> String {
    let month = Words(edition).rosterMonth
    return edition.language.pick(chinese(month), english(month))
  }

  private func chinese(_ month: String) -> String {
    switch self {
    case .denominators: "分母为\(month)名录所列单位总数，不因未报送而减少；不在应报范围内而报送的不计入。"
    case .coverage: "已答复为有可采用答复的单位数。合计为已报单位之和；未报不视为零，空白、不适用与零分别对待。"
    case .rounding: "占比与平均数是公式，由同一行的分子、分母两格算出，从整数四舍五入一次，不对百分数求平均；单位自身的答复写“是”或“否”。"
    case .bounds: "下限：未答复的单位均未完成；上限：均已完成。"
    case .totals: "首行为全体单位自身的合计，不是下列各行相加；含本级填报的，可大于下级之和。"
    case .check: "核对行由公式判断下列各行之和是否等于首行；两者本应不同的写“—”。"
    case .below: "▼ 表示低于首行的占比；底色横条的长短同数值。"
    case .parts: "增减由公式从五部分相加得出，并与两期数值之差核对；无法分解的写“—”。"
    case .points: "占比的增减以百分点计，等于两期印出的占比之差。"
    case .ledgers: "台账各表全部数据见 ledger-tables.csv。"
    case .revised: "(r) 为修订数：与已发布的数不同。"
    }
  }

  private func english(_ month: String) -> String {
    switch self {
    case .denominators:
      "A denominator is the registry's number of units in \(month); it does not shrink where returns are missing."
    case .coverage:
      "Answered: how many units gave a usable answer. A total is the sum over these; missing is not zero."
    case .rounding:
      "Shares and averages are formulas over numerator and denominator in the same row, rounded half up once from "
        + "integers; percentages are never averaged. What a unit says of itself is yes or no."
    case .bounds: "Bounds: if none, and if all, of the units that did not answer had done it."
    case .totals:
      "The first row is the figure of the whole itself, not the sum of the rows below: it may hold what the whole "
        + "reports of its own."
    case .check:
      "The check compares by formula the sum of the rows with the first row; — where they are not meant to be equal."
    case .below: "▼: lower than the share of the first row; bars are as long as the number."
    case .parts:
      "The change is a formula that adds its five parts, checked against the difference of the two values."
    case .points: "Changes of shares are in percentage points: the difference of the two as printed."
    case .ledgers: "ledger-tables.csv has the ledgers' tables, too."
    case .revised: "(r): revised, differs from the figure published."
    }
  }
}

/// The numbers of the notes that are referred to.
struct BookNotes {
  /// Those notes in their order.
  let used: [BookNote]
  let language: Language

  /// The notes of these tables.
  init(_ tables: [BookTable], _ language: Language) {
    var found = Set<BookNote>()
    for table in tables {
      found.formUnion(table.notes)
      for column in table.columns { found.formUnion(column.notes) }
      if table.rows.contains(where: { $0.cells.contains(where: \.isRevised) }) { found.insert(.revised) }
    }
    used = BookNote.allCases.filter { found.contains($0) }
    self.language = language
  }

  /// [注1] or [note 1]; nothing for a note that no table refers to.
  func mark(_ note: BookNote) -> String {
    guard let place = used.firstIndex(of: note) else { return "" }
    return language.pick("[注\(place + 1)]", "[note \(place + 1)]")
  }

  /// The marks behind a text.
  func marked(_ text: String, _ notes: [BookNote]) -> String {
    let marks = notes.sorted { $0.rawValue < $1.rawValue }.map(mark).joined()
    return marks.isEmpty ? text : text + " " + marks
  }
}

extension BookCell {
  fileprivate var isRevised: Bool {
    switch self {
    case .revised: true
    case .computed(_, let shown): shown.isRevised
    case .text, .number, .share, .change: false
    }
  }
}
