import Foundation
import Model
import Testing

@testable import Ingest

/// The workbooks of other projects' tests, cell by cell against what other programs read in them.
@Suite struct WorkbookCorpusTests {
  /// Where the workbooks lie: `YUEBAO_CORPORA`, else beside the package's folder.
  static let folder: String = {
    let given = ProcessInfo.processInfo.environment["YUEBAO_CORPORA"]
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return (given ?? root.deletingLastPathComponent().appending(path: "shared/corpora").path) + "/xlsx"
  }()

  static let isThere = FileManager.default.fileExists(atPath: folder + "/expected")

  /// The workbooks with expectations, such as `calamine/date.xlsx`.
  static let names: [String] = ["calamine", "csvkit"].flatMap { part in
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/expected/\(part)")) ?? []
    return all.sorted().map { "\(part)/\($0.dropLast(".json".count))" }
  }

  /// Differences that are meant, by `file sheet!cell`: what is read, and why.
  static let meant: [String: (read: String, reason: String)] = {
    let month = "the format shows year and month only, and no day is made up"
    let escape = "Excel reads _x000D_ as a carriage return; openpyxl leaves it as it is written"
    return [
      "calamine/date_quoted_format.xlsx Sheet1!A1": ("2021-01", month),
      "calamine/issue_261.xlsx Some Sheet!B7": ("2023-03", month),
      "calamine/issue_261_fixed_by_excel.xlsx Some Sheet!B7": ("2023-03", month),
      "calamine/has_x000D_.xlsx Sheet1!A1": ("ABC\r\nDEF", escape),
      "calamine/has_x000D_inline.xlsx Sheet1!A1": ("ABC\r\nDEF", escape),
    ]
  }()

  @Test(.enabled(if: isThere, "no workbooks at YUEBAO_CORPORA or ../shared/corpora"), arguments: names)
  func readsCellByCell(name: String) throws {
    let wanted = try ExpectedWorkbook(Self.folder + "/expected/\(name).json")
    let found = try ReadWorkbook(Array(Data(contentsOf: URL(filePath: "\(Self.folder)/\(name)"))))
    // openpyxl sees no sheets where the namespace is that of the strict variant.
    guard !wanted.sheets.isEmpty else {
      #expect(!found.sheets.isEmpty)
      return
    }
    #expect(found.sheets.map(\.name) == wanted.sheets.map(\.name))
    #expect(found.sheets.map(\.state) == wanted.sheets.map(\.state))
    for (sheet, expected) in zip(found.sheets, wanted.sheets) {
      #expect(sheet.merged.sorted() == expected.merged.sorted())
      #expect(sheet.hiddenRows.subtracting(expected.hiddenRows) == [])
      for cell in Set(sheet.cells.keys).union(expected.cells.keys).sorted() {
        let place = "\(name) \(sheet.name)!\(cell)"
        let (read, text) = (sheet.cells[cell] ?? "", expected.cells[cell] ?? "")
        if let meant = Self.meant[place] {
          #expect(read == meant.read && read != text, "\(place): \(meant.reason)")
        } else {
          #expect(read == text, "\(place)")
        }
      }
    }
  }
}

extension WorkbookCorpusTests {
  /// Workbooks of which nobody has written down the cells.
  @Test(
    .enabled(if: isThere, "no workbooks at YUEBAO_CORPORA or ../shared/corpora"),
    arguments: [
      ("empty_s_attribute", 10), ("issue_174", 22), ("issue_419", 1), ("issue_530", 30),
      ("minimal_package", 6986), ("pivots", 278),
    ])
  func countsTheCellsOfOthers(name: String, cells: Int) throws {
    let found = try read("calamine/\(name).xlsx")
    #expect(found.sheets.reduce(0) { $0 + $1.cells.count } == cells)
  }

  @Test(.enabled(if: isThere, "no workbooks at YUEBAO_CORPORA or ../shared/corpora"))
  func refusesDamagedAndLockedOnes() throws {
    // The checksum of a part is wrong, and its text is garbled.
    #expect(throws: RecordFault.Kind.damaged) { try read("calamine/issue252.xlsx") }
    let fixture = try Fixture()
    let locked = try Data(contentsOf: URL(filePath: "\(Self.folder)/calamine/pass_protected.xlsx"))
    #expect(fixture.told(fixture.read(bytes: Array(locked))) == ["file-encrypted"])
  }

  /// The formats of Chinese Excel that have no code in the file, on 2016-06-01.
  @Test(.enabled(if: isThere, "no workbooks at YUEBAO_CORPORA or ../shared/corpora"))
  func readsChineseFormats() throws {
    let found = try read("made/cjk-numfmt.xlsx")
    let sheet = try #require(found.sheets.first)
    for row in 3...22 {
      let format = try #require(sheet.cells["A\(row)"].flatMap { Int($0) })
      let isMonth = [27, 36, 50, 52, 57].contains(format)
      #expect(sheet.cells["B\(row)"] == (isMonth ? "2016-06" : "2016-06-01"), "format \(format)")
    }
    let others = (23...28).map { sheet.cells["B\($0)"] }
    #expect(others == ["12.5%", "110101000000", "0.3", "=SUM(B2:B3)", "7", nil])
    #expect(found.kinds["\(sheet.name)!B26"] == .formulaWithoutValue)
    #expect(sheet.cells["A28"] == "甲 乙")
    #expect(sheet.hiddenRows == [27])
  }

  private func read(_ name: String) throws -> ReadWorkbook {
    try ReadWorkbook(Array(Data(contentsOf: URL(filePath: "\(Self.folder)/\(name)"))))
  }
}

/// What other programs read in a workbook.
struct ExpectedWorkbook {
  struct Sheet {
    var name: String
    var state: String
    var merged: [String]
    var hiddenRows: Set<Int>
    var cells: [String: String]
  }

  var sheets: [Sheet]

  init(_ path: String) throws {
    let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: URL(filePath: path)))
    sheets = file.sheets.map { sheet in
      Sheet(
        name: sheet.name, state: sheet.state, merged: sheet.merged, hiddenRows: Set(sheet.hidden_rows),
        cells: sheet.cells.mapValues(ExpectedWorkbook.text))
    }
  }

  private struct File: Decodable {
    struct Sheet: Decodable {
      var name, state: String
      var merged: [String]
      var hidden_rows: [Int]
      var cells: [String: [Value]]
    }
    var sheets: [Sheet]
  }

  private enum Value: Decodable {
    case flag(Bool)
    case number(Double)
    case text(String)

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let flag = try? value.decode(Bool.self) {
        self = .flag(flag)
      } else if let number = try? value.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try value.decode(String.self))
      }
    }
  }

  /// A cell, given as its type and its value, as a spreadsheet program shows it.
  private static func text(_ cell: [Value]) -> String {
    guard case .text(let type)? = cell.first else { return "" }
    switch cell[1] {
    case .flag(let isTrue): return isTrue ? "TRUE" : "FALSE"
    case .number(let seconds) where type == "t":
      return SerialDate(seconds / 86_400, isFrom1904: false)?.duration ?? ""
    case .number(let number): return shown(number)
    case .text(let text) where type == "d":
      return text.replacing("T00:00:00", with: "").replacing("T", with: " ")
    case .text(let text): return text
    }
  }

  private static func shown(_ number: Double) -> String {
    var bytes: [UInt8] = []
    NumberText(Array(number.description.utf8).span)?.append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A workbook as this package reads it.
struct ReadWorkbook {
  var sheets: [ExpectedWorkbook.Sheet] = []
  var kinds: [String: CellKind] = [:]

  init(_ bytes: [UInt8]) throws {
    // The array outlives the workbook.
    try unsafe bytes.withUnsafeBytes { bytes in
      if unsafe bytes.starts(with: [0xD0]) {
        try readSheets(of: unsafe LegacyWorkbook(bytes))
      } else {
        let workbook = try unsafe OpenWorkbook(bytes)
        try readSheets(of: workbook)
        for place in sheets.indices {
          sheets[place].merged = try workbook.mergedRanges(of: place).map(\.reference)
        }
      }
    }
  }

  private mutating func readSheets(of workbook: some Workbook) throws {
    for (place, sheet) in workbook.sheets.enumerated() {
      var read = ExpectedWorkbook.Sheet(
        name: sheet.name, state: sheet.visibility.rawValue, merged: [], hiddenRows: [], cells: [:])
      var source = try workbook.records(of: place)
      var record = Record()
      while try source.next(into: &record) {
        if record.isHidden { read.hiddenRows.insert(record.row) }
        for field in 0..<record.count where !record[field].isEmpty {
          let cell = "\(Place.letters(field + 1))\(record.row)"
          read.cells[cell] = record.text(field)
          kinds["\(sheet.name)!\(cell)"] = record.kind(field)
        }
      }
      sheets.append(read)
    }
  }
}

extension MergedRange {
  /// `A1:C2`.
  var reference: String {
    "\(Place.letters(column))\(row):\(Place.letters(column + columns - 1))\(row + rows - 1)"
  }
}
