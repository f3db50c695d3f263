import Foundation
import Testing

@testable import Ingest

/// `docs/corpora.md` says what becomes of the CSV files of other projects' test suites.
@Suite struct CorporaPageTests {
  private static let corpora: String = {
    let named = ProcessInfo.processInfo.environment["YUEBAO_CORPORA"]
    return named ?? Golden.root + "/../shared/corpora"
  }()
  static let isThere = FileManager.default.fileExists(atPath: corpora + "/duckdb-csv")

  @Test(.enabled(if: isThere, "the corpora are not there; set YUEBAO_CORPORA"))
  func pageIsWhatTheReaderDoes() throws {
    var text = """
      # Other projects' CSV files

      What the CSV reader makes of the files in csvkit's examples and of a part of DuckDB's test data: the encoding,
      the rows and the columns of the first, and where it stops. A file is read strictly: at the first quote that
      stands wrong it stops, says where, and keeps the rows before it. Made from the code; `make golden` writes it
      anew where the files are at hand.

      | file | encoding | rows | columns | stops at |
      |---|---|---:|---:|---|

      """
    for corpus in ["csvkit", "duckdb-csv"] {
      let files = try FileManager.default.subpathsOfDirectory(atPath: Self.corpora + "/" + corpus)
      for file in files.sorted() where file.hasSuffix(".csv") || file.hasSuffix(".tsv") {
        text += try line(corpus + "/" + file)
      }
    }
    try Golden.compare(text, withFile: Golden.root + "/docs/corpora.md")
  }

  private func line(_ file: String) throws -> String {
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: Self.corpora + "/" + file)))
    // The array outlives the call.
    let (encodings, mark) = unsafe bytes.withUnsafeBytes { unsafe TextEncoding.candidates(for: $0) }
    bytes.removeFirst(mark)
    if encodings == [.utf16LittleEndian] || encodings == [.utf16BigEndian] {
      let isBigEndian = encodings == [.utf16BigEndian]
      bytes = unsafe bytes.withUnsafeBytes {
        unsafe TextEncoding.transcode(utf16: $0, isBigEndian: isBigEndian)
      }
    }
    let tab = UInt8(ascii: "\t")
    let delimiter =
      file.hasSuffix(".tsv") || encodings.first != .utf8 && bytes.contains(tab) ? tab : UInt8(ascii: ",")
    let (rows, columns, fault) = count(bytes, delimiter)
    let name = encodings.map { "\($0)" }.joined(separator: " or ")
    let stop = fault.map { "row \($0.row), column \($0.column): \($0.kind)" } ?? ""
    return "| \(file) | \(name) | \(rows) | \(columns) | \(stop) |\n"
  }

  private func count(_ bytes: [UInt8], _ delimiter: UInt8) -> (rows: Int, columns: Int, fault: RecordFault?) {
    // The array outlives the reader.
    unsafe bytes.withUnsafeBytes { buffer in
      var reader = unsafe CSVReader(buffer, delimiter: delimiter)
      var record = Record()
      var (rows, columns) = (0, 0)
      do throws(RecordFault) {
        while try reader.next(into: &record) {
          if rows == 0 { columns = record.count }
          rows += 1
        }
        return (rows, columns, nil)
      } catch {
        return (rows, columns, error)
      }
    }
  }
}
