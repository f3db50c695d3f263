/// SQL's truth values.
public enum Truth: UInt8, Sendable, CaseIterable {
  /// It does not hold.
  case no
  /// It holds.
  case yes
  /// A value that it needs is missing.
  case unknown
}

extension Truth {
  /// No if either is no, else unknown if either is unknown.
  static func both(_ a: Truth, _ b: Truth) -> Truth {
    if a == .no || b == .no { return .no }
    return a == .yes && b == .yes ? .yes : .unknown
  }

  /// Yes if either is yes, else unknown if either is unknown.
  static func either(_ a: Truth, _ b: Truth) -> Truth {
    if a == .yes || b == .yes { return .yes }
    return a == .no && b == .no ? .no : .unknown
  }

  /// Unknown if either is unknown.
  static func same(_ a: Truth, _ b: Truth) -> Truth {
    if a == .unknown || b == .unknown { return .unknown }
    return a == b ? .yes : .no
  }

  /// The second if the first is unknown.
  static func firstKnown(_ a: Truth, _ b: Truth) -> Truth { a == .unknown ? b : a }

  /// Unknown stays unknown.
  var negated: Truth {
    switch self {
    case .no: .yes
    case .yes: .no
    case .unknown: .unknown
    }
  }
}
