import Model
import Testing

@testable import Ingest

@Suite struct ReceivedListTests {
  static func list(_ text: String) -> ReceivedList {
    ReceivedList(Array(text.utf8), file: "received.csv", utcOffset: 480)
  }

  /// The findings as `code row:column`.
  static func marks(_ list: ReceivedList) -> [String] {
    list.findings.map { "\($0.code) \($0.place.row):\($0.place.column)" }
  }

  @Test(arguments: [
    ("2016-07-05", "2016-07-05 00:00"), ("2016-07-05 18:00", "2016-07-05 18:00"),
    ("2016-07-05 18:00:30", "2016-07-05 18:00"), ("2016-07-05T18:00", "2016-07-05 18:00"),
    ("2016-07-05T18:00+08:00", "2016-07-05 18:00"), ("2016-07-05T18:00:59Z", "2016-07-06 02:00"),
    ("2016-07-05 23:30-03:30", "2016-07-06 11:00"), ("2016-07-01T03:00+14:00", "2016-06-30 21:00"),
    ("2016-7-5", "2016-07-05 00:00"), ("2016/7/5 9:30", "2016-07-05 09:30"),
    ("2016/7/5 9:30:05", "2016-07-05 09:30"), ("2016年7月5日 18:00", "2016-07-05 18:00"),
    ("7/5/2016 9:30", nil), ("16/7/5 9:30", nil), ("2016/7/5 9:3", nil), ("2016/7/5 :30", nil),
    (" 9:30", nil),
    ("2016-02-30", nil), ("2016-07-05 24:00", nil), ("2016-07-05 18", nil),
    ("2016-07-05 18:00:60", nil), ("2016-07-05 18:00+8", nil), ("2016-07-05 18:00 x", nil),
    ("2016-07-05Z", nil), ("2016-07-05 18:00+19:00", nil), ("七月五日", nil), ("2016-07-0五", nil), ("", nil),
  ])
  func readsTimes(text: String, expected: String?) {
    #expect(ReceivedTime.parse(text, utcOffset: 480)?.description == expected)
  }

  @Test func readsChineseHeadingsInAnyOrder() throws {
    let list = Self.list("报送单位,文件,收到时间\n'1101,11/甲.csv,2016/7/5 18:00\n,./乙.csv,\n12,11\\丙.csv,2016-07-06\n")
    #expect(list.findings.isEmpty)
    #expect(list.entries["11/甲.csv"]?.time?.description == "2016-07-05 18:00")
    #expect(list.entries["11/甲.csv"]?.from?.description == "1101")
    #expect(list.entries["乙.csv"] == ReceivedList.Entry(time: nil, from: nil))
    #expect(list.entries["11/丙.csv"]?.time?.day.description == "2016-07-06")
    #expect(list.rows["11/丙.csv"] == 4)
  }

  @Test func aBadLineDoesNotSpoilTheOthers() {
    let list = Self.list(
      "file,received_at,from\na.csv,yesterday,11\n,2016-07-05,11\nb.csv,2016-07-05,北京\na.csv,2016-07-05,\nc.csv\n\"d.csv,2016-07-05,\n"
    )
    #expect(
      Self.marks(list).sorted() == [
        "received-file-empty 3:1", "received-time 2:2", "received-twice 5:1", "received-unit 4:3",
        "received-unreadable 7:1",
      ])
    #expect(list.entries["a.csv"]?.time == nil && list.entries["a.csv"]?.from?.description == "11")
    #expect(list.entries["b.csv"]?.time != nil && list.entries["b.csv"]?.from == nil)
    #expect(list.entries["c.csv"] != nil && list.entries.count == 3)
    for finding in list.findings {
      #expect(!finding.reason.message(.zh).isEmpty && !finding.reason.message(.en).isEmpty)
      #expect(finding.severity == .query)
    }
  }

  @Test func withoutItsHeadingItIsNotUsed() {
    for text in ["", "a.csv,2016-07-05\n"] {
      let list = Self.list(text)
      #expect(Self.marks(list) == ["received-heading 1:0"])
      #expect(list.entries.isEmpty)
    }
  }

  @Test func manyFindingsAreCut() {
    let lines = (0..<5_000).map { "f\($0).csv,some day,110105" }
    let found = Self.list("file,received_at,from\n" + lines.joined(separator: "\n")).findings
    #expect(found.count == 1000)
    #expect((found.last?.reason as? FindingsMore)?.count == 4001)
    let more = Self.list("file,received_at,from\na.csv,2016-07-01,110105\n").findings(
      with: (0..<2_000).lazy.map { Finding(FileNoRows(), at: Place(file: "received.csv", row: $0)) })
    #expect(more.count == 1000)
  }

  @Test func moreRowsThanAreRead() {
    let text = "file,received_at\na.csv,2016-07-05\n\nb.csv,2016-07-06\nc.csv,2016-07-07\nd.csv,2016-07-08\n"
    let list = ReceivedList(Array(text.utf8), file: "received.csv", utcOffset: 480, most: 2)
    #expect(list.rows == ["a.csv": 2, "b.csv": 4])
    #expect(Self.marks(list) == ["received-long 5:0"])
    let whole = ReceivedList(Array(text.utf8), file: "received.csv", utcOffset: 480, most: 4)
    #expect(whole.rows.count == 4 && whole.findings.isEmpty)
  }
}
