import Model

/// The feedback pages of the children of a unit. What they share is computed once, so that a page costs what it says.
public struct FeedbackBook: Sendable {
  let edition: Edition
  /// Where a unit stands among its siblings, series by series.
  let standings: [SeriesKey: Standing]
  /// The findings of each child, in the order of their places.
  let findings: [Int: [Finding]]
  private let reconciliation: [Int: [Reconciled]]
  private let ledgerReconciliation: [Int: [LedgerReconciled]]
  private let changes: [Int: [FigureChange]]
  let arrears: @Sendable (_ form: Int, _ unit: Int) -> Int

  /// `edition` is that of the unit above, with its figures, reporting, comparison and goals. `arrears` says for how many
  /// months in a row a unit has not reported a form, this one included; 0 where that is not known.
  public init(
    _ edition: Edition, arrears: @escaping @Sendable (_ form: Int, _ unit: Int) -> Int = { _, _ in 0 }
  ) {
    self.edition = edition
    self.arrears = arrears
    let children = edition.roster.children(of: edition.unit)
    standings = Standing.all(children, edition)
    findings = FeedbackBook.findings(children, edition)
    ledgerReconciliation = edition.ledgerReconciliation.reduce(into: [:]) { sorted, found in
      guard let child = FeedbackBook.child(of: found.unit, children, edition.roster) else { return }
      sorted[child, default: []].append(found)
    }
    reconciliation = edition.reconciliation.reduce(into: [:]) { sorted, found in
      guard let child = FeedbackBook.child(of: found.unit, children, edition.roster) else { return }
      sorted[child, default: []].append(found)
    }
    changes = Dictionary(grouping: edition.comparison?.changes ?? [], by: \.unit)
  }

  /// The units that there are pages for, in the order of the roster.
  public var units: [Int] { edition.roster.children(of: edition.unit) }

  /// The page of a child as Markdown.
  public func markdown(of unit: Int) -> String {
    MarkdownRenderer.render(FeedbackPage.document(of: unit, in: self), language: edition.language)
  }

  /// The edition of a child: its own figures, changes and findings beside what all have in common.
  func edition(of unit: Int) -> Edition {
    var own = edition
    own.unit = unit
    own.findings = findings[unit] ?? []
    own.reconciliation = reconciliation[unit] ?? []
    own.ledgerReconciliation = ledgerReconciliation[unit] ?? []
    own.ranking = []
    own.earlierErrata = []
    if let comparison = edition.comparison {
      own.comparison = Comparison(
        earlier: comparison.earlier, later: comparison.later, publication: comparison.publication,
        changes: changes[unit] ?? [], units: [])
    }
    return own
  }

  /// Findings by the child that they are about. What is rejected is mended by the sender of the file, which may be
  /// another child: a row of a unit that is not its own.
  private static func findings(_ children: [Int], _ edition: Edition) -> [Int: [Finding]] {
    let roster = edition.roster
    let senders = Dictionary(
      edition.returns.submissions.map { ($0.path, $0.sender) }, uniquingKeysWith: { first, _ in first })
    return edition.findings.reduce(into: [:]) { sorted, finding in
      let sender = (senders[finding.place.file] ?? nil).flatMap { child(of: $0, children, roster) }
      let about = finding.unit.flatMap { roster.index(of: $0) }.flatMap { child(of: $0, children, roster) }
      guard let child = finding.severity == .reject ? sender ?? about : about ?? sender else { return }
      sorted[child, default: []].append(finding)
    }
  }

  /// Which of the children a unit is or lies below.
  private static func child(of unit: Int, _ children: [Int], _ roster: Roster) -> Int? {
    children.last { $0 <= unit }.flatMap { roster.isWithin(unit, $0) ? $0 : nil }
  }
}

/// Where the children of a unit stand by one series.
struct Standing: Sendable {
  /// The rank of each child, 1 for the highest, equals sharing it.
  let ranks: [Int: Int]
  /// The middle value, in the last printed decimal; of an even number the mean of the two in the middle.
  let median: Int64?
  /// The highest value.
  let best: Int64?

  /// The standings by all series that the children have figures of.
  static func all(_ children: [Int], _ edition: Edition) -> [SeriesKey: Standing] {
    var values: [SeriesKey: [(unit: Int, value: Rational)]] = [:]
    for child in children {
      for figure in edition.figures[child] ?? [] {
        let indicator = edition.campaign.indicators[figure.indicator]
        // What a unit says of itself is no share to be ranked by.
        guard !(indicator.isRate && figure.level == edition.roster.units[child].level) else { continue }
        if let value = figure.exact(isShare: indicator.isShare) {
          values[figure.key, default: []].append((child, value))
        }
      }
    }
    return Dictionary(
      uniqueKeysWithValues: values.map { key, found in
        (key, Standing(found, decimals: edition.campaign.indicators[key.indicator].decimals))
      })
  }

  private init(_ values: [(unit: Int, value: Rational)], decimals: Int) {
    let sorted = values.sorted { $0.value == $1.value ? $0.unit < $1.unit : $0.value > $1.value }
    var (ranks, rank): ([Int: Int], Int) = ([:], 1)
    for (place, found) in sorted.enumerated() {
      if place > 0, found.value < sorted[place - 1].value { rank = place + 1 }
      ranks[found.unit] = rank
    }
    self.ranks = ranks
    best = sorted.first?.value.rounded(decimals: decimals)
    let middle = [sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2]].map(\.value)
    median = middle[0].adding(middle[1])
      .flatMap { Rational($0.numerator, $0.denominator * 2).rounded(decimals: decimals) }
  }
}
