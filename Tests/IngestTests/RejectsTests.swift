import Foundation
import Testing

@testable import Ingest

/// The errors of DuckDB's test files, which it tells by line and column, are found at the same rows and columns.
@Suite struct RejectsTests {
  private static let corpora = CSVSpectrumTests.folder.deletingLastPathComponent()
  private static let folder = corpora.appending(path: "duckdb-csv")
  static let isThere = FileManager.default.fileExists(atPath: folder.path)

  /// An error as DuckDB tells it.
  private struct Reject {
    var file: String
    var line: Int
    /// 1 for the first; 0 where the whole line is meant.
    var column: Int
    var type: String
    /// The line's text.
    var text: String
    var message: String
  }

  private static let types = [
    "CAST", "MISSING COLUMNS", "TOO MANY COLUMNS", "UNQUOTED VALUE", "INVALID ENCODING",
  ]

  /// Of the tests that read one file; the line stands five before the type.
  private static func rejects() throws -> [Reject] {
    let data = try Data(contentsOf: folder.appending(path: "expected-rejects.json"))
    let tests = try JSONSerialization.jsonObject(with: data) as? [[String: Any]] ?? []
    return tests.flatMap { test -> [Reject] in
      guard let file = test["file"] as? String, !file.contains("*"),
        FileManager.default.fileExists(atPath: folder.appending(path: file).path),
        let query = test["errors_query"] as? String, query.contains("* EXCLUDE"),
        let sql = test["sql"] as? String, sql.components(separatedBy: "{DATA_DIR}").count == 2,
        let rows = test["expected_rows"] as? [[String]]
      else { return [] }
      return rows.compactMap { row in
        guard let at = row.firstIndex(where: types.contains), at >= 5, let line = Int(row[at - 5]) else {
          return nil
        }
        return Reject(
          file: file, line: line, column: Int(row[at - 2]) ?? 0, type: row[at],
          text: at + 1 < row.count ? row[at + 1] : "",
          message: row.last ?? "")
      }
    }
  }

  @Test(.enabled(if: isThere, "duckdb-csv is not there; set YUEBAO_CORPORA"))
  func errorsStandWhereTheyAreExpected() throws {
    let rejects = try Self.rejects()
    var counts: [String: Int] = [:]
    for (file, expected) in Dictionary(grouping: rejects, by: \.file).sorted(by: { $0.key < $1.key }) {
      let bytes = Array(try Data(contentsOf: Self.folder.appending(path: file)))
      let (rows, fault) = readCSV(bytes)
      let lines = String(decoding: bytes, as: UTF8.self).split(
        separator: /\r?\n/, omittingEmptySubsequences: false)
      for reject in expected {
        // DuckDB's table of errors goes on from query to query: some are of a file read before.
        guard lines.indices.contains(reject.line - 1),
          lines[reject.line - 1].hasPrefix(reject.text) || reject.type == "INVALID ENCODING"
        else {
          counts["of another file", default: 0] += 1
          continue
        }
        // Strict reading stops at the first stray quote; what lies behind it is not read, and said so.
        if let fault, reject.line > fault.row || (reject.line == fault.row && reject.type != "UNQUOTED VALUE")
        {
          counts["behind a stray quote", default: 0] += 1
          continue
        }
        let row = rows.first { $0.row == reject.line }?.fields ?? []
        #expect(isFound(reject, row, fault), "\(file) \(reject) \(row)")
        counts[reject.type, default: 0] += 1
      }
    }
    #expect(
      counts == [
        "CAST": 33, "MISSING COLUMNS": 21, "TOO MANY COLUMNS": 19, "UNQUOTED VALUE": 6,
        "INVALID ENCODING": 8, "behind a stray quote": 10, "of another file": 26,
      ])
  }

  private func isFound(_ reject: Reject, _ row: [String], _ fault: RecordFault?) -> Bool {
    let numbers = reject.message.split { !$0.isNumber }.compactMap { Int($0) }
    switch reject.type {
    case "CAST":
      let value = reject.message.components(separatedBy: "\"").dropFirst(3).first ?? ""
      return row.indices.contains(reject.column - 1) && row[reject.column - 1] == value
    case "MISSING COLUMNS": return row.count < numbers.first ?? 0
    case "TOO MANY COLUMNS": return row.count > numbers.first ?? Int.max
    case "UNQUOTED VALUE": return fault?.row == reject.line
    // What is no text in any encoding that is tried.
    default: return row.indices.contains(reject.column - 1) && row[reject.column - 1] == "?"
    }
  }
}
