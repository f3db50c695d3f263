import Model

@testable import Ingest

/// Whether every row that gives a unit's code is read, refused by itself or with its sheet, or said to be none.
enum RowAccount {
  static func check(_ bytes: [UInt8], _ world: FuzzWorld, _ sender: Int?) throws(FuzzFault) {
    // The array outlives the call.
    let lost = unsafe bytes.withUnsafeBytes { bytes in
      unsafe TextEncoding.withText(of: bytes) { text, encodings, wasUTF16 -> Int? in
        guard unsafe wasUTF16 || BinaryKind.of(text) == nil else { return nil }
        for delimiter in [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")] {
          for encoding in encodings {
            // The first table that is found is the one that is read.
            let rows = unsafe missing(text, TextDecoder(encoding), delimiter, world, sender)
            if let rows { return rows.first }
          }
        }
        return nil
      }
    }
    if let lost { throw FuzzFault(description: "nothing is said of row \(lost)") }
  }

  /// The first row of a unit that is nowhere, if any; `nil` where there is no table.
  private static func missing(
    _ text: UnsafeRawBufferPointer, _ decoder: TextDecoder, _ delimiter: UInt8, _ world: FuzzWorld,
    _ sender: Int?
  ) -> [Int]? {
    var known: Set<Int> = []
    let sink = RowSink(rows: { known.formUnion($0.rows.map { Int($0) }) }, wantsDigest: false)
    var sheet = SheetReading(world.submission(sender), world.context, decoder, sink)
    // The text outlives the readers.
    guard unsafe sheet.read(CSVReader(text, delimiter: delimiter)) == nil else { return nil }
    guard let plan = sheet.plan, plan.unitColumn != nil, let code = plan.code,
      sheet.reading.omittedFindings == 0
    else { return [] }
    // A title of another month speaks for every row of its sheet; of a ledger's rows no more is kept.
    if sheet.table.ledger != nil, saysOtherMonth(sheet) { return [] }
    known.formUnion((sheet.reading.rows + sheet.reading.rejected).map { Int($0.row) })
    known.formUnion(sheet.reading.findings.map(\.place.row))
    var reader = unsafe CSVReader(text, delimiter: delimiter)
    var record = Record()
    var isBelow = false
    while (try? reader.next(into: &record)) == true {
      guard isBelow else {
        isBelow = saysUnit(record, sheet, plan, code)
        continue
      }
      guard code < record.count, !known.contains(record.row),
        case .code(let unit) = CodeCell.read(record[code], prefix: plan.prefixLength, decoder),
        world.roster.index(of: unit) != nil,
        (0..<record.count).count(where: { !sheet.isBlank(record, $0) }) > 2
      else { continue }
      let isTotal = TotalName.isOne(sheet.text(record, plan.name)) || TotalName.isOne(sheet.text(record, 0))
      if !isTotal { return [record.row] }
    }
    return []
  }

  private static func saysOtherMonth(_ sheet: SheetReading) -> Bool {
    sheet.reading.findings.contains { ($0.reason as? MonthDiffers)?.source == .title }
  }

  private static func saysUnit(_ record: Record, _ sheet: SheetReading, _ plan: HeadingPlan, _ code: Int)
    -> Bool
  {
    let vocabulary = sheet.context.headings.vocabulary
    return vocabulary.meanings(of: sheet.text(record, code)).contains {
      $0.saysUnit || vocabulary.isPrefix($0, inForm: plan.form)
    }
  }
}
