import Glibc
public import Model

/// What a text holds that must be known before its rows are read: the codes of units, whether all is UTF-8, and whether
/// there are quotes, which may hold line ends.
public struct CodeSurvey: Sendable {
  /// The codes of digits whose length is one of those given.
  public private(set) var codes: Set<UnitCode> = []
  /// Whether all bytes are UTF-8.
  public private(set) var isUTF8 = true
  /// Whether there is a quote.
  public private(set) var hasQuotes = false

  private let lengths: Set<Int>
  private var last: [UInt8] = []
  /// Whether what follows the last code does not matter.
  private var isPrefix = false

  /// A survey of codes of these lengths, in bytes.
  public init(lengths: [Int]) { self.lengths = Set(lengths) }

  /// Looks through whole lines of a text.
  public mutating func add(_ part: UnsafeRawBufferPointer, _ head: SheetHead) {
    // The part outlives what looks at it.
    isUTF8 = unsafe isUTF8 && (try? UTF8Span(validating: Span(_unsafeBytes: part))) != nil
    let quotes = unsafe part.contains(0x22)
    hasQuotes = hasQuotes || quotes
    guard !lengths.isEmpty, let field = head.plan.code else { return }
    isPrefix = head.plan.prefixLength != nil
    last = []
    if field == 0, !quotes {
      unsafe addLines(part, head)
    } else {
      unsafe addRecords(part, head, field)
    }
  }

  /// With what another found.
  public func merging(_ other: CodeSurvey) -> CodeSurvey {
    var both = self
    both.codes.formUnion(other.codes)
    both.isUTF8 = isUTF8 && other.isUTF8
    both.hasQuotes = hasQuotes || other.hasQuotes
    return both
  }

  private mutating func addLines(_ part: UnsafeRawBufferPointer, _ head: SheetHead) {
    guard let base = part.baseAddress else { return }
    var place = 0
    while place < part.count {
      let rest = part.count - place
      // What memchr finds is within the part.
      let found = unsafe memchr(base + place, 0x0A, rest)
      let end = unsafe found.map { unsafe UnsafeRawPointer($0) - base } ?? part.count
      if unsafe !isLast(part, place, end) {
        // The bytes are copied.
        let cell = unsafe Array(part[place..<end].prefix { $0 != head.delimiter && $0 != 0x0D })
        add(cell.prefix(head.plan.prefixLength ?? cell.count))
      }
      place = end + 1
    }
  }

  /// Whether a line begins with the last code; a longer code that does begins with its unit's, too, where prefixes are
  /// codes, and else ends before a delimiter.
  private func isLast(_ part: UnsafeRawBufferPointer, _ place: Int, _ end: Int) -> Bool {
    guard !last.isEmpty, end - place > last.count else { return false }
    for index in last.indices where unsafe part[place + index] != last[index] { return false }
    // Another digit makes another code, unless only the beginning counts.
    let next = unsafe part[place + last.count]
    return isPrefix || !(0x30...0x39).contains(next)
  }

  private mutating func addRecords(_ part: UnsafeRawBufferPointer, _ head: SheetHead, _ field: Int) {
    // The part outlives the reader.
    var reader = unsafe CSVReader(part, delimiter: head.delimiter)
    var record = Record()
    let decoder = TextDecoder(head.encoding)
    while (try? reader.next(into: &record)) == true {
      guard field < record.count,
        case .code(let code) = CodeCell.read(record[field], prefix: head.plan.prefixLength, decoder)
      else { continue }
      add(Array("\(code)".utf8))
    }
  }

  private mutating func add(_ cell: some Collection<UInt8>) {
    guard lengths.contains(cell.count), cell.allSatisfy({ (0x30...0x39).contains($0) }) else { return }
    if let code = UnitCode(cell) { codes.insert(code) }
    last = Array(cell)
  }
}
