import Model

/// Masks workbooks: what comes out is a new workbook of the rows that are read, so that nothing else of the old one
/// is in it: no properties, comments, caches, or objects.
enum MaskedWorkbook {
  /// What a sheet is kept as.
  private enum Content {
    case table(MaskSearch)
    /// A sheet that is read and holds no table: only that it holds something.
    case other
    case mark(BlankFormMark)
    case nothing
  }

  /// Masks a workbook of the kind that its first bytes tell.
  static func masked(
    _ bytes: UnsafeRawBufferPointer, _ kind: BinaryKind, _ context: MaskContext
  ) -> MaskedFile {
    do throws(RecordFault.Kind) {
      // The bytes are used during this call only. A workbook counts what is unpacked of it: it is opened twice.
      if kind == .workbook {
        return try masked(context) { () throws(RecordFault.Kind) in try unsafe OpenWorkbook(bytes) }
      }
      if unsafe SubmissionReader.isLocked(bytes) { throw .encrypted }
      return try masked(context) { () throws(RecordFault.Kind) in try unsafe LegacyWorkbook(bytes) }
    } catch {
      return .unreadable(error == .notAWorkbook ? FileNotText(kind) : error.reason)
    }
  }

  private static func masked<Book: Workbook>(
    _ context: MaskContext, open: () throws(RecordFault.Kind) -> Book
  ) throws(RecordFault.Kind) -> MaskedFile {
    let workbook = try open()
    let isSeen = workbook.sheets.contains { $0.visibility == .visible }
    guard isSeen else { return .unreadable(FileNoSheet()) }
    let marks = SubmissionReader.marks(workbook)
    var (contents, failures) = ([Content](), [HeadingFailure]())
    for place in workbook.sheets.indices {
      if let mark = marks[place] {
        contents.append(.mark(mark))
      } else if workbook.sheets[place].visibility != .visible {
        contents.append(.nothing)
      } else {
        contents.append(try look(at: place, of: workbook, context, &failures))
      }
    }
    let plans = contents.compactMap { if case .table(let search) = $0 { search.plan } else { nil } }
    if plans.isEmpty {
      let telling = failures.min { $0.rank < $1.rank } ?? .empty
      return .unreadable(telling.reason(items: context.sampleItems))
    }
    if plans.allSatisfy(\.personal.isEmpty) { return .unchanged }
    return try write(try open(), contents, context)
  }

  /// What is to be kept of a visible sheet.
  private static func look(
    at place: Int, of workbook: some Workbook, _ context: MaskContext, _ failures: inout [HeadingFailure]
  ) throws(RecordFault.Kind) -> Content {
    let source = try workbook.records(of: place)
    do throws(MaskSearch.Failure) {
      return .table(try MaskSearch.find(source, context, TextDecoder(.utf8)))
    } catch {
      switch error.of {
      case .fault(let fault): throw fault.kind
      case .empty: return .nothing
      case .notFound:
        failures.append(error.of)
        return .other
      }
    }
  }

  private static func write(
    _ workbook: some Workbook, _ contents: [Content], _ context: MaskContext
  ) throws(RecordFault.Kind) -> MaskedFile {
    guard let result = WorkbookXML() else { throw .outOfMemory }
    for (place, content) in contents.enumerated() {
      var xml = SheetXML()
      switch content {
      case .nothing: break
      case .other: xml.append(row(1, [Masking.mark]))
      case .mark(let mark): append(mark, to: &xml, context)
      case .table(let search): try append(search, try workbook.records(of: place), to: &xml, context)
      }
      let old = workbook.sheets[place]
      let sheet = WorkbookSheet(name: shown(old.name), visibility: old.visibility)
      guard result.add(sheet, xml) else { throw .outOfMemory }
    }
    guard let bytes = result.finish() else { throw .outOfMemory }
    return .masked(bytes)
  }

  private static func append(
    _ search: MaskSearch, _ source: some RecordSource, to xml: inout SheetXML, _ context: MaskContext
  ) throws(RecordFault.Kind) {
    var source = source
    var mask = TableMask(search, context, TextDecoder(.utf8))
    var (record, masked) = (Record(), Record())
    do throws(RecordFault) {
      while try source.next(into: &record) {
        mask.mask(record, into: &masked)
        xml.append(masked)
      }
    } catch {
      throw error.kind
    }
  }

  /// The rows by which a blank form is known again.
  private static func append(_ mark: BlankFormMark, to xml: inout SheetXML, _ context: MaskContext) {
    xml.append(row(1, [BlankFormSeal.name, BlankFormSeal.value]))
    if !mark.form.isEmpty {
      let isKnown = context.campaign.forms.contains { $0.id == mark.form }
      xml.append(row(2, ["form", isKnown ? mark.form : Masking.mark]))
    }
    if let month = mark.month { xml.append(row(3, ["month", month.description])) }
  }

  private static func row(_ number: Int, _ cells: [String]) -> Record {
    var record = Record()
    record.row = number
    for (field, cell) in cells.enumerated() { record.append(Array(cell.utf8).span, kind: .text, at: field) }
    return record
  }

  /// A sheet's name as findings show it, where it has a long number in it.
  private static func shown(_ name: String) -> String {
    let shown = Excerpt.whole(name)
    return shown.contains("*") || name.unicodeScalars.contains { $0.value < 0x20 } ? shown : name
  }
}
