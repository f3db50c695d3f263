import Model

/// A value of the history that no program of ours has put there: the file is damaged, or somebody has changed it.
struct Unreadable: Error {
  /// What stands there.
  let description: String
}

/// Values of a row, which a damaged history may have made anything at all. What comes out of the history is what could
/// have been put in, or nothing.
extension Prepared {
  /// A month; throws where the text is none.
  func month(_ column: Int) throws -> Month {
    guard let month = Month(text(column)) else { throw Unreadable(description: "month \(text(column))") }
    return month
  }

  /// A unit's code, `nil` for NULL; throws where the text is none.
  func code(_ column: Int) throws -> UnitCode? {
    if isNull(column) { return nil }
    guard let code = unsafe withText(column, { unsafe UnitCode($0) }) else {
      throw Unreadable(description: "unit \(text(column))")
    }
    return code
  }

  /// The number of an entry, of a file, of a row or of units: 0 to 2³¹ - 1; throws where it is none.
  func count(_ column: Int) throws -> Int {
    guard isInteger(column), let count = Int32(exactly: int64(column)), count >= 0 else {
      throw Unreadable(description: "number \(text(column))")
    }
    return Int(count)
  }

  /// The same, `nil` for NULL.
  func optionalCount(_ column: Int) throws -> Int? { isNull(column) ? nil : try count(column) }

  /// How many decimals a number has: 0 to 18; throws where it is none.
  func decimals(_ column: Int) throws -> Int {
    let decimals = try count(column)
    guard decimals <= 18 else { throw Unreadable(description: "decimals \(decimals)") }
    return decimals
  }

  /// A moment, in minutes since 1970-01-01 00:00; throws where it is some 16,000 years off.
  func time(_ column: Int) throws -> LocalTime {
    guard isInteger(column), int64(column).magnitude < 1 << 33 else {
      throw Unreadable(description: "time \(text(column))")
    }
    return LocalTime(minutes: int(column))
  }

  /// The same, `nil` for NULL.
  func optionalTime(_ column: Int) throws -> LocalTime? { isNull(column) ? nil : try time(column) }
}
