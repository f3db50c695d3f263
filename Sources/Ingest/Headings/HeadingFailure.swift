import Model

/// Why a file's rows cannot be told apart into columns.
enum HeadingFailure {
  case empty
  case fault(RecordFault)
  case notFound(HeadingSearch.NearMiss?)

  var isGarbled: Bool {
    if case .notFound(let miss?) = self { miss.nearest == .garbled } else { false }
  }

  /// Whether a row would be the heading row, were its full-width commas taken for separators.
  var hasFullWidthCommas: Bool {
    if case .notFound(let miss?) = self { miss.nearest == .fullWidthCommas } else { false }
  }

  /// The lower the more it says, where several ways to read a file fail.
  var rank: Int {
    switch self {
    case .empty: 0
    case .notFound(let miss?): miss.nearest == .garbled ? 3 : 1
    case .fault: 2
    case .notFound(nil): 4
    }
  }

  /// The row to look at, 1 for the first; 0 where there is none.
  var row: Int {
    switch self {
    case .notFound(let miss): miss?.row ?? 0
    case .fault(let fault): fault.row
    case .empty: 0
    }
  }

  /// The column to look at, 1 for A; 0 where there is none.
  var column: Int {
    if case .fault(let fault) = self { fault.column } else { 0 }
  }

  func reason(items: [String]) -> any FindingReason {
    switch self {
    case .empty: FileEmpty()
    case .fault(let fault): fault.kind.reason
    case .notFound(let miss): HeadingNotFound(miss?.nearest ?? .none, items: items)
    }
  }
}
