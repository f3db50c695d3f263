import Foundation
import TestSupport
import Testing

@testable import Ingest

/// Which sheets and rows there are, and how their cells are shown.
@Suite struct LegacySheetTests {
  private typealias Book = LegacyBook

  @Test func hiddenSheets() throws {
    var book = LegacyBook()
    book.others = [
      .init(name: "藏", state: 1), .init(name: "深", state: 2), .init(name: "图", type: 2),
      .init(name: "宏", type: 1), .init(name: "VBA", type: 6), .init(name: "末"),
    ]
    #expect(
      try book.sheets() == [
        WorkbookSheet(name: "甲", visibility: .visible), WorkbookSheet(name: "藏", visibility: .hidden),
        WorkbookSheet(name: "深", visibility: .veryHidden), WorkbookSheet(name: "末", visibility: .visible),
      ])
    // A sheet that is a dialog says so among its options.
    book.others = [
      .init(name: "窗", records: [(0x0081, [0x10, 0])]), .init(name: "末", records: [(0x0081, [0xC1, 4])]),
    ]
    #expect(try book.sheets().map(\.name) == ["甲", "末"])
  }

  @Test func aDamagedSheetLeavesTheOthers() throws {
    var book = LegacyBook()
    book.sheet = [Book.number(0, 0, 5)]
    book.others = [.init(name: "乙", records: [(0x0203, [1])])]
    #expect(book.fault == .damaged)
    #expect(try book.cells() == [["5"]])
    // One whose end is lost ends before the next at the latest.
    book.sheet.append((0x0809, LegacyFile.word(0x0600) + LegacyFile.word(16)))
    book.others[0].records = [Book.number(0, 0, 6)]
    let workbook = try LegacyWorkbook(stream: book.stream)
    #expect(throws: RecordFault.Kind.damaged) { try workbook.records(of: 0) }
    var record = Ingest.Record()
    #expect(try workbook.records(of: 1).next(into: &record) && record.text(0) == "6")
  }

  @Test func rowsInAnyOrder() throws {
    func row(_ number: Int, isHidden: Bool) -> LegacyBook.Record {
      (0x0208, LegacyFile.word(number) + [UInt8](repeating: 0, count: 10) + [isHidden ? 0x20 : 0, 1, 0, 0])
    }
    var book = LegacyBook()
    book.sheet = [
      Book.number(9, 1, 4), row(9, isHidden: true), Book.number(2, 3, 2), Book.formula(9, 0, Book.special(0)),
      (0x0207, Book.text("甲")), Book.number(2, 0, 1), row(2, isHidden: false), Book.number(65_535, 0, 5),
      row(4, isHidden: true), (0x0201, Book.cell(5, 5)),
    ]
    let rows = try book.rows()
    #expect(rows.map(\.row) == [3, 10, 65_536])
    #expect(rows.map(\.isHidden) == [false, true, false])
    #expect(try book.cells() == [["1", "", "", "2"], ["甲", "4"], ["5"]])
  }

  /// Of two records for one cell the later counts, be it blank.
  @Test func cellsThatComeTwice() throws {
    var book = LegacyBook()
    book.sheet = [
      Book.number(0, 0, 1), Book.number(0, 1, 2), Book.number(0, 2, 3), Book.number(0, 0, 4),
      (0x0201, Book.cell(0, 1)), Book.number(0, 2, 5),
    ]
    #expect(try book.cells() == [["4", "", "5"]])
  }

  /// The cell of a number in a format of the workbook's own.
  private func shown(_ number: Double, _ code: String, from1904: Bool = false) throws -> String {
    var book = LegacyBook()
    book.book += [(0x0022, [from1904 ? 1 : 0, 0]), Book.format(164, code), (0x00E0, Book.style(164))]
    book.sheet = [Book.number(0, 0, number, style: 2)]
    return try #require(try book.cells().first?.first)
  }

  @Test(
    arguments: [
      (42_535, "2016-06-14"), (1, "1900-01-01"), (59, "1900-02-28"), (60, "1900-02-29"), (61, "1900-03-01"),
      (73_109, "2100-02-28"), (73_110, "2100-03-01"), (2_958_465, "9999-12-31"), (0.5, "12:00:00"),
      (2_958_465.5, "9999-12-31 12:00:00"), (42_535.354166666664, "2016-06-14 08:30:00"),
      (2_958_466, "2958466"), (20_160_615, "20160615"), (-5, "-5"),
    ] as [(Double, String)])
  func days(serial: Double, day: String) throws {
    #expect(try shown(serial, "yyyy-mm-dd") == day)
  }

  @Test func daysFrom1904() throws {
    #expect(try shown(0, "yyyy-mm-dd", from1904: true) == "1904-01-01")
    #expect(try shown(59, "yyyy-mm-dd", from1904: true) == "1904-02-29")
    #expect(try shown(71_647, "yyyy-mm-dd", from1904: true) == "2100-02-28")
    #expect(try shown(71_648, "yyyy-mm-dd", from1904: true) == "2100-03-01")
  }

  /// Far days take no more time than others.
  @Test(.timeLimit(.minutes(1))) func manyFarDays() throws {
    var book = LegacyBook()
    book.sheet = (0..<20_000).map { Book.number($0, 0, 2_958_465, style: 1) }
    #expect(try book.cells() == [[String]](repeating: ["9999-12-31"], count: 20_000))
  }

  @Test(
    arguments: [
      (42_535, "yyyy\"年\"m\"月\"d\"日\"", "2016-06-14"), (42_535, "yyyy\"年\"m\"月\"", "2016-06"),
      (0.685, "0.0%", "68.5%"), (1234, "000000", "001234"), (1234.5, "#,##0.00", "1234.5"),
      (1.5, "[h]:mm:ss", "36:00:00"), (0.25, "h:mm", "06:00:00"), (7, "@", "7"), (1e20, "0", "1E+20"),
    ] as [(Double, String, String)])
  func formats(number: Double, code: String, text: String) throws {
    #expect(try shown(number, code) == text)
  }

  /// Formats without a code are those that every program knows, from 27 on those of Chinese Excel; a style that is not
  /// there is none.
  @Test func builtInFormats() throws {
    var book = LegacyBook()
    let formats = [0, 9, 14, 22, 31, 57, 999]
    book.book = formats.map { (0x00E0, Book.style($0)) }
    book.sheet = (0...formats.count).map { Book.number(0, $0, 42_535, style: $0) }
    #expect(
      try book.cells() == [
        ["42535", "4253500%", "2016-06-14", "2016-06-14", "2016-06-14", "2016-06", "42535", "42535"]
      ])
  }

  /// What LibreOffice saves as .xls and as .xlsx from one workbook reads the same, cell by cell.
  @Test func savedTwice() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "fixtures/workbooks")
    let (old, new) = try (
      ReadWorkbook(Array(Data(contentsOf: folder.appending(path: "saved-twice.xls")))),
      ReadWorkbook(Array(Data(contentsOf: folder.appending(path: "saved-twice.xlsx"))))
    )
    #expect(old.sheets.map(\.name) == ["月报", "藏", "long texts"])
    #expect(old.sheets.map(\.state) == ["visible", "hidden", "visible"])
    #expect(old.sheets.map(\.cells.count) == [40, 1, 1203])
    #expect(old.sheets[0].hiddenRows == [9])
    for (old, new) in zip(old.sheets, new.sheets) {
      #expect(old.name == new.name && old.state == new.state && old.hiddenRows == new.hiddenRows)
      for cell in Set(old.cells.keys).union(new.cells.keys).sorted() {
        #expect(old.cells[cell] == new.cells[cell], "\(old.name)!\(cell)")
      }
    }
    #expect(old.kinds == new.kinds)
  }
}
