/// Puts sheets together to a workbook that holds nothing else.
final class WorkbookXML {
  private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let header = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  private let zip: ZipWriter
  private var sheets: [WorkbookSheet] = []

  /// An empty workbook; `nil` where there is no memory.
  init?() {
    guard let zip = ZipWriter() else { return nil }
    self.zip = zip
  }

  /// Adds a sheet behind the others; `false` where there is no memory.
  func add(_ sheet: WorkbookSheet, _ content: SheetXML) -> Bool {
    sheets.append(sheet)
    return zip.add("xl/worksheets/sheet\(sheets.count).xml", content.finished)
  }

  /// The bytes of the file; `nil` where there is no memory.
  func finish() -> [UInt8]? {
    let numbers = 1...max(1, sheets.count)
    let overrides = numbers.map {
      "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
    }
    let content =
      "<Types xmlns=\"\(Self.package)/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
      + overrides.joined() + "</Types>"
    let targets = numbers.map {
      "<Relationship Id=\"rId\($0)\" Type=\"\(Self.types)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
    }
    let parts = [
      ("[Content_Types].xml", content),
      (
        "_rels/.rels",
        relationships([
          "<Relationship Id=\"rId1\" Type=\"\(Self.types)/officeDocument\" Target=\"xl/workbook.xml\"/>"
        ])
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.types)\"><sheets>\(list())</sheets></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", relationships(targets)),
    ]
    let isWhole = parts.allSatisfy { zip.add($0.0, Array((Self.header + $0.1).utf8)) }
    return isWhole ? zip.finish() : nil
  }

  private func relationships(_ all: [String]) -> String {
    "<Relationships xmlns=\"\(Self.package)/relationships\">\(all.joined())</Relationships>"
  }

  private func list() -> String {
    sheets.enumerated().map { index, sheet in
      var name: [UInt8] = []
      SheetXML.escape(ArraySlice(sheet.name.utf8), into: &name)
      let state = sheet.visibility == .visible ? "" : " state=\"\(sheet.visibility.rawValue)\""
      let text = String(decoding: name, as: UTF8.self)
      return "<sheet name=\"\(text)\" sheetId=\"\(index + 1)\"\(state) r:id=\"rId\(index + 1)\"/>"
    }
    .joined()
  }
}
