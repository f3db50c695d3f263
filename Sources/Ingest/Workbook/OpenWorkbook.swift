/// A workbook of Excel 2007 or later (.xlsx, .xlsm), or of WPS, that lies in memory. Its parts are unpacked
/// and read as streams; of a sheet one row is kept at a time.
final class OpenWorkbook: Workbook {
  /// The sheets with cells, in the order of their tabs; sheets of one chart are left out.
  private(set) var sheets: [WorkbookSheet] = []
  private var parts: [String] = []
  private var tables = WorkbookTables()
  private let archive: ZipArchive
  /// How many cells have been read of all sheets.
  fileprivate(set) var cellCount = 0
  /// How much text of all sheets may still be read.
  var texts = CellTexts()

  /// Opens a workbook of bytes that must stay where they are while it is used. Throws what stops all reading.
  init(_ bytes: UnsafeRawBufferPointer) throws(RecordFault.Kind) {
    archive = try unsafe ZipArchive(bytes)
    let main = try relationships(of: "").first { $0.type == "officeDocument" }?.path ?? "xl/workbook.xml"
    // Word's documents and binary workbooks (.xlsb) are archives of the same kind.
    guard archive.contains(main), main.hasSuffix(".xml"), !main.hasPrefix("word/"), !main.hasPrefix("ppt/")
    else { throw .notAWorkbook }
    let workbook = WorkbookHandler()
    try read(main, into: workbook)
    tables.isFrom1904 = workbook.isFrom1904
    let related = try relationships(of: main)
    for (sheet, id) in workbook.sheets {
      let part = related.first { $0.id == id }
      if let part, part.type != "worksheet" { continue }
      sheets.append(sheet)
      // A sheet without a part is damage, and said to be so when it is read.
      parts.append(part?.path ?? "")
    }
    try readTables(related)
  }

  /// Reads what the cells of all sheets refer to.
  private func readTables(_ related: [Relationship]) throws(RecordFault.Kind) {
    if let part = related.first(where: { $0.type == "styles" }) {
      let styles = CellStylesHandler()
      try read(part.path, into: styles)
      tables.formats = styles.formats
    }
    if let part = related.first(where: { $0.type == "sharedStrings" }) {
      let strings = StringTableHandler()
      try read(part.path, into: strings)
      tables.strings = strings.table
    }
  }

  /// Begins to read a sheet.
  func records(of sheet: Int) throws(RecordFault.Kind) -> WorksheetReader {
    guard let part = try archive.part(parts[sheet]) else { throw .damaged }
    let handler = WorksheetHandler(tables, cellsBefore: cellCount)
    return WorksheetReader(try XMLStream(part, into: handler), handler, of: self)
  }

  /// The merged ranges of a sheet; as they stand behind its rows, the whole sheet is read for them.
  func mergedRanges(of sheet: Int) throws(RecordFault.Kind) -> [MergedRange] {
    guard let part = try archive.part(parts[sheet]) else { throw .damaged }
    let handler = MergedRangesHandler()
    try OpenWorkbook.finish(XMLStream(part, into: handler))
    return handler.merged
  }

  /// What a part refers to; nothing where it has no such list. The archive itself is the part "".
  private func relationships(of part: String) throws(RecordFault.Kind) -> [Relationship] {
    let slash = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    let folder = String(part[..<slash])
    let handler = RelationshipsHandler(folder: folder, archive: archive)
    try read("\(folder)_rels/\(part[slash...]).rels", into: handler)
    return handler.all
  }

  /// Reads a part to its end; one that is missing is empty.
  private func read(_ path: String, into handler: XMLHandler) throws(RecordFault.Kind) {
    guard let part = try archive.part(path) else { return }
    try OpenWorkbook.finish(XMLStream(part, into: handler))
  }

  private static func finish(_ stream: XMLStream) throws(RecordFault.Kind) {
    while try stream.run() {}
  }
}

/// Reads the rows of a sheet.
final class WorksheetReader: RecordSource {
  private let stream: XMLStream
  private let handler: WorksheetHandler
  private let workbook: OpenWorkbook
  private var isDone = false

  fileprivate init(_ stream: XMLStream, _ handler: WorksheetHandler, of workbook: OpenWorkbook) {
    self.stream = stream
    self.handler = handler
    self.workbook = workbook
  }

  /// The merged ranges of the sheet, once all rows have been read.
  var merged: [MergedRange] { handler.merged }

  func next(into record: inout Record) throws(RecordFault) -> Bool {
    guard !isDone else { return false }
    defer { workbook.cellCount = max(workbook.cellCount, handler.cellCount) }
    do throws(RecordFault.Kind) {
      guard try stream.run() else {
        isDone = true
        return false
      }
      try workbook.texts.take(handler.record)
    } catch {
      isDone = true
      throw RecordFault(row: handler.row, column: handler.column, offset: 0, kind: error)
    }
    swap(&record, &handler.record)
    return true
  }
}

/// Reads the merged ranges of a sheet and nothing else.
private final class MergedRangesHandler: XMLHandler {
  private(set) var merged: [MergedRange] = []

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == .mergedCell, merged.count < WorkbookLimits.mergedRanges,
      let range = attributes.text("ref").flatMap({ MergedRange($0) })
    else { return }
    merged.append(range)
  }
}
