public import Model

/// Who reported in one month of a longer period.
public struct PeriodMonth: Hashable, Sendable {
  /// The returns of one form.
  public struct FormCoverage: Hashable, Sendable {
    /// The position of the form in ``Model/Campaign/forms``.
    public var form: Int
    /// Units that owed it, of the edition's unit and below.
    public var expected: Int
    /// Of these, units whose return counts.
    public var received: Int

    /// The returns of a form.
    public init(form: Int, expected: Int, received: Int) {
      self.form = form
      self.expected = expected
      self.received = received
    }
  }

  /// The month.
  public var month: Month
  /// The forms; empty where nothing is known of the month.
  public var forms: [FormCoverage]

  /// A month.
  public init(month: Month, forms: [FormCoverage]) {
    self.month = month
    self.forms = forms
  }
}
