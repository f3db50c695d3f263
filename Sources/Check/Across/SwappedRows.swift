import Model

/// Two rows of one file hold each other's values.
struct SwappedRows: CheckReason {
  static let code = BuiltInCheck.swappedRows.rawValue
  var weight: CheckWeight
  let other: UnitName
  /// The other's row.
  let row: Int

  /// Finds pairs; gives, for each form, the units that are in one.
  static func find(in context: CheckContext, _ log: inout CheckLog) -> [[Bool]] {
    var passed = context.campaign.forms.map { _ in [Bool](repeating: false, count: context.count) }
    guard let setting = context.setting(.swappedRows), let last = context.last else { return passed }
    for (form, _) in context.forms {
      let search = SwapSearch(form, context, last, setting)
      for (unit, other) in search.pairs() {
        passed[form][unit] = true
        let row = Int(context.returns.sources[form][other].row)
        let reason = SwappedRows(
          weight: CheckWeight(setting.severity), other: context.named(other), row: row)
        log.add(reason, form: form, unit: unit, in: context)
      }
    }
    return passed
  }

  func text(_ language: Language) -> String {
    language.pick(
      "这一行的数字与\(other.text(language))（第 \(row) 行）上月的相符，而与本单位上月的不符，两行可能填反了。请核对后更正两行，属实请说明。",
      "These numbers fit last month's of \(other.text(language)), row \(row), and not this unit's own: the two rows may be swapped. Check and correct both, or explain."
    )
  }
}

/// Looks for two units of one table whose numbers fit each other's last month, and not their own. Only stocks are
/// compared, and only those in which the two units differed last month.
struct SwapSearch {
  /// How many of the next rows in doubt each row is compared with.
  private static let reach = 50

  private let form: Int
  private let context: CheckContext
  private let before, now: [ItemColumn]
  private let ones: [Int64]
  private let values, near: Int

  init(_ form: Int, _ context: CheckContext, _ last: EarlierMonth, _ setting: CheckSetting) {
    self.form = form
    self.context = context
    let stocks = context.numbers(form).filter { context.campaign.items[$0].overTime != .sum }
    before = stocks.map { last.columns[$0] }
    now = stocks.map { context.returns.columns[$0] }
    ones = stocks.map(context.one)
    (values, near) = (setting[.values], setting[.near])
  }

  /// Each unit of a pair with the other.
  func pairs() -> [(Int, Int)] {
    var taken: [Int: Int] = [:]
    var found: [(Int, Int)] = []
    for table in tables() {
      for (place, unit) in table.enumerated() where taken[unit] == nil {
        let others = table[(place + 1)...].prefix(SwapSearch.reach)
        guard let other = others.first(where: { taken[$0] == nil && isSwapped(unit, $0) }) else { continue }
        (taken[unit], taken[other]) = (other, unit)
        found += [(unit, other), (other, unit)]
      }
    }
    return found
  }

  /// The units in doubt, table by table, in the order of their rows.
  private func tables() -> [[Int]] {
    let sources = context.returns.sources[form]
    let unlike = unlike()
    var doubtful = (0..<context.count).filter {
      sources[$0].submission >= 0 && unlike[$0] * 4 >= values * 3
    }
    let key = { (unit: Int) in (sources[unit].submission, sources[unit].table, sources[unit].row) }
    doubtful.sort { key($0) < key($1) }
    var tables: [[Int]] = []
    for unit in doubtful {
      if let last = tables.last?.last, sources[last].submission == sources[unit].submission,
        sources[last].table == sources[unit].table
      {
        tables[tables.count - 1].append(unit)
      } else {
        tables.append([unit])
      }
    }
    return tables
  }

  /// How many of each unit's numbers do not fit its own last month.
  private func unlike() -> [Int] {
    var unlike = [Int](repeating: 0, count: context.count)
    for (place, (before, now)) in zip(before, now).enumerated() {
      for unit in 0..<context.count where now.values[unit] != before.values[unit] {
        guard let old = before[unit], let new = now[unit], !fits(new, old, place) else { continue }
        unlike[unit] += 1
      }
    }
    return unlike
  }

  private func isSwapped(_ a: Int, _ b: Int) -> Bool {
    var (compared, own, crossed) = (0, 0, 0)
    for place in before.indices {
      guard let oldA = before[place][a], let oldB = before[place][b], let newA = now[place][a],
        let newB = now[place][b], !fits(oldA, oldB, place)
      else { continue }
      compared += 1
      if fits(newA, oldA, place) || fits(newB, oldB, place) { own += 1 }
      if fits(newA, oldB, place), fits(newB, oldA, place) { crossed += 1 }
    }
    return compared >= values && crossed * 4 >= compared * 3 && own * 4 <= compared
  }

  /// Whether two numbers are about the same: they differ by 1 at most, or by so many percent of the larger.
  private func fits(_ a: Int64, _ b: Int64, _ place: Int) -> Bool {
    let gap = abs(Double(a) - Double(b))
    return gap <= Double(ones[place]) || gap * 100 <= Double(max(a, b)) * Double(near)
  }
}
