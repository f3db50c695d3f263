import Testing
import TestSupport

@testable import Ingest

/// The rows of a text, each with its number, and the fault that ended it.
func readCSV(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) -> (
  rows: [(row: Int, fields: [String])], fault: RecordFault?
) {
  // The array outlives the reader.
  unsafe bytes.withUnsafeBytes { bytes in
    var reader = unsafe CSVReader(bytes, delimiter: delimiter)
    var record = Record()
    var rows: [(row: Int, fields: [String])] = []
    do throws(RecordFault) {
      while try reader.next(into: &record) {
        rows.append((record.row, (0..<record.count).map { record.text($0) ?? "?" }))
      }
      return (rows, nil)
    } catch {
      return (rows, error)
    }
  }
}

@Suite struct CSVReaderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let rows: [[String]]
    var numbers: [Int]?
    var testDescription: String { text.debugDescription }
  }

  @Test(arguments: [
    Case(text: "", rows: []),
    Case(text: "\n\r\n\r", rows: []),
    Case(text: "a,b\nc,d", rows: [["a", "b"], ["c", "d"]]),
    Case(text: "a,b\r\nc,d\r\n", rows: [["a", "b"], ["c", "d"]], numbers: [1, 2]),
    Case(text: "a,b\rc,d\r\re", rows: [["a", "b"], ["c", "d"], ["e"]], numbers: [1, 2, 4]),
    Case(text: "\n\na\n\nb\n", rows: [["a"], ["b"]], numbers: [3, 5]),
    Case(text: " a , b\n", rows: [[" a ", " b"]]),
    Case(text: "a,\n,\n", rows: [["a", ""], ["", ""]]),
    Case(text: "\"\"\n\"\",", rows: [[""], ["", ""]]),
    Case(text: "\"a\n\nb\"\nc", rows: [["a\n\nb"], ["c"]], numbers: [1, 2]),
    Case(text: "\"a\r\nb\",\"c\"\"d\"\r\ne", rows: [["a\r\nb", "c\"d"], ["e"]], numbers: [1, 2]),
    Case(text: "\"a\rb\"\rc", rows: [["a\rb"], ["c"]], numbers: [1, 2]),
    Case(text: "代码,名称\n11,\"北京,市\"", rows: [["代码", "名称"], ["11", "北京,市"]]),
  ])
  func reads(_ wanted: Case) {
    let (rows, fault) = readCSV(Array(wanted.text.utf8))
    #expect(rows.map(\.fields) == wanted.rows)
    #expect(fault == nil)
    if let numbers = wanted.numbers { #expect(rows.map(\.row) == numbers) }
  }

  @Test func keepsWhatComesBeforeAFault() {
    let stray = readCSV(Array("a,b\n\nc,\"d\"e\nf\n".utf8))
    #expect(stray.rows.map(\.fields) == [["a", "b"]])
    #expect(stray.fault == RecordFault(row: 3, column: 2, offset: 10, kind: .strayQuote))

    let inside = readCSV(Array("a\nb\"c\n".utf8))
    #expect(inside.fault == RecordFault(row: 2, column: 1, offset: 3, kind: .strayQuote))

    let open = readCSV(Array("a\nb,\"c\nd\ne\n".utf8))
    #expect(open.rows.map(\.fields) == [["a"]])
    #expect(open.fault == RecordFault(row: 2, column: 2, offset: 11, kind: .unterminatedQuote))
  }

  @Test func readsAsManyColumnsAsASpreadsheetHas() {
    let most = Array(repeating: "1", count: CSVReader.maximumColumns).joined(separator: ",")
    #expect(readCSV(Array(most.utf8)).rows.first?.fields.count == CSVReader.maximumColumns)
    #expect(readCSV(Array((most + ",1\n").utf8)).fault?.kind == .tooManyColumns)
  }

  @Test func limitsFieldsAndRecords() {
    let longest = [UInt8](repeating: 0x61, count: CSVReader.maximumFieldLength)
    #expect(readCSV(longest).fault == nil)
    #expect(readCSV(longest + [0x61]).fault?.kind == .fieldTooLong)
    let wide = Array(repeating: longest, count: 17).joined(separator: [UInt8(ascii: ",")])
    #expect(readCSV(Array(wide)).fault?.kind == .recordTooLong)
  }

  @Test func stopsWithinAHugeCell() throws {
    var huge = Array("a\n\"".utf8)
    huge += [UInt8](repeating: 0x0A, count: 100_000_000)
    let (rows, fault) = readCSV(huge)
    #expect(rows.map(\.fields) == [["a"]])
    let found = try #require(fault)
    #expect(found.kind == .fieldTooLong)
    #expect(found.row == 2)
    #expect(found.offset < 2 * CSVReader.maximumFieldLength)
  }

  @Test func readsOtherDelimiters() {
    #expect(readCSV(Array("a,b\tc".utf8), delimiter: 9).rows.first?.fields == ["a,b", "c"])
  }

  /// Records written with random quoting and line ends read back the same, with the right rows.
  @Test(arguments: 0..<40) func readsBackWhatWasWritten(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var text: [UInt8] = []
    var wanted: [(row: Int, fields: [String])] = []
    var row = 0
    let ends = ["\n", "\r\n", "\r"]
    let end = ends[Int(seed % 3)]
    for _ in 0..<Int.random(in: 0..<60, using: &random) {
      row += 1
      if Int.random(in: 0..<8, using: &random) == 0 {
        text += Array(end.utf8)
        continue
      }
      let fields = (0..<Int.random(in: 1..<9, using: &random)).map { _ in field(&random) }
      let written = fields.enumerated().map { index, field in
        let mustQuote =
          field.utf8.contains { "\",\r\n".utf8.contains($0) }
          || (fields.count == 1 && field.isEmpty)
        return mustQuote || Bool.random(using: &random)
          ? "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\"" : field
      }
      wanted.append((row, fields))
      text += Array((written.joined(separator: ",") + end).utf8)
    }
    let (rows, fault) = readCSV(text)
    #expect(fault == nil)
    #expect(rows.map(\.fields) == wanted.map(\.fields))
    #expect(rows.map(\.row) == wanted.map(\.row))
  }

  private func field(_ random: inout SplitMix64) -> String {
    let pieces = ["a", "1", " ", ",", "\"", "\n", "\r\n", "\r", "镇", "€", "\t", "长"]
    let count = Int.random(in: 0..<6, using: &random)
    return (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }
}
