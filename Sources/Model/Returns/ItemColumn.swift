/// What is known of one cell. The four kinds of nothing differ, and so does what could not be read.
public enum CellState: UInt8, Sendable, CaseIterable {
  /// The unit did not report (or its return was rejected).
  case notReported = 0
  /// The unit's level does not fill the item.
  case notAsked = 1
  /// The unit reported and left the cell blank, or its file lacks the column.
  case blank = 2
  /// The unit said that the item does not apply: —, /, 不适用.
  case notApplicable = 3
  /// The unit wrote something that cannot be read for certain; a finding says what. Counts as missing.
  case unreadable = 4
  /// There is a value, perhaps zero.
  case value = 5

  /// Whether the unit has answered: with a value, or by saying that the item does not apply.
  @inlinable public var isAnswered: Bool { self == .value || self == .notApplicable }
}

/// An item's values, one for each unit of the roster.
public struct ItemColumn: Sendable {
  /// The values, as ``ItemType`` keeps them; 0 where the state is not `.value`.
  public var values: [Int64]
  /// What is known of each.
  public var states: [CellState]

  /// A column of `count` units that did not report.
  public init(count: Int) { self.init(states: Array(repeating: .notReported, count: count)) }

  /// A column without a value.
  init(states: [CellState]) {
    values = [Int64](repeating: 0, count: states.count)
    self.states = states
  }

  /// The value of a unit; `nil` where there is none.
  public subscript(unit: Int) -> Int64? { states[unit] == .value ? values[unit] : nil }

  /// Sets a unit's cell.
  public mutating func set(_ unit: Int, _ state: CellState, _ value: Int64 = 0) {
    states[unit] = state
    values[unit] = state == .value ? value : 0
  }
}
