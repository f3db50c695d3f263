public import Model

/// What reading a month's files anew has given.
public struct MonthRecord: Sendable {
  /// The month.
  public var month: Month
  /// From what it was read, in the caller's own words: the same key, the same returns.
  public var key: String
  /// The campaign by which it was read.
  public var campaign: Campaign
  /// The returns; their submissions know their ``Model/Submission/arrival``.
  public var returns: Returns
  /// All findings of the month.
  public var findings: [StoredFinding]
  /// The arrivals of the month that hold rows of a ledger, each with the ledger's id.
  public var ledgerFiles: [LedgerFileRecord] = []

  /// A reading of a month.
  public init(
    month: Month, key: String, campaign: Campaign, returns: Returns, findings: [StoredFinding]
  ) {
    self.month = month
    self.key = key
    self.campaign = campaign
    self.returns = returns
    self.findings = findings
  }
}

/// That a file holds rows of a ledger.
public struct LedgerFileRecord: Hashable, Sendable {
  /// The arrival's id.
  public var arrival: Int
  /// The ledger's id.
  public var ledger: String

  /// A file of a ledger.
  public init(arrival: Int, ledger: String) {
    self.arrival = arrival
    self.ledger = ledger
  }
}

/// A finding as the history keeps it: its reason as the text that was shown.
public struct StoredFinding: Hashable, Sendable {
  /// The reason's stable name.
  public var code: String
  /// How much it weighs.
  public var severity: Severity
  /// Where.
  public var place: Place
  /// The unit; `nil` where no unit is meant.
  public var unit: UnitCode?
  /// The item's label; empty where no item is meant.
  public var item: String
  /// What stands there, shortened and masked; empty where nothing is shown.
  public var value: String
  /// What is wrong and what to do, in the campaign's language.
  public var message: String

  /// A finding.
  public init(
    code: String, severity: Severity, place: Place, unit: UnitCode?, item: String, value: String,
    message: String
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.unit = unit
    self.item = item
    self.value = value
    self.message = message
  }

  /// A finding with its message in that language.
  public init(_ finding: Finding, _ language: Language) {
    self.init(
      code: finding.code, severity: finding.severity, place: finding.place, unit: finding.unit,
      item: finding.item, value: finding.value, message: finding.reason.message(language))
  }
}

/// Equal characters of other bytes are another text, as they are to the history; bytes are compared and hashed many at a
/// time.
extension StoredFinding {
  /// Whether both say the same.
  public static func == (one: StoredFinding, other: StoredFinding) -> Bool {
    one.place.row == other.place.row && one.place.column == other.place.column && one.unit == other.unit
      && one.severity == other.severity
      && one.texts.elementsEqual(other.texts) { $0.utf8.span.isSame(as: $1.utf8.span) }
  }

  private var texts: [String] { [place.file, place.sheet, code, item, value, message] }

  /// Its place and unit: few findings have both in common.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(place.row)
    hasher.combine(place.column)
    hasher.combine(unit)
    let file = place.file.utf8.span
    // The bytes are hashed during the call.
    unsafe file.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }
}

/// A file that does not count.
public struct Withdrawal: Hashable, Sendable {
  /// The arrival's id.
  public var arrival: Int
  /// Why, in a person's words.
  public var reason: String
  /// The entry that withdrew it.
  public var entry: Int

  /// A withdrawal in force.
  public init(arrival: Int, reason: String, entry: Int) {
    self.arrival = arrival
    self.reason = reason
    self.entry = entry
  }
}
