import Model
import Testing

@testable import Pipeline

/// Who sent a file, as far as its folders say.
@Suite struct SenderFolderTests {
  @Test(arguments: [
    ("C1-02/a.csv", "C1-02"), ("C1-02-Eastbank/a.csv", "C1-02"), ("C1-02 Eastbank/a.csv", "C1-02"),
    ("C1/corrected/a.csv", "C1"), ("C1/C1-01-Bridge/a.csv", "C1-01"), ("C1Hill County/a.csv", "C1"),
    // Another's name, part of a name, a name alone, a longer code, a file's own name.
    ("C1-02-Bridge/a.csv", nil), ("C1-02-East/a.csv", nil), ("Eastbank/a.csv", nil), ("C1-0201/a.csv", nil),
    ("others/C1-02.csv", nil), ("C1-02-/a.csv", nil), ("a.csv", nil),
  ])
  func sender(path: String, sender: String?) throws {
    let workspace = try TemporaryCampaign().open()
    let month = try #require(Month("2016-06"))
    let receipts = Receipts(nil, workspace.roster(in: month), utcOffset: 0)
    #expect(receipts.of(path: path).sender?.description == sender)
  }
}
