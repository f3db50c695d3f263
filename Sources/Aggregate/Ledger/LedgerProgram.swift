import Formula
import Model

/// How the items of one ledger are made. What several items need is evaluated once.
struct LedgerProgram: Sendable {
  /// A number that is added up over the rows of a unit. Conditions and values are positions in this program.
  enum Cell: Hashable {
    case rows, cells, filled
    case count(Int)
    case sum(Int, where: Int?)
    case given(Int, where: Int?)
    /// Rows that violate a rule.
    case broken(Int)
  }

  /// The values that a number is made of that is no sum.
  struct Group: Hashable {
    var value: Int
    var condition: Int?
  }

  /// How an item is made.
  enum Make {
    case cell(Int)
    case whole(Derived.Statistic, group: Int)
    case moved(Derived.Movement)
    case updated
  }

  let ledger: Ledger
  let marks: LedgerMarks
  private(set) var conditions = LedgerConditions()
  private(set) var values: [Formula] = []
  /// What is added up; the first is the number of rows.
  private(set) var cells: [Cell] = [.rows]
  private(set) var groups: [Group] = []
  /// One for each of ``Ledger/derived``.
  private(set) var makes: [Make] = []
  /// For each rule the cell that counts the rows that violate it.
  private(set) var rules: [Int] = []
  /// The columns that some formula needs.
  private(set) var used: [Bool] = []
  /// The columns that should be filled in.
  let required: [Int]
  private var valueOf: [String: Int] = [:]
  private var cellOf: [Cell: Int] = [.rows: 0]
  private var groupOf: [Group: Int] = [:]

  init(_ ledger: Ledger, _ campaign: Campaign) throws(LedgerError) {
    self.ledger = ledger
    marks = LedgerMarks(ledger)
    required = ledger.columns.indices.filter { !ledger.columns[$0].isOptional }
    let items = campaign.forms[ledger.form].items
    for (place, derived) in ledger.derived.enumerated() {
      let item = items.lowerBound + place
      let name = campaign.items.indices.contains(item) ? campaign.items[item].id : ledger.id
      do { makes.append(try make(derived)) } catch {
        throw LedgerError(ledger: ledger.id, name: name, fault: error)
      }
    }
    for rule in ledger.rules {
      do { rules.append(cell(.broken(try conditions.add(rule.formula, ledger.columns)))) } catch {
        throw LedgerError(ledger: ledger.id, name: rule.id, fault: error)
      }
    }
    used = ledger.columns.map { _ in false }
    for column in values.flatMap(\.itemsUsed) + conditions.columnsUsed { used[column] = true }
  }

  private mutating func make(_ derived: Derived) throws(FormulaError) -> Make {
    var condition: Int?
    if !derived.condition.isEmpty { condition = try conditions.add(derived.condition, ledger.columns) }
    switch derived.kind {
    case .count: return .cell(condition.map { cell(.count($0)) } ?? 0)
    case .sum(let source): return .cell(cell(.sum(try value(source), where: condition)))
    case .given(let source): return .cell(cell(.given(try value(source), where: condition)))
    case .whole(let statistic, let source):
      return .whole(statistic, group: group(Group(value: try value(source), condition: condition)))
    case .moved(let movement): return .moved(movement)
    case .cells: return .cell(cell(.cells))
    case .filled: return .cell(cell(.filled))
    case .updated: return .updated
    }
  }

  private mutating func value(_ source: String) throws(FormulaError) -> Int {
    if let known = valueOf[source] { return known }
    values.append(try Formula(source, items: ledger.columns))
    valueOf[source] = values.count - 1
    return values.count - 1
  }

  private mutating func cell(_ cell: Cell) -> Int {
    if let known = cellOf[cell] { return known }
    cells.append(cell)
    cellOf[cell] = cells.count - 1
    return cells.count - 1
  }

  private mutating func group(_ group: Group) -> Int {
    if let known = groupOf[group] { return known }
    groups.append(group)
    groupOf[group] = groups.count - 1
    return groups.count - 1
  }
}

/// What becomes of a row at the end of a month.
enum RowFate: UInt8 {
  case counts
  /// Its closing date has come.
  case ended
  /// Its opening date has not.
  case notYet
}

/// The columns by which rows count and are told apart; plain numbers, as they are looked at for every row. -1 for none.
struct LedgerMarks: Sendable {
  let width, key, opened, closed: Int

  init(_ ledger: Ledger) {
    width = ledger.columns.count
    key = ledger.key ?? -1
    opened = ledger.opened ?? -1
    closed = ledger.closed ?? -1
  }

  /// Whether a row counts at the end of the day `last`. An unknown date hinders nothing.
  func fate(_ values: [Int64], _ states: [CellState], row: Int, last: Int64) -> RowFate {
    let base = row * width
    if closed >= 0, states[base + closed] == .value, values[base + closed] <= last { return .ended }
    if opened >= 0, states[base + opened] == .value, values[base + opened] > last { return .notYet }
    return .counts
  }

  /// The key of a row; `nil` where it has none.
  func key(_ values: [Int64], _ states: [CellState], row: Int) -> Int64? {
    guard key >= 0, states[row * width + key] == .value else { return nil }
    return values[row * width + key]
  }
}

extension Month {
  /// The last day, as ``Day/number``.
  var lastDay: Int64 {
    Int64((Day(year: year, month: number, day: 1)?.number ?? 0) + Day.length(of: self) - 1)
  }
}
