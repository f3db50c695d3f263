import Model
import Testing

@testable import Store

/// Returns that were read by one campaign and are asked for by another.
struct OtherCampaignTests {
  let folder: TemporaryFolder
  let store: Store
  let roster: Roster

  init() throws {
    folder = try TemporaryFolder()
    store = try Store.open(folder.history, .writing)
    roster = try Fixture.roster(counties: 3, townships: 0, month: try Fixture.month("2016-06"))
  }

  private let choices = [Choice(id: "a", label: "甲"), Choice(id: "b", label: "乙")]

  /// Saves one item's values of units 1, 2 and 3; `nil` for not applicable.
  private func save(_ item: Item, _ values: [Int64?], texts: [String] = ["甲", "b"]) throws {
    let campaign = try Fixture.campaign([("f", [item])])
    var returns = Returns(roster: roster, campaign: campaign, submissions: [])
    for (place, value) in values.enumerated() {
      returns.statuses[0][place + 1] = .accepted
      returns.columns[0].set(place + 1, value == nil ? .notApplicable : .value, value ?? 0)
    }
    returns.texts = texts
    var addition = Fixture.addition()
    addition.months = [
      MonthRecord(month: roster.month, key: "k", campaign: campaign, returns: returns, findings: [])
    ]
    _ = try store.add(addition)
  }

  /// The item's cells of units 1, 2 and 3 as words.
  private func load(_ item: Item, asOf entry: Int) throws -> [String] {
    let campaign = try Fixture.campaign([("f", [item])])
    let found = try #require(try store.returns(campaign: campaign, roster: roster, asOf: entry))
    return (1...3).map { unit in
      guard let value = found.columns[0][unit] else { return "\(found.columns[0].states[unit])" }
      return item.type == .text ? found.texts[Int(value)] : "\(value)"
    }
  }

  @Test func `amounts keep what they mean when decimals change`() throws {
    func item(_ decimals: Int) -> Item { Fixture.item("x", .amount(decimals: decimals)) }
    try save(item(1), [25, .max, nil])
    #expect(try load(item(2), asOf: 1) == ["250", "unreadable", "notApplicable"])
    #expect(try load(item(0), asOf: 1) == ["unreadable", "unreadable", "notApplicable"])
    try save(item(2), [25, 250, nil])
    #expect(try load(item(2), asOf: 2) == ["25", "250", "notApplicable"])
    #expect(try load(item(1), asOf: 2) == ["unreadable", "25", "notApplicable"])
    // Every row means what `item` says as of the row's own entry: rows that look alike are written anew.
    #expect(try store.rows("SELECT count(*) FROM return_f WHERE entry = 2") { $0.int(0) } == [3])
    #expect(try load(item(1), asOf: 1) == ["25", "\(Int64.max)", "notApplicable"])
    #expect(try load(Fixture.item("x", .text), asOf: 2) == ["unreadable", "unreadable", "notApplicable"])
  }

  @Test func `choices are known by their ids`() throws {
    try save(Fixture.item("x", .choice(choices)), [0, 1, nil])
    #expect(try load(Fixture.item("x", .choice(choices.reversed())), asOf: 1) == ["1", "0", "notApplicable"])
    #expect(
      try load(Fixture.item("x", .choice([choices[1]])), asOf: 1) == ["unreadable", "0", "notApplicable"])
    #expect(try load(Fixture.item("x", .text), asOf: 1) == ["a", "b", "notApplicable"])
    #expect(try load(Fixture.item("x", .count), asOf: 1) == ["unreadable", "unreadable", "notApplicable"])
  }

  @Test func `texts that look alike are told apart by their bytes`() throws {
    let item = Fixture.item("x", .text)
    try save(item, [0, 0, 0], texts: ["e\u{301}"])
    try save(item, [0, 0, 0], texts: ["\u{e9}"])
    for (entry, text) in [(1, "e\u{301}"), (2, "\u{e9}")] {
      #expect(try load(item, asOf: entry).allSatisfy { $0.utf8.elementsEqual(text.utf8) })
    }
  }

  @Test func `an item of another type is written anew`() throws {
    try save(Fixture.item("x", .text), [0, 1, nil])
    try save(Fixture.item("x", .count), [5, 0, nil])
    #expect(try load(Fixture.item("x", .text), asOf: 1) == ["甲", "b", "notApplicable"])
    #expect(try load(Fixture.item("x", .count), asOf: 2) == ["5", "0", "notApplicable"])
    #expect(try load(Fixture.item("x", .flag), asOf: 2) == ["unreadable", "unreadable", "notApplicable"])
  }

  @Test func `an item that nobody was asked is blank, or not asked where its level is not`() throws {
    try save(Fixture.item("x", .count), [1, 2, 3])
    #expect(try load(Fixture.item("y", .count), asOf: 1) == ["blank", "blank", "blank"])
    #expect(
      try load(Fixture.item("y", .count, filledBy: [2]), asOf: 1) == ["notAsked", "notAsked", "notAsked"])
  }

  @Test func `units that the roster lacks are left out and new ones owe their return`() throws {
    try save(Fixture.item("x", .count), [1, 2, 3])
    let campaign = try Fixture.campaign([("f", [Fixture.item("x", .count)])])
    let other = try Fixture.roster(counties: 2, townships: 1, month: roster.month)
    let found = try #require(try store.returns(campaign: campaign, roster: other, asOf: 1))
    #expect(found.statuses[0] == [.notExpected, .accepted, .missing, .accepted, .missing])
    #expect(found.columns[0].values == [0, 1, 0, 2, 0])
  }

  @Test func `withdrawn files are left out unless a return still comes from them`() throws {
    let campaign = try Fixture.campaign([("f", [Fixture.item("x", .count)])])
    var addition = Fixture.addition()
    addition.arrivals = ["d", "c", "b", "a"].enumerated().map { place, path in
      Fixture.arrival(place + 1, roster.month, path: path)
    }
    addition.withdrawals = [1, 3, 4].map { AddedWithdrawal(arrival: $0, reason: "") }
    var random = RandomReturns(seed: 1)
    var returns = Returns(
      roster: roster, campaign: campaign,
      submissions: random.submissions(addition.arrivals.map(\.arrival), campaign))
    for (unit, submission) in [(1, 1), (2, 2)] {
      returns.statuses[0][unit] = .accepted
      returns.sources[0][unit] = ReturnSource(submission: Int32(submission), row: 5)
    }
    addition.months = [
      MonthRecord(month: roster.month, key: "k", campaign: campaign, returns: returns, findings: [])
    ]
    _ = try store.add(addition)
    let found = try #require(try store.returns(campaign: campaign, roster: roster, asOf: 1))
    #expect(found.submissions.map(\.path) == ["b", "c"])
    #expect(found.submissions.map(\.arrival) == [3, 2])
    #expect(found.sources[0].map(\.submission) == [-1, 1, 0, -1])
  }
}
