public import Model

/// Reads files for their figures alone: without their digests, and without what is told of a whole sheet's rows of
/// totals. Keys are told apart over all files that a task reads. It may be used by several threads at once.
public struct FigureReader: Sendable {
  private let months: MonthContexts
  private let first: ReadingContext
  private let isOfAnyMonth: Bool
  /// The language of messages.
  public let language: Language

  /// A reader for the month of `roster`, one of the registry's, or for ledgers whose rows say of which month they are;
  /// then the month is that of rows only where they say it.
  public init(campaign: Campaign, registry: Registry, roster: Roster, isOfAnyMonth: Bool) {
    months = MonthContexts(campaign: campaign, registry: registry, roster)
    first = months.context(of: roster.month)
    self.isOfAnyMonth = isOfAnyMonth
    language = campaign.language
  }

  private func sink(_ keys: KeyRegister, _ rows: @escaping (LedgerRows) -> Void) -> RowSink {
    RowSink(rows: rows, keys: keys, months: isOfAnyMonth ? months : nil, wantsDigest: false)
  }

  /// Reads a file of which `bytes` are all.
  public func read(
    _ bytes: UnsafeRawBufferPointer, of submission: Submission, keys: KeyRegister,
    rows: @escaping (LedgerRows) -> Void
  ) -> SubmissionReading {
    // The buffer is used during this call only.
    unsafe SubmissionReader(first).read(bytes, of: submission, sink(keys, rows))
  }

  /// Reads whole lines of a text whose headings are known; the first part begins with them.
  public func read(
    _ part: UnsafeRawBufferPointer, isFirst: Bool, of submission: Submission, _ head: SheetHead,
    keys: KeyRegister, rows: @escaping (LedgerRows) -> Void
  ) -> SubmissionReading {
    var sheet = SheetReading(submission, first, TextDecoder(head.encoding), sink(keys, rows))
    // The part outlives the reader.
    let text = unsafe UnsafeRawBufferPointer(rebasing: part.dropFirst(isFirst ? head.mark : 0))
    let reader = unsafe CSVReader(text, delimiter: head.delimiter)
    guard isFirst else {
      sheet.readOn(reader, head.plan)
      return sheet.reading
    }
    let failure = sheet.read(reader)
    return failure.map { .unread(submission, $0.reason(items: first.sampleItems)) } ?? sheet.reading
  }

  /// The headings of a text of which that is the beginning; `nil` where they are not found, or it is no text.
  /// `isUTF8` says that of the whole text; where it is not known, the beginning decides.
  public func head(of bytes: UnsafeRawBufferPointer, isUTF8: Bool? = nil) -> SheetHead? {
    let (found, mark) = unsafe TextEncoding.candidates(for: bytes)
    guard found == [.utf8] || found == [.gb18030, .utf8] else { return nil }
    let text = unsafe UnsafeRawBufferPointer(rebasing: bytes.dropFirst(mark))
    guard unsafe BinaryKind.of(text) == nil else { return nil }
    for delimiter in [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")] {
      for encoding in isUTF8 ?? (found.count == 1) || mark > 0 ? [TextEncoding.utf8] : [.gb18030, .utf8] {
        var sheet = SheetReading(
          Submission(path: "", size: 0, sha256: "", sender: nil, received: LocalTime(minutes: 0)), first,
          TextDecoder(encoding), RowSink(wantsDigest: false, wantsHeadingsOnly: true))
        // The text outlives the reader.
        guard unsafe sheet.read(CSVReader(text, delimiter: delimiter)) == nil, let plan = sheet.plan else {
          continue
        }
        let isLedger = first.campaign.forms[plan.form].ledger != nil
        return SheetHead(plan: plan, encoding: encoding, delimiter: delimiter, mark: mark, isLedger: isLedger)
      }
    }
    return nil
  }
}
