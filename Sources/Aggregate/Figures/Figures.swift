public import Formula
public import Model

/// All figures of a month: every indicator, counted level and part, for every unit of the tree.
///
/// Numerators and denominators are exact sums of integers; dividing and rounding are left to print (rules of
/// the figures 2 and 3). Only the units of the denominator's level and group add to a numerator.
public struct Figures: Sendable {
  /// The series in the order of ``Model/Campaign/indicators``, then levels from the top down, then parts.
  public let series: [Series]
  /// For each indicator, how many operations of its formula did not fit into 64 bits and count as unknown.
  public let overflows: [Int]
  private let levels: [Int]
  private let positions: [SeriesKey: Int]

  /// Computes the figures. Throws the first indicator whose formula is wrong.
  public init(campaign: Campaign, returns: Returns) throws(IndicatorError) {
    try self.init(campaign: campaign, returns: returns, keepsContributions: false)
  }

  /// Computes the figures of some indicators, positions in `Campaign/indicators`, and of no others.
  public init(campaign: Campaign, returns: Returns, only indicators: Range<Int>) throws(IndicatorError) {
    try self.init(campaign: campaign, returns: returns, keepsContributions: false, only: indicators)
  }

  /// The figures of all parts, which are those of the same returns, each of the indicators behind those of the last.
  public init(joining parts: [Figures]) {
    series = parts.flatMap(\.series)
    overflows = parts.dropFirst().reduce(into: parts.first?.overflows ?? []) { sums, part in
      for (indicator, count) in part.overflows.enumerated() { sums[indicator] += count }
    }
    levels = parts.first?.levels ?? []
    positions = Figures.positions(series)
  }

  /// The same, perhaps with what each unit itself adds to each series.
  init(
    campaign: Campaign, returns: Returns, keepsContributions: Bool, only: Range<Int>? = nil
  ) throws(IndicatorError) {
    var builder = SeriesBuilder(campaign: campaign, returns: returns, keeps: keepsContributions)
    for indicator in campaign.indicators.indices {
      if let only, !only.contains(indicator) {
        builder.leaveOut()
        continue
      }
      do { try builder.add(indicator) } catch {
        throw IndicatorError(indicator: campaign.indicators[indicator].id, fault: error)
      }
    }
    series = builder.series
    overflows = builder.overflows
    levels = returns.roster.units.map(\.level)
    positions = Figures.positions(series)
  }

  private static func positions(_ series: [Series]) -> [SeriesKey: Int] {
    Dictionary(series.indices.map { (series[$0].key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What the series are about: the columns of a wide output.
  public var columns: [SeriesKey] { series.map(\.key) }

  /// The figures of a unit in the order of ``columns``. A level above the unit's own has no figure: a township
  /// has no rate of counties.
  public func figures(of unit: Int) -> [Figure] {
    series.indices.compactMap { figure(unit: unit, column: $0) }
  }

  /// A unit's figure in a column of ``columns``; `nil` where the counted level lies above the unit.
  public func figure(unit: Int, column: Int) -> Figure? {
    if let level = series[column].key.level, level < levels[unit] { return nil }
    return series[column].figure(unit)
  }

  /// What the figures of a column have in common.
  public func scale(_ column: Int) -> FigureScale { series[column].scale }

  /// Writes the numbers of a column, unit after unit from a place on, as ``figure(unit:column:)`` gives them; for many
  /// units it is many times as fast. There must be room for all of them.
  public func write(
    _ column: Int, of units: Range<Int>, to numbers: inout [FigureNumbers], at place: Int
  ) {
    let highest = series[column].key.level ?? Int.max
    let levels = levels.span
    series[column].write(units, to: &numbers, at: place) { levels[$0] <= highest }
  }

  /// A unit's figure; `nil` where there is no such series or its level lies above the unit.
  public func figure(unit: Int, indicator: Int, level: Int?, part: Int? = nil) -> Figure? {
    positions[SeriesKey(indicator: indicator, level: level, part: part)]
      .flatMap { figure(unit: unit, column: $0) }
  }
}

/// An indicator whose formula is wrong.
public struct IndicatorError: Error, Hashable, Sendable {
  /// The indicator's id.
  public let indicator: String
  /// What is wrong with its formula.
  public let fault: FormulaError

  /// What is wrong and what to do, in the reader's language.
  public func message(_ language: Language) -> String {
    language.pick(
      "指标 \(indicator) 的公式第 \(fault.column) 个字符：",
      "indicator \(indicator), formula character \(fault.column): ")
      + fault.message(language)
  }
}
