/// What a figure should be by a month, and on the way there (倒排工期).
public struct Target: Hashable, Sendable {
  /// A place on the way: what should be reached by the end of a month.
  public struct Point: Hashable, Sendable {
    /// The month.
    public var month: Month
    /// What the figure should be then, of shares in percent.
    public var value: FixedNumber

    /// A point.
    public init(_ month: Month, _ value: FixedNumber) {
      self.month = month
      self.value = value
    }
  }

  /// What it is called; of a target of its own the indicator's label, of a phase's task what is to be done.
  public var label: String
  /// The indicator and the level that is counted.
  public var key: SeriesKey
  /// What is to be reached, of shares in percent.
  public var value: FixedNumber
  /// The month in which the work begins: at the end of the month before, the path is at 0. `nil` where nothing is
  /// asked before the first point.
  public var from: Month?
  /// The month by whose end it is to be reached.
  public var by: Month
  /// Points between, ascending, after ``from`` and before ``by``.
  public var path: [Point]
  /// What a unit must be for the target to bind it, as a position in ``Campaign/unitConditions``; `nil` where it binds
  /// all.
  public var condition: Int?

  /// A target as the campaign's reader has proved it.
  public init(
    label: String, key: SeriesKey, value: FixedNumber, from: Month? = nil, by: Month, path: [Point] = [],
    condition: Int? = nil
  ) {
    self.label = label
    self.key = key
    self.value = value
    self.from = from
    self.by = by
    self.path = path
    self.condition = condition
  }

  /// Whether a unit meets its condition.
  public func isMet(by unit: ReportingUnit) -> Bool { condition.map(unit.conditions.contains) ?? true }

  /// Where a unit should be at the end of a month: on the straight line between two points, in integers, rounded half
  /// up at that many decimals and kept in the last of them. `nil` before the path begins.
  public func expected(in month: Month, decimals: Int) -> Int64? {
    exactPath(in: month)?.rounded(decimals: decimals)
  }

  /// The same before it is rounded.
  func exactPath(in month: Month) -> Rational? {
    let points = path.map { ($0.month.ordinal, $0.value) } + [(by.ordinal, value)]
    let start = from.map { [($0.ordinal - 1, FixedNumber.zero)] } ?? []
    let all = start + points
    let now = month.ordinal
    guard let first = all.first, now >= first.0 else { return nil }
    guard let next = all.firstIndex(where: { $0.0 > now }) else { return value.exact }
    let (left, right) = (all[next - 1], all[next])
    let months = Int128(right.0 - left.0)
    let rise = Int128(right.1.tenThousandths - left.1.tenThousandths)
    return Rational(
      Int128(left.1.tenThousandths) * months + rise * Int128(now - left.0), months * 10_000)
  }
}

extension Campaign {
  /// The target of a series that binds a unit, as a position in ``targets``: the first whose condition it meets; `nil`
  /// where there is none.
  public func target(of key: SeriesKey, binding unit: ReportingUnit) -> Int? {
    targets.firstIndex { $0.key == key && $0.isMet(by: unit) }
  }
}

/// A stretch of the campaign with work of its own, such as 动员部署.
public struct Phase: Hashable, Sendable {
  /// The name in configuration.
  public var id: String
  /// The name in print.
  public var label: String
  /// The first month.
  public var from: Month
  /// The last month.
  public var to: Month
  /// What is to be done: from its first month, by its last.
  public var tasks: [Target]

  /// A phase as the campaign's reader has proved it.
  public init(id: String, label: String, from: Month, to: Month, tasks: [Target]) {
    self.id = id
    self.label = label
    self.from = from
    self.to = to
    self.tasks = tasks
  }

  /// Whether a month is in it.
  public func holds(_ month: Month) -> Bool { from <= month && month <= to }
}

extension Month {
  /// The number of months since the first of all.
  public var ordinal: Int { year * 12 + number - 13 }

  /// The month that many months before; `nil` before January of year 1.
  public func earlier(by months: Int) -> Month? {
    let then = ordinal - months
    return Month(year: then / 12 + 1, number: then % 12 + 1)
  }
}
