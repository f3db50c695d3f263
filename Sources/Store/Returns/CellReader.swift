import Model

/// Turns what the history keeps of an item's cells into the values of a campaign, which may not be the one by
/// which they were read.
struct CellReader {
  /// What becomes of a stored value.
  private enum Way {
    /// An integer of the same meaning.
    case same
    /// An integer to be multiplied, or divided where it can be without a rest.
    case times(Int64), over(Int64)
    /// A name that stands for a number.
    case name
    /// A day.
    case day
    /// A text.
    case text
    /// Nothing: the item was of another kind.
    case none
  }

  private let way: Way
  /// Names and what they stand for; days are added as they come.
  private var names: [String: Int64] = [:]

  /// A reader of cells stored as `stored` says, for an item of today.
  init(_ stored: StoredItem, _ item: Item) {
    switch item.type {
    case .flag: way = stored.type == "flag" ? .same : .none
    case .key: way = .same
    case .count, .amount: way = CellReader.scaling(stored.decimals, item.type.decimals)
    case .date: way = stored.type == "date" ? .day : .none
    case .text: way = stored.type == "text" || stored.type == "choice" ? .text : .none
    case .choice(let choices):
      way = stored.type == "choice" ? .name : .none
      for (place, choice) in choices.enumerated() { names[choice.id] = Int64(place) }
    }
  }

  private static func scaling(_ old: Int?, _ new: Int?) -> Way {
    guard let old, let new else { return .none }
    if old == new { return .same }
    guard let factor = Quotient.power(of: 10, abs(new - old)) else { return .none }
    return new > old ? .times(factor) : .over(factor)
  }

  /// The value that stands in a column, which is not NULL; `nil` where it cannot be expressed.
  mutating func value(_ row: Prepared, _ column: Int, texts: inout [String]) -> Int64? {
    // Values that had no name or text are kept as the numbers that they were.
    if row.isInteger(column) { return integer(row.int64(column)) }
    switch way {
    case .same, .times, .over, .none: return nil
    case .name: return names[row.text(column)]
    case .day:
      let text = row.text(column)
      if let known = names[text] { return known }
      let day = Day(text).map { Int64($0.number) }
      names[text] = day
      return day
    case .text:
      texts.append(row.text(column))
      return Int64(texts.count - 1)
    }
  }

  private func integer(_ value: Int64) -> Int64? {
    switch way {
    case .same: return value
    case .times(let factor):
      let (product, overflow) = value.multipliedReportingOverflow(by: factor)
      return overflow ? nil : product
    case .over(let factor): return value.isMultiple(of: factor) ? value / factor : nil
    case .name, .day: return value
    case .text, .none: return nil
    }
  }
}
