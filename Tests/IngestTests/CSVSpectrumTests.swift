import Foundation
import Testing

@testable import Ingest

/// The corpus csv-spectrum: each CSV file must read as its JSON file says.
@Suite struct CSVSpectrumTests {
  /// The corpora lie outside the repository, beside it or where YUEBAO_CORPORA says.
  static let folder: URL = {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["YUEBAO_CORPORA"]
    let corpora = named.map { URL(filePath: $0) } ?? package.appending(path: "../shared/corpora")
    return corpora.appending(path: "csv-spectrum")
  }()

  static let isThere = FileManager.default.fileExists(atPath: folder.path)

  /// This one has quotes inside an unquoted field, and its JSON another telephone number than its CSV.
  static let exceptions: Set<String> = ["location_coordinates"]

  @Test(.enabled(if: isThere, "csv-spectrum is not there; set YUEBAO_CORPORA"))
  func readsTheCorpus() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path + "/csvs").sorted()
    #expect(files.count == 12)
    var failed: Set<String> = []
    for file in files {
      let name = String(file.dropLast(4))
      let csv = try Data(contentsOf: Self.folder.appending(path: "csvs/\(file)"))
      let json = try Data(contentsOf: Self.folder.appending(path: "json/\(name).json"))
      let wanted = try JSONSerialization.jsonObject(with: json) as? [[String: String]]
      let (rows, fault) = readCSV(Array(csv))
      let headings = rows.first?.fields ?? []
      let found = rows.dropFirst().map {
        Dictionary(zip(headings, $0.fields), uniquingKeysWith: { first, _ in first })
      }
      if found != wanted || fault != nil { failed.insert(name) }
    }
    #expect(failed == Self.exceptions)
  }
}
