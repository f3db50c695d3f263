import Model

/// One value of one unit, set beside what the unit reported before. One of these is loaded again and again: a class,
/// since each check is handed it, and it has much to copy.
final class CellCase {
  /// The item, as the campaign has it.
  let item: Item
  /// How many of its smallest unit make 1.
  let one: Int64
  /// The unit.
  private(set) var unit = 0
  /// The value; never negative.
  private(set) var value: Int64 = 0
  /// Last month's; `nil` where there is none.
  private(set) var last: Int64?
  /// How many earlier months have a value.
  private(set) var months = 0
  /// The least and the most of them; 0 where there are none.
  private(set) var low: Int64 = 0
  private(set) var high: Int64 = 0

  /// The month's column, and for each unit the values of all earlier months, `missing` where there is none.
  private let column: ItemColumn
  private let width: Int
  private let hasLast: Bool
  private let history: [Int64]
  private static let missing = Int64.min

  init(_ item: Int, _ context: CheckContext) {
    self.item = context.campaign.items[item]
    one = context.one(item)
    column = context.returns.columns[item]
    width = context.earlier.count
    hasLast = context.last != nil
    history = CellCase.history(item, context)
  }

  /// The earlier values unit by unit, so that those of one unit lie together.
  private static func history(_ item: Int, _ context: CheckContext) -> [Int64] {
    let months = context.earlier.count
    var history = [Int64](repeating: missing, count: months * context.count)
    for (month, earlier) in context.earlier.enumerated() {
      let (states, values) = (earlier.columns[item].states, earlier.columns[item].values)
      var place = month
      for unit in 0..<context.count {
        if states[unit] == .value, values[unit] >= 0 { history[place] = values[unit] }
        place += months
      }
    }
    return history
  }

  /// Takes up a unit; `false` where it has no value.
  func load(_ unit: Int) -> Bool {
    guard column.states[unit] == .value, column.values[unit] >= 0 else { return false }
    self.unit = unit
    value = column.values[unit]
    var (low, high, months) = (Int64.max, Int64(0), 0)
    let end = unit * width + width
    for place in (end - width)..<end {
      let earlier = history[place]
      guard earlier != CellCase.missing else { continue }
      low = min(low, earlier)
      high = max(high, earlier)
      months += 1
    }
    (self.low, self.high, self.months) = (months > 0 ? low : 0, high, months)
    last = hasLast && history[end - 1] != CellCase.missing ? history[end - 1] : nil
    return true
  }

  /// The earlier values in the order of their months, without the months that have none.
  var past: [Int64] { history[(unit * width)..<(unit * width + width)].filter { $0 != CellCase.missing } }

  /// The most by which two values differed of which one follows the other.
  var widestStep: Int64 {
    var (step, before) = (Int64(0), CellCase.missing)
    for place in (unit * width)..<(unit * width + width) where history[place] != CellCase.missing {
      if before != CellCase.missing { step = max(step, abs(history[place] - before)) }
      before = history[place]
    }
    return step
  }

  /// A value as the form would show it.
  func shown(_ value: Int64) -> String { Quotient.text(value, decimals: item.type.decimals ?? 0) }

  /// A threshold given in whole units of the item, in its smallest unit.
  func scaled(_ threshold: Int) -> Int64 {
    let (product, overflow) = Int64(threshold).multipliedReportingOverflow(by: one)
    return overflow ? Int64.max : product
  }
}
