import Model
import Testing

@testable import Store

/// Findings are the same where every byte of them is.
@Suite struct StoredFindingTests {
  private static let finding = StoredFinding(
    code: "count-text", severity: .query, place: Place(file: "石家庄.csv", sheet: "甲", row: 3, column: 2),
    unit: UnitCode("130102"), item: "委员人数", value: "三", message: "请填数字")

  @Test func everyFieldCounts() {
    let changes: [(inout StoredFinding) -> Void] = [
      { $0.code = "count-blank" }, { $0.severity = .note }, { $0.place.file = "石家庄2.csv" },
      { $0.place.sheet = "" }, { $0.place.row = 4 }, { $0.place.column = 3 }, { $0.unit = nil },
      { $0.item = "" }, { $0.value = "四" }, { $0.message = "请填数" },
    ]
    var all: Set = [Self.finding, Self.finding]
    #expect(all.count == 1)
    for change in changes {
      var other = Self.finding
      change(&other)
      #expect(other != Self.finding)
      all.insert(other)
    }
    #expect(all.count == 1 + changes.count)
  }

  /// To Swift é is e with an accent; to the history they are two texts.
  @Test func equalCharactersOfOtherBytes() {
    var (one, other) = (Self.finding, Self.finding)
    (one.place.file, other.place.file) = ("caf\u{E9}.csv", "cafe\u{301}.csv")
    #expect(one.place.file == other.place.file)
    #expect(one != other)
    let both: Set = [one, other]
    #expect(both.count == 2)
  }
}
