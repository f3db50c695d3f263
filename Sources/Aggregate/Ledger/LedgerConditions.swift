import Formula
import Model

/// The conditions on the rows of a ledger, each once. One that needs nothing but choices and flags is looked up: it is
/// evaluated once for all their answers together, and not for every row.
struct LedgerConditions: Sendable {
  /// All answers together of some choices and flags.
  private struct Domain: Sendable {
    /// The columns, ascending, and how many answers each has, no answer included.
    let columns: [Int]
    let sizes: [Int]
    var count: Int { sizes.reduce(1, *) }
  }

  private enum Way: Sendable {
    case table(domain: Int, [Truth])
    case formula(Formula)
  }

  /// The largest table: a batch of rows costs no more than that.
  private static let largest = 4096

  private var ways: [Way] = []
  private var domains: [Domain] = []
  private var known: [String: Int] = [:]
  /// The conditions as they are written.
  private(set) var sources: [String] = []
  private(set) var columnsUsed: Set<Int> = []

  /// The position of a condition. Throws what is wrong with it.
  mutating func add(_ source: String, _ columns: [Item]) throws(FormulaError) -> Int {
    if let known = known[source] { return known }
    let formula = try Formula(condition: source, items: columns)
    columnsUsed.formUnion(formula.itemsUsed)
    ways.append(tabled(formula, columns) ?? .formula(formula))
    known[source] = ways.count - 1
    sources.append(source)
    return ways.count - 1
  }

  private mutating func tabled(_ formula: Formula, _ columns: [Item]) -> Way? {
    var sizes: [Int] = []
    var count = 1
    for column in formula.itemsUsed {
      guard let size = LedgerConditions.answers(columns[column].type) else { return nil }
      sizes.append(size)
      count *= size
      guard count <= LedgerConditions.largest else { return nil }
    }
    let domain = Domain(columns: formula.itemsUsed, sizes: sizes)
    let result = formula.evaluate(columns: LedgerConditions.cases(domain, columns), count: count)
    guard result.truths.count == count, result.overflows == 0 else { return nil }
    if let place = domains.firstIndex(where: { $0.columns == domain.columns }) {
      return .table(domain: place, result.truths)
    }
    domains.append(domain)
    return .table(domain: domains.count - 1, result.truths)
  }

  /// How many different answers a cell may have, none included; `nil` where they are too many.
  private static func answers(_ type: ItemType) -> Int? {
    switch type {
    case .flag: 3
    case .choice(let choices): choices.count + 1
    case .count, .amount, .date, .text, .key: nil
    }
  }

  /// Columns with a row for each case of a domain: the first column changes fastest, no answer comes first.
  private static func cases(_ domain: Domain, _ columns: [Item]) -> [ItemColumn] {
    var made = columns.map { _ in ItemColumn(count: 0) }
    var stride = 1
    for (place, column) in domain.columns.enumerated() {
      made[column] = ItemColumn(count: domain.count)
      for row in 0..<domain.count {
        let answer = row / stride % domain.sizes[place]
        if answer > 0 { made[column].set(row, .value, Int64(answer - 1)) }
      }
      stride *= domain.sizes[place]
    }
    return made
  }

  /// Whether each condition holds of each row, and how many operations did not fit into 64 bits.
  func truths(_ input: FormulaInput) -> (truths: [[Truth]], overflows: Int) {
    let indices = domains.map { LedgerConditions.indices($0, input) }
    var overflows = 0
    let truths = ways.map { way in
      switch way {
      case .table(let domain, let table): return indices[domain].map { table[Int($0)] }
      case .formula(let formula):
        let result = formula.evaluate(input)
        overflows += result.overflows
        return result.truths
      }
    }
    return (truths, overflows)
  }

  /// Which case each row is.
  private static func indices(_ domain: Domain, _ input: FormulaInput) -> [UInt16] {
    var indices = [UInt16](repeating: 0, count: input.count)
    var stride: Int64 = 1
    for (place, column) in domain.columns.enumerated() {
      let size = Int64(domain.sizes[place])
      let found = input.columns[column]
      for row in indices.indices where found.states[row] == .value {
        let answer = found.values[row]
        guard answer >= 0, answer < size - 1 else { continue }
        indices[row] += UInt16((answer + 1) * stride)
      }
      stride *= size
    }
    return indices
  }
}
