/// What is made of all rows of a unit, in a rule of a ledger.
enum RowAggregate: String, Hashable, CaseIterable {
  /// How many rows fulfil a condition; which share of those of which it is known.
  case count, share
  /// The sum of a number, and its mean, over the rows that have it.
  case sum, mean
}

/// An aggregate over rows, where it stands in a formula, and where its argument does.
struct AggregateCall: Hashable {
  var aggregate: RowAggregate
  var span: Span
  /// With its parentheses.
  var argument: Span
}
