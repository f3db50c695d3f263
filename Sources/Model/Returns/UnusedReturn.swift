/// A row of a unit that was read and does not count.
public struct UnusedReturn: Hashable, Sendable {
  /// Why it does not count.
  public enum Reason: Sendable {
    /// A row received later takes its place.
    case superseded
    /// It says the same as the row that counts, and was received in the same minute.
    case repeated
    /// It differs from another row received in the same minute, so that neither counts.
    case contradicted
  }

  /// Why it does not count.
  public var reason: Reason
  /// Where it stands.
  public var source: ReturnSource
  /// Its numbers, one for each item of the form; `nil` where there is none.
  public var numbers: [Int64?]

  /// A row that does not count.
  public init(_ reason: Reason, source: ReturnSource, numbers: [Int64?]) {
    self.reason = reason
    self.source = source
    self.numbers = numbers
  }
}
