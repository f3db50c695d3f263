import Model

/// The headings of a sheet that is to be masked.
struct MaskSearch {
  let plan: HeadingPlan
  /// The rows of the headings.
  let rows: ClosedRange<Int>

  /// The headings as ``SheetReading`` finds them; throws why there are none.
  static func find<Source: RecordSource & ~Copyable>(
    _ reader: consuming Source, _ context: MaskContext, _ decoder: TextDecoder
  ) throws(Failure) -> MaskSearch {
    var reader = reader
    var record = Record()
    var head = HeadingRows()
    var numbers: [Int] = []
    var fault: RecordFault?
    do throws(RecordFault) {
      while try reader.next(into: &record) {
        numbers.append(record.row)
        if record.row > HeadingSearch.lastRow || isReturn(record, head.best?.plan, decoder) { break }
        head.isEmpty = head.isEmpty && (0..<record.count).allSatisfy { isBlank(record, $0, decoder) }
        if head.take(record, context.headings, decoder) { break }
      }
    } catch {
      fault = error
    }
    guard let best = head.best else {
      throw Failure(of: fault.map { .fault($0) } ?? (head.isEmpty ? .empty : .notFound(head.miss)))
    }
    return MaskSearch(
      plan: best.plan, rows: numbers[best.place.lowerBound]...numbers[best.place.upperBound - 1])
  }

  struct Failure: Error { let of: HeadingFailure }

  /// Whether a row below possible headings is one with a code; whose it is does not matter.
  private static func isReturn(_ record: Record, _ plan: HeadingPlan?, _ decoder: TextDecoder) -> Bool {
    guard let plan, let field = plan.code, field < record.count else { return false }
    return hasCode(record[field], plan, decoder)
  }

  /// Whether a cell holds a code, which has a digit.
  static func hasCode(_ cell: ArraySlice<UInt8>, _ plan: HeadingPlan, _ decoder: TextDecoder) -> Bool {
    guard case .code(let code) = CodeCell.read(cell, prefix: plan.prefixLength, decoder) else { return false }
    return code.description.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// Whether there is nothing but blanks in a field.
  static func isBlank(_ record: Record, _ field: Int, _ decoder: TextDecoder) -> Bool {
    let bytes = record[field]
    if bytes.allSatisfy({ $0 == 0x20 }) { return true }
    return decoder.text(bytes.span).map { $0.unicodeScalars.allSatisfy(Folding.isBlank) } ?? false
  }
}
