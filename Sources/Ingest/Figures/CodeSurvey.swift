import Glibc
public import Model

/// How a text is written, as far as it must be known before its rows are read.
public struct TextTraits: Sendable {
  /// Whether all bytes are UTF-8.
  public var isUTF8: Bool
  /// Whether there is a quote, which may hold line ends.
  public var hasQuotes: Bool

  /// How a text is written.
  public init(isUTF8: Bool, hasQuotes: Bool) { (self.isUTF8, self.hasQuotes) = (isUTF8, hasQuotes) }

  /// Those of both parts of a text.
  public func merging(_ other: TextTraits) -> TextTraits {
    TextTraits(isUTF8: isUTF8 && other.isUTF8, hasQuotes: hasQuotes || other.hasQuotes)
  }
}

/// The codes of units that texts name, of digits and of some lengths.
public struct CodeSurvey: Sendable {
  private var found: CodeList
  /// The lengths of codes, a bit each.
  private let lengths: UInt64

  /// A survey of codes of these lengths, in bytes: at most so many, and one to say that there are more.
  public init(lengths: [Int], most: Int) {
    found = CodeList(limit: most)
    self.lengths = lengths.reduce(0) { (0...UnitCode.maximumLength).contains($1) ? $0 | 1 << UInt64($1) : $0 }
  }

  /// The codes in their order, each once.
  public mutating func codes() -> [UnitCode] { found.settled() }

  /// Those of several surveys in their order.
  public static func merged(_ surveys: [[UnitCode]]) -> [UnitCode] { surveys.reduce([], CodeList.merged) }

  /// Looks through whole lines of a text.
  public mutating func add(_ part: UnsafeRawBufferPointer, _ head: SheetHead) {
    guard lengths != 0, let field = head.plan.code else { return }
    // The part outlives what looks at it.
    if field == 0 { unsafe addLines(part, head) } else { unsafe addRecords(part, head, field) { _ in true } }
  }

  /// How some lines of a text are written.
  public static func traits(_ part: UnsafeRawBufferPointer) -> TextTraits {
    // The part outlives what looks at it.
    unsafe TextTraits(isUTF8: PlainBytes.areUTF8(part), hasQuotes: hasQuotes(part))
  }

  private static func hasQuotes(_ part: UnsafeRawBufferPointer) -> Bool {
    // Within the part.
    unsafe part.baseAddress.map { unsafe memchr($0, 0x22, part.count) != nil } ?? false
  }

  /// Looks at the beginnings of lines, as long as there are no quotes.
  private mutating func addLines(_ part: UnsafeRawBufferPointer, _ head: SheetHead) {
    guard let base = part.baseAddress else { return }
    var place = 0
    var known = LastCode(isPrefix: head.plan.prefixLength != nil)
    // What is found is within the part, or its end.
    let next = { (byte: Int32, place: Int) in
      let found = unsafe memchr(base + place, byte, part.count - place)
      return unsafe found.map { unsafe UnsafeRawPointer($0) - base } ?? part.count
    }
    var quote = next(0x22, 0)
    while place < part.count {
      let end = next(0x0A, place)
      if quote < end {
        // Lines may end within quotes.
        let rest = unsafe UnsafeRawBufferPointer(start: base + place, count: part.count - place)
        place += unsafe addRecords(rest, head, 0) { read in
          quote = next(0x22, place + read)
          return quote < next(0x0A, place + read)
        }
        continue
      }
      if unsafe !known.begins(part, place, end) {
        // The cell is within the part, and is read at once.
        let cell = unsafe part[place..<end].prefix { $0 != head.delimiter && $0 != 0x0D }
        let code = unsafe cell.prefix(head.plan.prefixLength ?? cell.count)
        if unsafe add(Span<UInt8>(_unsafeBytes: code)) { unsafe known.take(place, code.count) }
      }
      place = end + 1
    }
  }

  /// Reads records, one at least, as long as it shall go on after so many bytes; how many bytes were read.
  @discardableResult
  private mutating func addRecords(
    _ part: UnsafeRawBufferPointer, _ head: SheetHead, _ field: Int, while goesOn: (Int) -> Bool
  ) -> Int {
    // The part outlives the reader.
    var reader = unsafe CSVReader(part, delimiter: head.delimiter)
    var record = Record()
    let decoder = TextDecoder(head.encoding)
    while (try? reader.next(into: &record)) == true {
      if field < record.count,
        case .code(let code) = CodeCell.read(record[field], prefix: head.plan.prefixLength, decoder)
      {
        var cell: [UInt8] = []
        code.append(to: &cell)
        add(cell.span)
      }
      if !goesOn(reader.position) { return reader.position }
    }
    // Behind a fault nothing is read.
    return part.count
  }

  /// Takes in a code; `false` where the cell is none.
  @discardableResult
  private mutating func add(_ cell: Span<UInt8>) -> Bool {
    guard isLength(cell.count), let code = UnitCode(cell) else { return false }
    for place in cell.indices where !(0x30...0x39).contains(cell[place]) { return false }
    found.add(code)
    return true
  }

  private func isLength(_ count: Int) -> Bool {
    count <= UnitCode.maximumLength && lengths >> UInt64(count) & 1 == 1
  }
}

/// The code of the last line: most lines have that of the line before.
private struct LastCode {
  /// Whether what follows it does not matter.
  let isPrefix: Bool
  private var place = 0
  private var length = 0

  init(isPrefix: Bool) { self.isPrefix = isPrefix }

  mutating func take(_ place: Int, _ length: Int) { (self.place, self.length) = (place, length) }

  /// Whether a line begins with it; a longer code that does begins with its unit's, too, where prefixes are codes, and
  /// else ends before a delimiter.
  @inline(__always)
  func begins(_ part: UnsafeRawBufferPointer, _ line: Int, _ end: Int) -> Bool {
    guard length > 0, end - line > length else { return false }
    // Both are within the part.
    let all = unsafe Span<UInt8>(_unsafeBytes: part)
    let (code, start) = unsafe (
      all.extracting(unchecked: place..<place &+ length), all.extracting(unchecked: line..<line &+ length)
    )
    guard start.isSame(as: code) else { return false }
    // Another digit makes another code, unless only the beginning counts.
    let next = unsafe part[line + length]
    return isPrefix || !(0x30...0x39).contains(next)
  }
}
