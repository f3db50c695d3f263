import Model
import TestSupport
import Testing

@testable import Store

/// What was saved comes back, as of every entry, compared with what was kept in memory.
struct ReturnsTests {
  static let choices = [
    Choice(id: "c1", label: "一"), Choice(id: "c 2", label: "二"), Choice(id: "3", label: "三"),
  ]

  /// Items of every type; some are named like columns that every table has, or alike but for case.
  static func items(_ prefix: String) -> [Item] {
    [
      Fixture.item(prefix + "flag", .flag), Fixture.item(prefix + "Flag", .count),
      Fixture.item(prefix == "" ? "states" : prefix + "s", .amount(decimals: 2)),
      Fixture.item(prefix == "" ? "Month" : prefix + "m", .choice(choices), filledBy: [1]),
      Fixture.item(prefix + "quote\"d", .date), Fixture.item(prefix + "说明", .text, filledBy: [2]),
    ]
  }

  struct Kept {
    var month: Month
    var campaign: Campaign
    var roster: Roster
    var entry: Int
    var description: Description
  }

  @Test(arguments: 0..<12)
  func `returns as of every entry are those that were saved`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let store = try Store.open(folder.history, .writing)
    var random = RandomReturns(seed: seed)
    let months = [try Fixture.month("2016-05"), try Fixture.month("2016-06")]
    var kept: [Kept] = []
    var latest: [Month: Returns] = [:]
    for round in 0..<5 {
      let campaign = try campaign(round)
      var addition = Fixture.addition(round)
      for month in months where round == 0 || !random.isOneIn(3) {
        let lost = random.int(0..<9)
        let roster = try Fixture.roster(counties: 4, townships: 5, month: month) { $0 % 9 != lost }
        try arrive(month, &addition, &random, store)
        let arrivals =
          try store.arrivals(month: month, asOf: round + 1)
          + addition.arrivals.map(\.arrival).filter { $0.month == month }
        var returns = Returns(
          roster: roster, campaign: campaign, submissions: random.submissions(arrivals, campaign))
        carry(latest[month], to: &returns, campaign, kept.last { $0.month == month }?.campaign)
        random.change(&returns, campaign, rarity: round == 0 ? 1 : 3)
        latest[month] = returns
        addition.months.append(
          MonthRecord(month: month, key: "\(round)", campaign: campaign, returns: returns, findings: []))
      }
      let entry = try store.add(addition)
      for record in addition.months {
        kept.append(
          Kept(
            month: record.month, campaign: campaign, roster: record.returns.roster, entry: entry.id,
            description: Description(record.returns, campaign)))
      }
    }
    try check(kept, Store.open(folder.history, .reading))
  }

  /// A form grows, another comes and an item goes.
  private func campaign(_ round: Int) throws -> Campaign {
    var forms = [(id: "monthly", items: Self.items(""))]
    if round > 1 { forms[0].items.append(Fixture.item("new", .count)) }
    if round > 2 { forms.append((id: "Monthly", items: Self.items("x_"))) }
    if round == 4 { forms[0].items.remove(at: 0) }
    return try Fixture.campaign(forms)
  }

  /// Up to three new files.
  private func arrive(
    _ month: Month, _ addition: inout Addition, _ random: inout RandomReturns, _ store: Store
  ) throws {
    var next = try store.nextArrival() + addition.arrivals.count
    for _ in 0..<random.int(1..<4) {
      addition.arrivals.append(Fixture.arrival(next, month, path: "p\(random.int(0..<99))/\(next).csv"))
      next += 1
    }
  }

  /// Starts from what the month was before, for units and items that are still there.
  private func carry(_ old: Returns?, to new: inout Returns, _ campaign: Campaign, _ before: Campaign?) {
    guard let old, let before else { return }
    new.texts = old.texts
    for (form, ofForm) in campaign.forms.enumerated() {
      guard let was = before.forms.firstIndex(where: { $0.id == ofForm.id }) else { continue }
      for unit in 0..<new.roster.count {
        guard let earlier = old.roster.index(of: new.roster.units[unit].code) else { continue }
        new.statuses[form][unit] = old.statuses[was][earlier]
        new.firstReceived[form][unit] = old.firstReceived[was][earlier]
        let source = old.sources[was][earlier]
        if source.submission >= 0 {
          let table = old.submissions[Int(source.submission)].tables[Int(source.table)]
          let tables = new.submissions[Int(source.submission)].tables
          let place = tables.firstIndex { $0.sheet == table.sheet && $0.form == form } ?? 0
          new.sources[form][unit] = ReturnSource(
            submission: source.submission, table: Int32(place), row: source.row)
        }
        for item in ofForm.items {
          guard let place = before.items.firstIndex(where: { $0.id == campaign.items[item].id }) else {
            if new.statuses[form][unit] == .accepted { new.columns[item].set(unit, .blank) }
            continue
          }
          new.columns[item].states[unit] = old.columns[place].states[earlier]
          new.columns[item].values[unit] = old.columns[place].values[earlier]
        }
      }
    }
  }

  private func check(_ kept: [Kept], _ store: Store) throws {
    let last = try #require(try store.latestEntry())
    for one in kept {
      let next = kept.first { $0.month == one.month && $0.entry > one.entry }?.entry ?? last.id + 1
      for entry in one.entry..<next {
        let loaded = try #require(try store.returns(campaign: one.campaign, roster: one.roster, asOf: entry))
        #expect(Description(loaded, one.campaign) == one.description)
      }
    }
    let first = try #require(kept.first)
    #expect(try store.returns(campaign: first.campaign, roster: first.roster, asOf: 0) == nil)
  }
}
