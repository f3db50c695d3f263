import CLibzip
import Glibc
import Testing

/// Makes small workbooks for tests: the parts given, zipped.
struct WorkbookBuilder {
  /// The parts by their names.
  var parts: [(name: String, text: [UInt8])] = []

  static let namespace = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
  private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// A workbook of sheets, each with its name, its state and what stands in its `sheetData`.
  init(_ sheets: (name: String, state: String, rows: String)..., styles: String = "", settings: String = "") {
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" state=\"\(sheet.state)\" r:id=\"r\(index)\"/>"
    }
    let targets = sheets.indices.map { index in
      "<Relationship Id=\"r\(index)\" Type=\"\(Self.types)/worksheet\" Target=\"worksheets/sheet\(index).xml\"/>"
    }
    add(
      "xl/workbook.xml",
      "<workbook \(Self.namespace) xmlns:r=\"\(Self.types)\">\(settings)<sheets>\(list.joined())</sheets></workbook>"
    )
    add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"s\" Type=\"\(Self.types)/styles\" Target=\"styles.xml\"/>"
        + targets.joined() + "</Relationships>")
    add("xl/styles.xml", "<styleSheet \(Self.namespace)>\(styles)</styleSheet>")
    for (index, sheet) in sheets.enumerated() {
      add(
        "xl/worksheets/sheet\(index).xml",
        "<worksheet \(Self.namespace)><sheetData>\(sheet.rows)</sheetData></worksheet>")
    }
  }

  mutating func add(_ name: String, _ text: String) {
    parts.removeAll { $0.name == name }
    parts.append((name, Array(text.utf8)))
  }

  /// A row of text cells and, where a text begins with `<`, of cells as they are written in the file.
  static func row(_ cells: String..., attributes: String = "") -> String {
    let written = cells.map { text in
      text.hasPrefix("<") ? text : "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    return "<row\(attributes)>\(written.joined())</row>"
  }

  private struct Failure: Error {}

  /// The bytes of the archive.
  func bytes() throws -> [UInt8] {
    // The source is kept, so that its bytes can be read once the archive is closed.
    guard let target = unsafe zip_source_buffer_create(nil, 0, 0, nil) else { throw Failure() }
    defer { unsafe zip_source_free(target) }
    unsafe zip_source_keep(target)
    guard let archive = unsafe zip_open_from_source(target, ZIP_TRUNCATE, nil) else { throw Failure() }
    for part in parts {
      // libzip frees the copy when it is done with it.
      guard let copy = unsafe malloc(part.text.count + 1) else { throw Failure() }
      unsafe part.text.withUnsafeBytes {
        unsafe copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
      }
      let source = unsafe zip_source_buffer_create(copy, UInt64(part.text.count), 1, nil)
      unsafe zip_file_add(archive, part.name, source, 0)
    }
    try #require(unsafe zip_close(archive) == 0)
    var status = unsafe zip_stat()
    unsafe zip_source_stat(target, &status)
    var bytes = unsafe [UInt8](repeating: 0, count: Int(status.size))
    unsafe zip_source_open(target)
    let read = unsafe zip_source_read(target, &bytes, UInt64(bytes.count))
    unsafe zip_source_close(target)
    #expect(read == bytes.count)
    return bytes
  }
}
