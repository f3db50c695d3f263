import Aggregate
import Check
import Ingest
import Model

/// What the program's own findings are called.
enum FindingCodes {
  /// One example at least of every reason.
  static let examples: [any FindingReason] =
    IngestFindings.examples + ExplanationList.examples + CheckFindings.examples + [
      SumOverflow(), FormulaOverflow(count: 2),
    ]

  /// Their codes. No rule of a form may have one as its id: a finding would not say what it is, and an
  /// explanation not what it explains.
  static let all = Set(examples.map { type(of: $0).code })
}
