import Formula
import Model

/// Tells why figures are no longer what was published.
struct RevisionCauses {
  /// A difference of numerator and denominator. Wraps where a sum does not fit: it then takes back what
  /// another wrapped.
  struct Delta: Equatable {
    var top: Int64 = 0
    var bottom: Int64 = 0

    mutating func add(_ top: Int64, _ bottom: Int64) {
      self.top &+= top
      self.bottom &+= bottom
    }

    static func - (a: Delta, b: Delta) -> Delta {
      Delta(top: a.top &- b.top, bottom: a.bottom &- b.bottom)
    }
  }

  let registryChanged: Bool
  let campaignChanged: Bool
  private let now: MonthFigures
  private let then: MonthFigures?
  private let campaign: Campaign
  private let nowAdds: [SeriesKey: Contributions]
  private let thenAdds: [SeriesKey: Contributions]
  /// The series of then by those of now.
  private let thenKeys: [SeriesKey: SeriesKey]
  private let sources: SourceChanges?

  init(
    campaign: Campaign, now: MonthFigures, thenCampaign: Campaign, then: MonthFigures?,
    registryChanged: Bool, campaignChanged: Bool
  ) {
    self.campaign = campaign
    self.now = now
    self.then = then
    self.registryChanged = registryChanged
    self.campaignChanged = campaignChanged
    nowAdds = then == nil ? [:] : now.contributions(campaign)
    thenAdds = then?.contributions(thenCampaign) ?? [:]
    let names = then?.figures.named(thenCampaign) ?? [:]
    thenKeys = Dictionary(
      now.figures.columns.compactMap { key in names[SeriesName(key, campaign)].map { (key, $0) } },
      uniquingKeysWith: { first, _ in first })
    sources = then.map {
      SourceChanges(campaign: campaign, now: now.returns, thenCampaign: thenCampaign, then: $0.returns)
    }
  }

  /// The causes of an erratum, the largest first.
  func of(_ erratum: Erratum) -> [RevisionCause] {
    // No row of it can be told from the others. A series that is no more has no indicator here.
    let indicator = erratum.key.indicator
    if campaign.indicators.indices.contains(indicator), campaign.indicators[indicator].isOfAllRows {
      return []
    }
    let told = erratum.published.flatMap { told in erratum.now.flatMap { told.kept(like: $0) } ?? told }
    let whole = Delta(
      top: (erratum.now?.numerator ?? 0) &- (told?.numerator ?? 0),
      bottom: (erratum.now?.denominator ?? 0) &- (told?.denominator ?? 0))
    var tally = CauseTally()
    if let then, let key = thenKeys[erratum.key], let before = thenAdds[key],
      let after = nowAdds[erratum.key]
    {
      compare(erratum, before, after, &tally)
      if after.denominator == nil {
        let unit = then.returns.roster.index(of: erratum.code)
        let old = unit.flatMap { then.figure($0, key)?.denominator }
        tally.registry.bottom &+= (erratum.now?.denominator ?? 0) &- (old ?? 0)
      }
    } else if erratum.unit == nil {
      tally.registry = whole
    }
    // A sum that does not fit has no number to be explained.
    let fits = told?.status != .overflow && erratum.now?.status != .overflow
    let rest = fits ? whole - tally.returned : tally.registry
    var causes = tally.causes
    causes += remaining(rest, tally, isAlone: causes.isEmpty)
    return causes.sorted { a, b in
      (b.numerator.magnitude, a.path, a.kind.rawValue) < (a.numerator.magnitude, b.path, b.kind.rawValue)
    }
  }

  /// Adds up what the units below did, each by what it adds now and what it added then.
  private func compare(
    _ erratum: Erratum, _ before: Contributions, _ after: Contributions, _ tally: inout CauseTally
  ) {
    guard let then, let sources else { return }
    let (old, new) = (then.returns.roster, now.returns.roster)
    let oldRange = old.index(of: erratum.code).map { $0..<Int(old.end[$0]) } ?? 0..<0
    let newRange = erratum.unit.map { $0..<Int(new.end[$0]) } ?? 0..<0
    let forms = sources.forms(of: erratum.key.indicator)
    for unit in newRange where after.members[unit] {
      let former = Int(sources.former[unit])
      guard oldRange.contains(former), before.members[former] else {
        tally.isRegistryTouched = true
        tally.registry.add(after.numerator.values[unit], after.denominator?.values[unit] ?? 0)
        continue
      }
      guard !before.same(former, as: unit, of: after),
        let change = sources.change(of: unit, former, forms)
      else { continue }
      tally.add(
        change, new.units[unit].code, after.numerator.values[unit] &- before.numerator.values[former],
        (after.denominator?.values[unit] ?? 0) &- (before.denominator?.values[former] ?? 0))
    }
    for unit in oldRange where before.members[unit] {
      let latter = Int(sources.latter[unit])
      guard !newRange.contains(latter) || !after.members[latter] else { continue }
      tally.isRegistryTouched = true
      tally.registry.add(
        0 &- before.numerator.values[unit], 0 &- (before.denominator?.values[unit] ?? 0))
    }
  }

  /// What the returns do not explain: the registry, where units came, went or moved, and the campaign.
  private func remaining(_ rest: Delta, _ tally: CauseTally, isAlone: Bool) -> [RevisionCause] {
    var shares: [(kind: RevisionCause.Kind, delta: Delta, isTold: Bool)] = []
    switch (registryChanged, campaignChanged) {
    case (true, false): shares = [(.registry, rest, isAlone || tally.isRegistryTouched)]
    case (false, true): shares = [(.campaign, rest, isAlone)]
    case (true, true) where then == nil: shares = [(.registry, Delta(), true), (.campaign, Delta(), true)]
    case (let isPossible, _):
      shares = [
        (.registry, tally.registry, isPossible && tally.isRegistryTouched),
        (.campaign, rest - tally.registry, isPossible && isAlone && !tally.isRegistryTouched),
      ]
    }
    if then == nil, !registryChanged, !campaignChanged { return [] }
    return shares.filter { $0.isTold || $0.delta != Delta() }.map {
      RevisionCause($0.kind, numerator: $0.delta.top, denominator: $0.delta.bottom)
    }
  }
}

extension Contributions {
  /// Whether a unit adds the same as one of another month does there, and has answered as that has.
  fileprivate func same(_ unit: Int, as other: Int, of later: Contributions) -> Bool {
    answered[unit] == later.answered[other]
      && numerator.valued[unit] == later.numerator.valued[other]
      && numerator.values[unit] == later.numerator.values[other]
      && denominator?.values[unit] == later.denominator?.values[other]
  }
}
