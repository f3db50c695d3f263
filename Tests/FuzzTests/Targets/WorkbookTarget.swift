import TestSupport

@testable import Ingest

/// Workbooks, as files or as their parts.
enum WorkbookTarget {
  static func run(_ bytes: [UInt8]) throws(FuzzFault) {
    guard let file = bytes.starts(with: Array("PK".utf8)) ? bytes : zipped(bytes) else { return }
    try read(file, as: bytes)
  }

  /// Reads a file made of an input.
  static func read(_ file: [UInt8], as input: [UInt8]) throws(FuzzFault) {
    guard let world = FuzzWorld.of(input) else { return }
    let facts = try FileFacts(file, world, nil)
    if FuzzDigest.of(input) % 8 == 0 {
      try FuzzFault.unless(try facts == FileFacts(file, world, nil), "read twice, read otherwise")
    }
    FileTargets.readOtherwise(file, world)
  }

  /// The archive of the parts; what is in no part is the first sheet.
  private static func zipped(_ bytes: [UInt8]) -> [UInt8]? {
    var parts = FuzzParts.split(bytes)
    parts[0].name = "xl/worksheets/sheet1.xml"
    var all = standard.filter { part in !parts.contains { $0.name == part.name } }
    all += parts
    let writer = ZipWriter()
    var names: Set<String> = []
    for part in all where names.insert(part.name).inserted && !part.name.isEmpty {
      _ = writer?.add(part.name, part.bytes)
    }
    return writer?.finish()
  }

  /// The parts that a workbook must have.
  private static let standard: [(name: String, bytes: [UInt8])] = {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let sheets = "<sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets>"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let relations = [
      ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "styles", "styles.xml"),
      ("r3", "sharedStrings", "sharedStrings.xml"),
    ]
    let list = relations.map { "<Relationship Id=\"\($0)\" Type=\"\(types)/\($1)\" Target=\"\($2)\"/>" }
    let texts = [
      ("xl/workbook.xml", "<workbook xmlns=\"\(main)\" xmlns:r=\"\(types)\">\(sheets)</workbook>"),
      ("xl/_rels/workbook.xml.rels", "<Relationships>\(list.joined())</Relationships>"),
      ("xl/styles.xml", "<styleSheet xmlns=\"\(main)\"/>"),
      ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\"/>"),
    ]
    return texts.map { ($0, Array($1.utf8)) }
  }()
}

/// Workbooks of Excel 95 to 2003, as files or as their records alone, which begin with a BOF.
enum LegacyTarget {
  static func run(_ bytes: [UInt8]) throws(FuzzFault) {
    if bytes.starts(with: [0x09, 0x08]) {
      try WorkbookTarget.read(LegacyFile(bytes).bytes, as: bytes)
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      try WorkbookTarget.read(bytes, as: bytes)
    }
  }
}
