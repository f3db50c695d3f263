import Model

extension SubmissionReader {
  /// Reads a workbook of the kind that its first bytes tell.
  func readWorkbook(
    _ bytes: UnsafeRawBufferPointer, _ kind: BinaryKind, _ submission: Submission,
    _ rows: RowSink
  ) -> SubmissionReading {
    do throws(RecordFault.Kind) {
      // The bytes are used during this call only.
      if kind == .workbook { return read(try unsafe OpenWorkbook(bytes), submission, rows) }
      if unsafe SubmissionReader.isLocked(bytes) { throw .encrypted }
      return read(try unsafe LegacyWorkbook(bytes), submission, rows)
    } catch {
      return .unread(submission, error == .notAWorkbook ? FileNotText(kind) : error.reason)
    }
  }

  /// Whether an OLE file holds a locked workbook: its list of contents then names one in UTF-16.
  static func isLocked(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let name = Array("EncryptedPackage".utf8)
    // Entries of the list begin at multiples of 128 bytes; the ranges are within the bytes.
    for place in stride(from: 512, to: bytes.count - 2 * name.count, by: 128) {
      let isIt = name.indices.allSatisfy { index in
        unsafe bytes[place + 2 * index] == name[index] && bytes[place + 2 * index + 1] == 0
      }
      if isIt { return true }
    }
    return false
  }

  /// Reads every visible sheet; each may hold a table of some form.
  private func read(
    _ workbook: some Workbook, _ submission: Submission, _ rows: RowSink
  ) -> SubmissionReading {
    var sheet = SheetReading(submission, context, TextDecoder(.utf8), rows)
    sheet.reading.sheets = workbook.sheets.map { Excerpt.of($0.name) }
    let marks = SubmissionReader.marks(workbook).sorted { $0.key < $1.key }
    for (_, mark) in marks { sheet.checkMonth(mark) }
    var failures: [(sheet: String, failure: HeadingFailure)] = []
    for place in workbook.sheets.indices where !marks.contains(where: { $0.key == place }) {
      let name = sheet.reading.sheets[place]
      sheet.begin(sheet: name)
      guard workbook.sheets[place].visibility == .visible else {
        sheet.log.add(SheetHidden())
        continue
      }
      do throws(RecordFault.Kind) {
        if let failure = sheet.read(try workbook.records(of: place)) { failures.append((name, failure)) }
      } catch {
        failures.append((name, .fault(RecordFault(row: 0, column: 0, offset: 0, kind: error))))
      }
    }
    for (_, mark) in marks { sheet.checkForm(mark) }
    finish(&sheet, workbook, failures)
    return sheet.reading
  }

  /// Says what became of the sheets without a table; where none has one, the sheet that says most speaks for
  /// the file.
  private func finish(
    _ sheet: inout SheetReading, _ workbook: some Workbook,
    _ failures: [(sheet: String, failure: HeadingFailure)]
  ) {
    let hasTable = !sheet.reading.submission.tables.isEmpty
    let telling = failures.min { $0.failure.speaks < $1.failure.speaks }
    for (name, failure) in failures {
      let place = Place(
        file: sheet.log.file, sheet: name, row: failure.row, column: failure.column)
      switch failure {
      // A fault is always said; a new workbook has empty sheets.
      case .fault(let fault):
        sheet.log.sheet = name
        sheet.log.addFault(fault.kind, row: fault.row, column: fault.column)
      case .notFound where hasTable:
        sheet.log.add(Finding(SheetWithoutTable(), at: Place(file: sheet.log.file, sheet: name)))
      case .notFound where telling?.sheet == name:
        sheet.log.add(Finding(failure.reason(items: context.sampleItems), at: place))
      case .empty, .notFound: break
      }
    }
    let file = Place(file: sheet.log.file)
    if !workbook.sheets.contains(where: { $0.visibility == .visible }) {
      sheet.log.add(Finding(FileNoSheet(), at: file))
    } else if !hasTable, let telling, case .empty = telling.failure {
      sheet.log.add(Finding(FileEmpty(), at: file))
    }
    sheet.keepFindings()
  }
}

extension HeadingFailure {
  /// The lower the more it says of a workbook: empty sheets say nothing beside others.
  fileprivate var speaks: Int {
    if case .empty = self { Int.max } else { rank }
  }
}
