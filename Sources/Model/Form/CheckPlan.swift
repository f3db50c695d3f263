/// What a campaign checks: the built-in checks as it sets them, and the rules of its forms.
public struct CheckPlan: Hashable, Sendable {
  /// The setting of each built-in check, in the order of ``BuiltInCheck``.
  private var settings: [CheckSetting]
  /// The stocks whose flows are known, for ``BuiltInCheck/stockFlow``.
  public var stockFlows: [StockFlow]
  /// The forms' own rules, one form after another; ids are distinct.
  public var rules: [CheckRule]

  /// Every built-in check by its defaults, and no rules.
  public init(stockFlows: [StockFlow] = [], rules: [CheckRule] = []) {
    settings = BuiltInCheck.allCases.map(CheckSetting.init)
    self.stockFlows = stockFlows
    self.rules = rules
  }

  /// The setting of a check.
  public subscript(check: BuiltInCheck) -> CheckSetting {
    get { settings[check.position] }
    set { settings[check.position] = newValue }
  }
}

/// How a campaign sets a built-in check.
public struct CheckSetting: Hashable, Sendable {
  /// Whether it is made at all.
  public var isOn: Bool
  /// What its findings weigh; never ``Severity/reject`` where the check looks at other months or units.
  public var severity: Severity
  private var limits: [CheckLimit: Int]

  /// The defaults of a check.
  public init(_ check: BuiltInCheck) {
    isOn = check.isOnByDefault
    severity = check.severity
    limits = Dictionary(check.limits.map { ($0.limit, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// A threshold; 0 where the check has no such threshold.
  public subscript(limit: CheckLimit) -> Int {
    get { limits[limit] ?? 0 }
    set { limits[limit] = newValue }
  }
}

/// A stock, and the items by which it grows and shrinks from one month to the next; positions in
/// ``Campaign/items``, all with the same decimals.
public struct StockFlow: Hashable, Sendable {
  /// The stock.
  public var stock: Int
  /// What came in within the month.
  public var inflow: Int?
  /// What went out within the month.
  public var outflow: Int?

  /// A stock with at least one flow.
  public init(stock: Int, inflow: Int?, outflow: Int?) {
    self.stock = stock
    self.inflow = inflow
    self.outflow = outflow
  }
}

/// A rule of a form: a condition that each of its returns must fulfil.
public struct CheckRule: Hashable, Sendable {
  /// Its name; no other rule and no built-in check has it.
  public var id: String
  /// The position of the form.
  public var form: Int
  /// The condition; the rule is violated where it is `no`, and not where it is unknown.
  public var formula: String
  /// The condition as the form gives it where that speaks of a ledger's rows; empty where it is ``formula``.
  public var written = ""
  /// What its findings weigh.
  public var severity: Severity
  /// What to tell the clerk, as the form gives it; empty for the program's own words.
  public var message: String
  /// The ranks of the levels whose returns it is about.
  public var levels: SmallSet

  /// A rule as a form's reader has proved it.
  public init(
    id: String, form: Int, formula: String, severity: Severity = .query, message: String = "",
    levels: SmallSet
  ) {
    self.id = id
    self.form = form
    self.formula = formula
    self.severity = severity
    self.message = message
    self.levels = levels
  }
}
