import Model

/// A flag a unit of the roster: whole columns of them at a time, since a month has dozens. A flag is a byte, 0 or 1; of
/// bytes many are looked at at once.
enum Flags {
  /// Of each unit whether both flags are set.
  static func both(_ a: [Bool], _ b: [Bool]) -> [Bool] {
    // As many bytes as flags.
    let one = unsafe Span<UInt8>(_bytes: a.span.bytes)
    let other = unsafe Span<UInt8>(_bytes: b.span.bytes)
    return made(one, other) { $0 & $1 != 0 }
  }

  /// Of each unit whether it has a value.
  static func valued(_ states: [CellState]) -> [Bool] {
    made(states.span, states.span) { state, _ in state == .value }
  }

  /// Of each unit whether it has answered.
  static func answered(_ states: [CellState]) -> [Bool] {
    made(states.span, states.span) { state, _ in state.isAnswered }
  }

  /// The values where a flag is set; 0 elsewhere.
  static func chosen(_ values: [Int64], where flags: [Bool]) -> [Int64] {
    made(values.span, flags.span) { value, isSet in isSet ? value : 0 }
  }

  /// 1 where a flag is set; 0 elsewhere.
  static func ones(_ flags: [Bool]) -> [Int64] {
    // As many bytes as flags.
    let flags = unsafe Span<UInt8>(_bytes: flags.span.bytes)
    return made(flags, flags) { flag, _ in Int64(flag) }
  }

  /// Whether the same are set.
  static func areSame(_ a: [Bool], _ b: [Bool]) -> Bool {
    // As many bytes as flags.
    let one = unsafe Span<UInt8>(_bytes: a.span.bytes)
    let other = unsafe Span<UInt8>(_bytes: b.span.bytes)
    return one.isSame(as: other)
  }

  /// What is made of each place of two columns that are as long. It is not asked at each place whether it is there, so
  /// that many are made at once.
  @inline(__always)
  private static func made<A, B, Result>(_ a: Span<A>, _ b: Span<B>, _ body: (A, B) -> Result) -> [Result] {
    precondition(a.count == b.count)
    // The room has as many places as both.
    return unsafe Array(unsafeUninitializedCapacity: a.count) { room, count in
      for place in a.indices {
        let made = unsafe body(a[unchecked: place], b[unchecked: place])
        unsafe room.initializeElement(at: place, to: made)
      }
      count = a.count
    }
  }
}
