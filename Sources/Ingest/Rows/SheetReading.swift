import Model

/// The reading of one sheet, from its heading row to its end.
struct SheetReading {
  var context: ReadingContext
  let decoder: TextDecoder
  var reading: SubmissionReading
  var log: FindingLog
  /// The levels of the units in the sheet.
  var levels = SmallSet()
  /// Whether a row below the headings is about a unit, or tries to be.
  var hasRows = false
  /// What is known of the table that is being read.
  var table = TableState()
  /// The other month that the file's blank form was made for.
  var templateMonth: Month?
  /// The month cell that was last found right.
  var rightMonth: [UInt8]
  /// Takes the rows of ledgers.
  let sink: RowSink
  /// The cells of ledgers' rows in the tables before.
  var ledgerCells = 0
  /// What the table's headings say.
  private(set) var plan: HeadingPlan?
  /// The first hidden row below the headings, and how many there are.
  private var hidden = (first: 0, count: 0)

  init(
    _ submission: Submission, _ context: ReadingContext, _ decoder: TextDecoder, _ sink: RowSink = RowSink()
  ) {
    self.sink = sink
    self.context = context
    self.decoder = decoder
    reading = SubmissionReading(submission)
    log = FindingLog(file: submission.path)
    rightMonth = context.month
  }

  /// Begins another sheet of the same file; what follows is said of it.
  mutating func begin(sheet: String) {
    log.sheet = sheet
    levels = SmallSet()
    hasRows = false
    hidden = (0, 0)
  }

  /// Reads the whole sheet, or says why it has no heading row.
  mutating func read<Source: RecordSource & ~Copyable>(_ reader: consuming Source) -> HeadingFailure? {
    var reader = reader
    var record = Record()
    var head = HeadingRows()
    var fault: RecordFault?
    do throws(RecordFault) {
      while try reader.next(into: &record) {
        if record.row > HeadingSearch.lastRow || isReturn(record, head) {
          head.keep(record)
          break
        }
        head.isEmpty = head.isEmpty && isBlank(record)
        if head.take(record, context.headings, decoder) { break }
      }
    } catch {
      fault = error
    }
    guard let best = head.best else {
      return fault.map { .fault($0) } ?? (head.isEmpty ? .empty : .notFound(head.miss))
    }
    begin(
      best.plan, head.rows[best.place.lowerBound..<best.place.upperBound],
      titles: head.rows[..<best.place.lowerBound])
    if sink.wantsHeadingsOnly { return nil }
    // Where the code column is there twice, no row can be told to be any unit's.
    if best.plan.unitColumn != nil {
      for row in head.rows[best.place.upperBound...] {
        noteHidden(row)
        readRow(row, best.plan)
      }
      if let fault { stop(fault) } else { readRows(&reader, best.plan) }
      finish(best.plan, headingRow: head.rows[best.place.upperBound - 1].row)
    }
    reading.endTable()
    keepFindings()
    return nil
  }

  /// Puts what was found so far into the reading.
  mutating func keepFindings() {
    reading.findings = log.findings
    reading.omittedFindings = log.omitted
  }

  /// Whether a row below possible headings is that of a unit: then it is not worth looking for better ones.
  private func isReturn(_ record: Record, _ head: HeadingRows) -> Bool {
    guard let plan = head.best?.plan, let column = plan.unitColumn, column <= record.count else {
      return false
    }
    if plan.code == nil {
      return !context.names(within: reading.submission.sender)
        .named(UnitNames.shaped(text(record, column - 1))).isEmpty
    }
    return unit(record, column - 1, plan) != nil
  }

  /// The unit whose code stands in a field.
  private func unit(_ record: Record, _ field: Int, _ plan: HeadingPlan) -> Int? {
    guard field < record.count,
      case .code(let code) = CodeCell.read(record[field], prefix: plan.prefixLength, decoder)
    else { return nil }
    return context.roster.index(of: code)
  }

  /// Whether more stands in a row than a code and a name.
  private func mayAnswer(_ record: Record) -> Bool {
    (0..<record.count).count { !isBlank(record, $0) } > 2
  }

  /// Takes in the headings, and the titles above them.
  private mutating func begin(_ plan: HeadingPlan, _ headings: ArraySlice<Record>, titles: ArraySlice<Record>)
  {
    self.plan = plan
    table = TableState(firstRow: reading.rows.count, firstValue: reading.values.count)
    reading.begin(SubmissionTable(sheet: log.sheet, form: plan.form, columns: plan.columns))
    takePersonal(plan)
    beginLedger(plan)
    let row = headings.last?.row ?? 0
    for remark in plan.remarks {
      log.add(remark.reason, row: row, column: remark.column, item: remark.item, value: remark.value)
    }
    for record in titles { table.title.read(HeadingRows.texts(record, decoder), row: record.row) }
    // The upper one of two heading rows may be a unit's, too, which has lost its way.
    for record in headings.count > 1 ? titles + headings : titles {
      // A title may name the unit by its code, and says nothing else then.
      if let code = plan.code, unit(record, code, plan) != nil, mayAnswer(record) {
        log.add(RowNotAReturn(isAboveHeadings: true), row: record.row, column: code + 1)
      }
    }
    table.isOtherMonth = templateMonth != nil
    // What the blank form was made for has been said.
    if let said = table.title.otherMonth(than: context.roster.month), said.month != templateMonth {
      table.isOtherMonth = true
      let reason = MonthDiffers(given: said.month, wanted: context.roster.month, source: .title)
      log.add(reason, row: said.row, column: said.column, value: Excerpt.of(Folding.trimmed(said.text)))
    }
    table.end.lastRow = row
  }

  /// Reads a part of a sheet whose headings stand in another. What concerns the whole sheet is not checked.
  mutating func readOn<Source: RecordSource & ~Copyable>(_ reader: consuming Source, _ plan: HeadingPlan) {
    var reader = reader
    begin(plan, [], titles: [])
    readRows(&reader, plan)
    finishLedger()
    reading.endTable()
    keepFindings()
  }

  private mutating func readRows<Source: RecordSource & ~Copyable>(
    _ reader: inout Source, _ plan: HeadingPlan
  ) {
    var record = Record()
    do throws(RecordFault) {
      while true {
        readPlainRows(&reader, plan)
        guard try reader.next(into: &record) else { return }
        if let kind = fullness {
          throw RecordFault(row: record.row, column: 0, offset: 0, kind: kind)
        }
        noteHidden(record)
        readRow(record, plan)
      }
    } catch {
      stop(error)
    }
  }

  /// Of what there is too much already: ten bytes may be a row of hundreds of cells.
  private var fullness: RecordFault.Kind? {
    if reading.values.count >= context.mostAnswers { return .tooManyAnswers }
    return table.ledger?.isFull == true ? .tooManyLedgerCells : nil
  }

  private mutating func noteHidden(_ record: Record) {
    guard record.isHidden else { return }
    hidden = (hidden.count == 0 ? record.row : hidden.first, hidden.count + 1)
  }

  private mutating func stop(_ fault: RecordFault) {
    hasRows = true
    table.totals.isUnclear(at: fault.row)
    log.addFault(fault.kind, row: fault.row, column: fault.column)
  }

  private mutating func finish(_ plan: HeadingPlan, headingRow: Int) {
    finishLedger()
    endTable()
    settleOctober(plan)
    if hidden.count > 0 { log.add(RowsHidden(count: hidden.count), row: hidden.first) }
    guard hasRows else {
      log.add(FileNoRows())
      return
    }
    checkHeldTotals(plan)
    sayMissingColumns(plan, headingRow: headingRow)
  }

  private mutating func sayMissingColumns(_ plan: HeadingPlan, headingRow: Int) {
    let first = context.campaign.forms[plan.form].items.lowerBound
    for (place, column) in plan.columns.enumerated() where column == 0 && !plan.isAmbiguous[place] {
      let item = context.campaign.items[first + place]
      // All units that keep a ledger fill all its columns.
      let asked = table.ledger == nil ? item.filledBy.intersection(levels) : levels
      if !item.isOptional, !asked.isEmpty {
        log.add(ColumnMissing(), row: headingRow, item: item.label)
      }
    }
  }

  /// Whether there is nothing but blanks in a field, or no such field.
  func isBlank(_ record: Record, _ field: Int) -> Bool {
    guard field < record.count else { return true }
    let bytes = record[field]
    if bytes.allSatisfy({ $0 == 0x20 }) { return true }
    return decoder.text(bytes.span).map { $0.unicodeScalars.allSatisfy(Folding.isBlank) } ?? false
  }

  func isBlank(_ record: Record) -> Bool {
    (0..<record.count).allSatisfy { isBlank(record, $0) }
  }

  /// A field as text without blanks at its ends; empty where there is none, or it is not text. Of a text that is longer
  /// than any name, code or title the beginning, as it is compared with many.
  func text(_ record: Record, _ field: Int?) -> String {
    guard let field, field < record.count else { return "" }
    return Folding.beginning(Folding.trimmed(decoder.text(record[field].span) ?? ""))
  }

  /// What a finding shows of a field: text, or the first bytes of what is not.
  func excerpt(_ record: Record, _ field: Int) -> String {
    guard field < record.count else { return "" }
    if table.isPersonal(field) { return isBlank(record, field) ? "" : Masking.mark }
    if let text = decoder.text(record[field].span) { return Excerpt.of(Folding.trimmed(text)) }
    return Hexadecimal.text(record[field].prefix(8), upperCase: true)
  }
}
