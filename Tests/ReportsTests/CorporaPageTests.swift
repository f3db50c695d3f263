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
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: Self.corpora + "/" + file)))
    let tab = UInt8(ascii: "\t")
    // The array outlives the call, and the reader keeps nothing of it.
    let (name, (rows, columns, fault)) = unsafe bytes.withUnsafeBytes { bytes in
      let name = unsafe TextEncoding.candidates(for: bytes).encodings.map { "\($0)" }
      return unsafe TextEncoding.withText(of: bytes) { text, encodings, wasUTF16 in
        let mayBeTabbed = wasUTF16 || encodings.first != .utf8
        let isTabbed = unsafe file.hasSuffix(".tsv") || mayBeTabbed && text.contains(tab)
        return unsafe (name.joined(separator: " or "), count(text, isTabbed ? tab : UInt8(ascii: ",")))
      }
    }
    let stop = fault.map { "row \($0.row), column \($0.column): \($0.kind)" } ?? ""
    return "| \(file) | \(name) | \(rows) | \(columns) | \(stop) |\n"
  }

  private func count(
    _ text: UnsafeRawBufferPointer, _ delimiter: UInt8
  ) -> (rows: Int, columns: Int, fault: RecordFault?) {
    var reader = unsafe CSVReader(text, delimiter: delimiter)
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
