public import Model

/// A received file as a workbook, its cells as they came, with each finding at its place.
public enum AnnotatedWorkbook {
  /// The bytes of the workbook.
  public static func render(
    _ file: ReturnedFile, roster: Roster, language: Language
  ) throws(WorkbookError) -> [UInt8] {
    var writer = try WorkbookWriter()
    let list = try writer.addSheet(language.pick("审核意见", "Findings"))
    writer.setTab(Colours.tab, of: list)
    var copies: [CopiedSheet] = []
    for sheet in file.sheets {
      let target = try writer.addSheet(sheet.name.isEmpty ? plainName(file.name) : sheet.name)
      copies.append(CopiedSheet(copy: sheet, target: target))
    }
    var page = FindingsSheet(sheet: list, copies: copies, roster: roster, language: language)
    page.write(file, &writer)
    let findings = Dictionary(grouping: file.findings.filter { $0.place.row > 0 }) {
      SheetCopy.position(of: $0.place, among: file.sheets)
    }
    for (index, copy) in copies.enumerated() { copy.write(findings[index] ?? [], language, &writer) }
    return try writer.finish()
  }

  /// A file's name without what follows the last point.
  private static func plainName(_ name: String) -> String {
    guard let point = name.lastIndex(of: "."), point > name.startIndex else { return name }
    return String(name[..<point])
  }
}

/// The colours of annotated workbooks, 0xRRGGBB.
enum Colours {
  static let tab: UInt32 = 0xC00000
  static let heading: UInt32 = 0xD9E1F2

  static func fill(_ severity: Severity) -> UInt32 {
    switch severity {
    case .reject: 0xF8B4B4
    case .query: 0xFFE699
    case .note: 0xDDEBF7
    }
  }
}
