/// The numbers of a figure, without what all figures of its series share: millions of them are printed.
public struct FigureNumbers: Sendable {
  /// As ``Figure/numerator``.
  public var numerator: Int64
  /// As ``Figure/denominator``.
  public var denominator: Int64?
  /// As ``Figure/status``.
  public var status: FigureStatus

  /// A figure's numbers.
  public init(numerator: Int64, denominator: Int64?, status: FigureStatus) {
    self.numerator = numerator
    self.denominator = denominator
    self.status = status
  }

  /// Those of a unit that has no such figure.
  public static let none = FigureNumbers(numerator: 0, denominator: nil, status: .cannotExist)
}

/// What all figures of a series have in common.
public struct FigureScale: Hashable, Sendable {
  /// As ``Figure/numeratorDecimals``.
  public var numeratorDecimals: Int
  /// As ``Figure/denominatorDecimals``.
  public var denominatorDecimals: Int

  /// A scale.
  public init(numeratorDecimals: Int, denominatorDecimals: Int) {
    self.numeratorDecimals = numeratorDecimals
    self.denominatorDecimals = denominatorDecimals
  }
}
