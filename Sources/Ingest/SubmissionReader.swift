public import Model

/// Reads received files into returns. It may be used by several threads at once; what it makes of a file
/// depends on nothing but the file.
public struct SubmissionReader: Sendable {
  /// The most bytes that a file may have.
  public static let maximumSize = 256 << 20
  /// The most rows of a ledger that are handed on at a time.
  public static let batch = 4096

  let context: ReadingContext

  /// A reader for one month of a campaign; the roster is the registry's in that month.
  public init(campaign: Campaign, registry: Registry, roster: Roster) {
    context = ReadingContext(campaign: campaign.asRead, registry: registry, roster: roster)
  }

  init(_ context: ReadingContext) { self.context = context }

  /// Reads a file of which `bytes` are all, and which must stay where they are meanwhile. The rows of ledgers are
  /// handed to `rows`, at most ``SubmissionReader/batch`` at a time and in the order of the file; they are no part
  /// of what is returned.
  public func read(
    _ bytes: UnsafeRawBufferPointer, of submission: Submission, rows: ((LedgerRows) -> Void)? = nil
  ) -> SubmissionReading {
    // The buffer is used during this call only.
    unsafe read(bytes, of: submission, RowSink(rows: rows))
  }

  func read(
    _ bytes: UnsafeRawBufferPointer, of submission: Submission, isUTF8: Bool? = nil, _ rows: RowSink
  ) -> SubmissionReading {
    var submission = submission
    submission.size = bytes.count
    guard bytes.count <= SubmissionReader.maximumSize else {
      return .unread(submission, FileTooLarge(size: bytes.count, limit: SubmissionReader.maximumSize))
    }
    // All that follows uses the bytes during this call only.
    if rows.wantsDigest, submission.sha256.isEmpty { submission.sha256 = unsafe SHA256.hex(of: bytes) }
    return unsafe TextEncoding.withText(of: bytes, isUTF8: isUTF8) { text, encodings, wasUTF16 in
      let kind = wasUTF16 ? nil : unsafe BinaryKind.of(text)
      return switch kind {
      case let kind? where kind == .workbook || kind == .oldOffice:
        unsafe readWorkbook(text, kind, submission, rows)
      case let kind?: .unread(submission, FileNotText(kind))
      case nil: unsafe read(text, encodings, submission, rows)
      }
    }
  }

  /// Tries the encodings, and commas, tabs and semicolons, until a heading row is found.
  private func read(
    _ text: UnsafeRawBufferPointer, _ encodings: [TextEncoding], _ submission: Submission,
    _ rows: RowSink
  ) -> SubmissionReading {
    var nearest = NearestFailure()
    for form in TextForm.all(encodings) {
      var sheet = SheetReading(submission, context, TextDecoder(form.encoding), rows)
      // The text stays where it is until this returns.
      let failure = unsafe sheet.read(CSVReader(text, delimiter: form.delimiter))
      guard let failure else { return sheet.reading }
      if failure.hasFullWidthCommas { return unsafe readFullWidth(text, form.encoding, submission, rows) }
      nearest.note(failure, in: form)
    }
    return .unread(submission, nearest.failure, items: context.sampleItems)
  }

  /// Reads text whose heading row has full-width commas between its columns.
  private func readFullWidth(
    _ text: UnsafeRawBufferPointer, _ encoding: TextEncoding, _ submission: Submission,
    _ rows: RowSink
  ) -> SubmissionReading {
    let separated = unsafe FullWidthCommas.replaced(in: text, encoding)
    var sheet = SheetReading(submission, context, TextDecoder(encoding), rows)
    // The array outlives the reader.
    let failure = unsafe separated.withUnsafeBytes { bytes in
      unsafe sheet.read(CSVReader(bytes, delimiter: FullWidthCommas.separator))
    }
    return failure.map { .unread(submission, $0, items: context.sampleItems) } ?? sheet.reading
  }
}

extension SubmissionReading {
  fileprivate static func unread(
    _ submission: Submission, _ failure: HeadingFailure, items: [String]
  ) -> SubmissionReading {
    var reading = unread(submission, failure.reason(items: items))
    reading.findings[0].place.row = failure.row
    reading.findings[0].place.column = failure.column
    return reading
  }
}
