public import Model

/// Reads files for their figures alone: without their digests, and without what is told of a whole sheet's rows of
/// totals. Keys are told apart over all files that a task reads. It may be used by several threads at once.
public struct FigureReader: Sendable {
  /// The most months that rows may be of, beside that of the roster.
  public static let mostMonths = 1200

  private let months: MonthContexts
  private var first: ReadingContext { months.first }
  private let isOfAnyMonth: Bool
  /// The language of messages.
  public let language: Language

  /// A reader for the month of `roster`, one of the registry's, or for ledgers whose rows say of which month they are;
  /// then the month is that of rows only where they say it.
  public init(
    campaign: Campaign, registry: Registry, roster: Roster, isOfAnyMonth: Bool, months most: Int = mostMonths
  ) {
    months = MonthContexts(campaign: campaign, registry: registry, roster, most: most)
    self.isOfAnyMonth = isOfAnyMonth
    language = campaign.language
  }

  /// Whether rows were of more months than are read: then not all were.
  public var hasTooManyMonths: Bool { months.isFull }

  private func sink(_ keys: KeyRegister, _ rows: @escaping (LedgerRows) -> Void) -> RowSink {
    RowSink(rows: rows, keys: keys, months: isOfAnyMonth ? months : nil, wantsDigest: false)
  }

  /// Reads a file of which `bytes` are all; `isUTF8` says whether they are UTF-8, where that is known.
  public func read(
    _ bytes: UnsafeRawBufferPointer, of submission: Submission, isUTF8: Bool? = nil, keys: KeyRegister,
    rows: @escaping (LedgerRows) -> Void
  ) -> SubmissionReading {
    // The buffer is used during this call only.
    unsafe SubmissionReader(first).read(bytes, of: submission, isUTF8: isUTF8, sink(keys, rows))
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
  /// `isUTF8` says that of the whole text; where it is not known, the beginning decides. Most files of a month begin with
  /// the same line: those of one that does are known from the `last`.
  public func head(of bytes: UnsafeRawBufferPointer, like last: SheetHead? = nil, isUTF8: Bool? = nil)
    -> SheetHead?
  {
    let (found, mark) = unsafe TextEncoding.candidates(for: bytes)
    guard found == [.utf8] || found == [.gb18030, .utf8] else { return nil }
    let text = unsafe UnsafeRawBufferPointer(rebasing: bytes.dropFirst(mark))
    guard unsafe BinaryKind.of(text) == nil else { return nil }
    let isWhollyUTF8 = found.count == 1
    // The line is within the bytes.
    if let last, last.mark == mark, last.isWhollyUTF8 == isWhollyUTF8, !last.line.isEmpty,
      unsafe Span<UInt8>(_unsafeBytes: text).starts(with: last.line.span)
    {
      return last
    }
    let encodings = isUTF8 ?? (isWhollyUTF8 || mark > 0) ? [TextEncoding.utf8] : [.gb18030, .utf8]
    for (place, form) in TextForm.all(encodings).enumerated() {
      // The text outlives the calls.
      guard let (plan, row) = unsafe headings(of: text, form) else { continue }
      // What was tried before looked at more of the file than its first line.
      let isKnownByLine = row == 1 && plan.isWhole && place == 0
      return SheetHead(
        plan: plan, encoding: form.encoding, delimiter: form.delimiter, mark: mark,
        line: isKnownByLine ? unsafe FigureReader.plainLine(text) : [], isWhollyUTF8: isWhollyUTF8,
        isLedger: first.campaign.forms[plan.form].ledger != nil)
    }
    return nil
  }

  /// The headings, and the row in which they end.
  private func headings(
    of text: UnsafeRawBufferPointer, _ form: TextForm
  ) -> (plan: HeadingPlan, row: Int)? {
    let nobody = Submission(path: "", size: 0, sha256: "", sender: nil, received: LocalTime(minutes: 0))
    var sheet = SheetReading(
      nobody, first, TextDecoder(form.encoding), RowSink(wantsDigest: false, wantsHeadingsOnly: true))
    // The text outlives the reader.
    guard unsafe sheet.read(CSVReader(text, delimiter: form.delimiter)) == nil, let plan = sheet.plan else {
      return nil
    }
    return (plan, sheet.table.end.lastRow)
  }

  /// The first line with its end; nothing where there is none, or a quote in it, which may hold line ends.
  private static func plainLine(_ text: UnsafeRawBufferPointer) -> [UInt8] {
    guard let end = unsafe text.firstIndex(of: 0x0A) else { return [] }
    let line = unsafe Array(text[...end])
    return line.contains(0x22) ? [] : line
  }
}
