/// What each unit itself adds to a sum, without those below it.
struct OwnValues: Sendable {
  /// Who has a value, among those who are asked.
  let valued: [Bool]
  /// The values; 0 where there is none.
  let values: [Int64]
}

/// What each unit itself adds to a series: the numbers that its sums are made of.
struct Contributions: Sendable {
  /// Who is asked.
  let members: [Bool]
  /// Who of them has answered.
  let answered: [Bool]
  /// What is added to the numerator.
  let numerator: OwnValues
  /// What is added to the denominator where that is the sum of an item; else `nil`.
  let denominator: OwnValues?
}
