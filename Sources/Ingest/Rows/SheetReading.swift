import Model

/// The reading of one sheet, from its heading row to its end.
struct SheetReading {
  let context: ReadingContext
  let decoder: TextDecoder
  var reading: SubmissionReading
  var log: FindingLog
  /// The levels of the units in the sheet.
  var levels = SmallSet()
  /// Whether a row below the headings is about a unit, or tries to be.
  var hasRows = false
  /// The month cell that was last found right.
  var rightMonth: [UInt8]
  /// The first hidden row below the headings, and how many there are.
  private var hidden = (first: 0, count: 0)

  init(_ submission: Submission, _ context: ReadingContext, _ decoder: TextDecoder) {
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
    var miss: HeadingSearch.NearMiss?
    var isEmpty = true
    do throws(RecordFault) {
      while try reader.next(into: &record), record.row <= HeadingSearch.lastRow {
        isEmpty = isEmpty && isBlank(record)
        if let plan = context.headings.plan(record, decoder, miss: &miss) {
          readRows(&reader, plan, headingRow: record.row)
          return nil
        }
      }
    } catch {
      return .fault(error)
    }
    return isEmpty ? .empty : .notFound(miss)
  }

  private mutating func readRows<Source: RecordSource & ~Copyable>(
    _ reader: inout Source, _ plan: HeadingPlan, headingRow: Int
  ) {
    reading.begin(SubmissionTable(sheet: log.sheet, form: plan.form, columns: plan.columns))
    for remark in plan.remarks {
      log.add(remark.reason, row: headingRow, column: remark.column, item: remark.item, value: remark.value)
    }
    // Where the code column is there twice, no row can be told to be any unit's.
    if plan.code != nil {
      readRows(&reader, plan)
      finish(plan, headingRow: headingRow)
    }
    reading.endTable()
    keepFindings()
  }

  /// Puts what was found so far into the reading.
  mutating func keepFindings() {
    reading.findings = log.findings
    reading.omittedFindings = log.omitted
  }

  private mutating func readRows<Source: RecordSource & ~Copyable>(
    _ reader: inout Source, _ plan: HeadingPlan
  ) {
    var record = Record()
    do throws(RecordFault) {
      while try reader.next(into: &record) {
        if record.isHidden {
          hidden = (hidden.count == 0 ? record.row : hidden.first, hidden.count + 1)
        }
        readRow(record, plan)
      }
    } catch {
      hasRows = true
      log.addFault(error.kind, row: error.row, column: error.column)
    }
  }

  private mutating func finish(_ plan: HeadingPlan, headingRow: Int) {
    if hidden.count > 0 { log.add(RowsHidden(count: hidden.count), row: hidden.first) }
    guard hasRows else {
      log.add(FileNoRows())
      return
    }
    let first = context.campaign.forms[plan.form].items.lowerBound
    for (place, column) in plan.columns.enumerated() where column == 0 && !plan.isAmbiguous[place] {
      let item = context.campaign.items[first + place]
      if !item.isOptional, !item.filledBy.intersection(levels).isEmpty {
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

  /// A field as text without blanks at its ends; empty where there is none, or it is not text.
  func text(_ record: Record, _ field: Int?) -> String {
    guard let field, field < record.count else { return "" }
    return Folding.trimmed(decoder.text(record[field].span) ?? "")
  }

  /// What a finding shows of a field: text, or the first bytes of what is not.
  func excerpt(_ record: Record, _ field: Int) -> String {
    guard field < record.count else { return "" }
    if let text = decoder.text(record[field].span) { return Excerpt.of(Folding.trimmed(text)) }
    return Hexadecimal.text(record[field].prefix(8), upperCase: true)
  }
}
