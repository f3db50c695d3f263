import Model

/// A statement that differs from the sum below, and what another value of a unit below would have to be.
struct Gap {
  let unit: Int
  let item: Int
  let own: Int64
  let below: Int64
  /// `own` − `below`; not 0.
  let difference: Int64

  /// `nil` where there is no difference to be explained.
  init?(_ found: Reconciled) {
    guard let own = found.own, let below = found.below, let difference = found.difference, difference != 0
    else { return nil }
    (unit, item) = (found.unit, found.item)
    (self.own, self.below, self.difference) = (own, below, difference)
  }

  /// The value that a unit below would have to have for the sums to be equal; `nil` where it does not fit.
  func meant(_ term: Term) -> Int64? {
    let (sum, overflow) = term.value.addingReportingOverflow(difference)
    return overflow ? nil : sum
  }

  /// A cause in the value of a unit below.
  func cause(
    _ kind: ReconciliationCause.Kind, _ term: Term, source: ReturnSource? = nil
  ) -> ReconciliationCause {
    ReconciliationCause(
      kind, units: [term.unit], recorded: term.value, meant: meant(term) ?? term.value, source: source)
  }
}
