import Model
import TestSupport

@testable import Check

/// Plants errors of each kind into a month, each in returns of its own.
struct Planting {
  /// An error: the code of the finding that is to tell it, and where.
  struct Planted: Hashable {
    let code: String
    let unit: Int
    /// The item; `nil` where the whole return is wrong.
    let item: Int?
  }

  static let codes = BuiltInCheck.allCases.map(\.rawValue) + [National.rule]

  private(set) var returns: Returns
  private(set) var earlier: [EarlierMonth]
  private(set) var planted: [Planted] = []
  private let units: [Int: [Int]]
  private var random: SplitMix64

  /// `pairs` are pairs of siblings that report in all months.
  init(_ returns: Returns, _ earlier: [EarlierMonth], pairs: [(Int, Int)], seed: UInt64) {
    self.returns = returns
    self.earlier = earlier
    random = SplitMix64(seed: seed)
    units = [:]
    for (place, (unit, other)) in pairs.enumerated() {
      plant(Planting.codes[place % Planting.codes.count], unit, other)
    }
  }

  private mutating func draw(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &random) }

  private mutating func pick(_ items: Asked...) -> Int {
    items[Int(draw(0...Int64(items.count - 1)))].rawValue
  }

  private func last(_ item: Int, _ unit: Int) -> Int64 {
    earlier.last.map { $0.columns[item].values[unit] } ?? 0
  }

  private mutating func set(_ item: Int, _ unit: Int, _ value: Int64) {
    returns.columns[item].set(unit, .value, value)
  }

  private mutating func plant(_ code: String, _ unit: Int, _ other: Int) {
    switch BuiltInCheck(rawValue: code) {
    case .requiredBlank: plantBlank(code, unit)
    case .range: plant(code, Asked.fund.rawValue, unit, draw(50_001...90_000))
    case .partsSum:
      plant(
        code, Asked.members.rawValue, unit, returns.columns[Asked.members.rawValue].values[unit] + draw(1...3)
      )
    case .allZero: wholly(code, unit) { _ in 0 }
    case .allFull: plantFull(code, unit)
    case .personalData: plantPerson(code, unit)
    case .stockFlow:
      let total = Asked.orgsTotal.rawValue
      plant(code, total, unit, returns.columns[total].values[unit] + draw(1...5))
    case .stockFell: plantFall(code, unit, other)
    case .swappedRows: plantSwap(code, unit, other)
    case .copied: wholly(code, unit) { $0.last($1, unit) }
    case .sameAsSibling: wholly(code, unit) { $0.returns.columns[$1].values[other] }
    default: plantNumber(code, unit, other)
    }
  }

  private mutating func plantNumber(_ code: String, _ unit: Int, _ other: Int) {
    switch BuiltInCheck(rawValue: code) {
    case .scale:
      let item = pick(.chatMembers, .orgsTotal, .fund)
      let factor: Int64 = item == Asked.fund.rawValue ? 10_000 : [10, 100][Int(draw(0...1))]
      times(code, item, unit, factor, 1)
    case .transposed: plantTransposition(code, unit)
    case .jump: times(code, pick(.chatMembers, .orgsTotal, .visits), unit, draw(6...9), 1)
    case .outlierOwn: times(code, pick(.chatMembers, .orgsTotal), unit, draw(25...45), 10)
    case .outlierSiblings: plantNewcomer(code, unit)
    default:
      set(Asked.review.rawValue, unit, 1)
      set(Asked.kickoff.rawValue, unit, 0)
      forget(Asked.kickoff.rawValue, unit)
      planted.append(Planted(code: code, unit: unit, item: nil))
    }
  }

  /// Another value in a cell.
  private mutating func plant(_ code: String, _ item: Int, _ unit: Int, _ value: Int64) {
    set(item, unit, value)
    planted.append(Planted(code: code, unit: unit, item: item))
  }

  /// A number so many times as large.
  private mutating func times(_ code: String, _ item: Int, _ unit: Int, _ factor: Int64, _ per: Int64) {
    plant(code, item, unit, max(1, returns.columns[item].values[unit]) * factor / per)
  }

  private mutating func plantBlank(_ code: String, _ unit: Int) {
    let item = pick(.kickoff, .members, .visits, .fund)
    returns.columns[item].set(unit, .blank)
    planted.append(Planted(code: code, unit: unit, item: item))
  }

  /// All numbers of a return at once.
  private mutating func wholly(_ code: String, _ unit: Int, _ value: (Planting, Int) -> Int64) {
    for item in Asked.allCases where item.item.type.decimals != nil {
      set(item.rawValue, unit, value(self, item.rawValue))
    }
    planted.append(Planted(code: code, unit: unit, item: nil))
  }

  private mutating func wholly(_ code: String, _ unit: Int, _ value: (Int) -> Int64) {
    wholly(code, unit) { _, item in value(item) }
  }

  private mutating func plantFull(_ code: String, _ unit: Int) {
    for item in [Asked.kickoff, .review, .trained, .posted] { set(item.rawValue, unit, 1) }
    set(Asked.attendance.rawValue, unit, 1000)
    planted.append(Planted(code: code, unit: unit, item: nil))
  }

  private mutating func plantPerson(_ code: String, _ unit: Int) {
    let mobile = "1\(draw(3...9))" + Digits.padded(Int(draw(0...999_999_999)), 9)
    returns.texts.append(
      draw(0...1) == 0 ? "联系人电话\(mobile)" : "王某，11010519491231002X")
    plant(code, Asked.remark.rawValue, unit, Int64(returns.texts.count - 1))
  }

  /// A fund that falls, or a meeting that was never held after all.
  private mutating func plantFall(_ code: String, _ unit: Int, _ other: Int) {
    let fund = Asked.fund.rawValue
    if last(fund, unit) > 100 { return plant(code, fund, unit, last(fund, unit) - draw(1...100)) }
    let flag = Asked.trained.rawValue
    for place in earlier.indices { earlier[place].columns[flag].set(unit, .value, 1) }
    plant(code, flag, unit, 0)
  }

  private mutating func plantSwap(_ code: String, _ unit: Int, _ other: Int) {
    for item in Asked.allCases {
      let column = returns.columns[item.rawValue]
      set(item.rawValue, unit, column.values[other])
      set(item.rawValue, other, column.values[unit])
    }
    for unit in [unit, other] { planted.append(Planted(code: code, unit: unit, item: nil)) }
  }

  private mutating func plantTransposition(_ code: String, _ unit: Int) {
    for item in [Asked.chatMembers, .orgsTotal].map(\.rawValue) {
      let value = returns.columns[item].values[unit]
      if let slip = Slip.transposed(value).max(by: { abs($0 - value) < abs($1 - value) }) {
        return plant(code, item, unit, slip)
      }
    }
  }

  /// A unit that reports for the first time, and 20 to 40 times too much.
  private mutating func plantNewcomer(_ code: String, _ unit: Int) {
    for item in Asked.allCases { forget(item.rawValue, unit) }
    times(code, Asked.visits.rawValue, unit, draw(20...40), 1)
  }

  private mutating func forget(_ item: Int, _ unit: Int) {
    for place in earlier.indices { earlier[place].columns[item].set(unit, .notReported) }
  }
}
