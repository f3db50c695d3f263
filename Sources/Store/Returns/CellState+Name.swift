import Model

extension CellState {
  /// The name in the column `states`.
  var name: String {
    switch self {
    case .notReported: "notReported"
    case .notAsked: "notAsked"
    case .blank: "blank"
    case .notApplicable: "notApplicable"
    case .unreadable: "unreadable"
    case .value: "value"
    }
  }

  /// The state of that name.
  static func named(_ name: some StringProtocol) -> CellState? { allCases.first { $0.name == name } }
}

extension ReturnStatus {
  /// The name in the column `status`; `nil` where there is no row.
  var stored: String? {
    switch self {
    case .accepted: "accepted"
    case .rejected: "rejected"
    case .missing, .notExpected: nil
    }
  }

  /// The name of a unit without a return of which something is known from the rows of a ledger below it.
  static let below = "below"

  /// What a NULL of such a row means where `states` does not name it.
  var unnamedState: CellState {
    switch self {
    case .accepted: .blank
    case .notExpected: .notAsked
    case .missing, .rejected: .notReported
    }
  }
}
