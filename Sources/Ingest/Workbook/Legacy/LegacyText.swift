/// Reads through a record and the CONTINUE records behind it, text by text. Never beyond them.
struct LegacyText {
  private let stream: [UInt8]
  /// The next byte, and where the record ends in which it stands.
  private var place: Int
  private var end: Int

  /// Begins at a place within a record.
  init(_ stream: [UInt8], _ record: LegacyRecord, at place: Int = 0) {
    self.stream = stream
    (self.place, end) = (record.start + place, record.end)
  }

  /// Whether nothing is left, here or in the records behind.
  mutating func isAtEnd() -> Bool {
    while place == end { if !goOn() { return true } }
    return false
  }

  /// Goes on to the CONTINUE behind; `false` where there is none.
  private mutating func goOn() -> Bool {
    guard let next = LegacyRecord(stream, at: end), next.kind == .more else { return false }
    (place, end) = (next.start, next.end)
    return true
  }

  /// The next byte.
  mutating func byte() throws(RecordFault.Kind) -> UInt8 {
    guard !isAtEnd() else { throw .damaged }
    place += 1
    return stream[place - 1]
  }

  /// A number of two bytes.
  mutating func word() throws(RecordFault.Kind) -> Int {
    let low = Int(try byte())
    return try low | Int(byte()) << 8
  }

  private mutating func skip(_ count: Int) throws(RecordFault.Kind) {
    var left = count
    while left > 0 {
      guard !isAtEnd() else { throw .damaged }
      let step = min(left, end - place)
      place += step
      left -= step
    }
  }

  /// So many bytes, as Excel 95 keeps texts.
  mutating func bytes(_ count: Int) throws(RecordFault.Kind) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      guard !isAtEnd() else { throw .damaged }
      let step = min(count - bytes.count, end - place)
      bytes += stream[place..<(place + step)]
      place += step
    }
    return bytes
  }

  /// A text of Excel 97 as UTF-8: a byte of marks, the characters with or without their high bytes, and behind them what
  /// says how they are printed and spoken, which is passed over. Characters that go on in a further record have a byte of
  /// marks before them there, too.
  mutating func characters(_ length: Int) throws(RecordFault.Kind) -> [UInt8] {
    let marks = try byte()
    var extra = 0
    if marks & 8 != 0 { extra += 4 * (try word()) }
    if marks & 4 != 0 {
      let low = try word()
      extra += low | (try word()) << 16
    }
    var (text, left) = ([UInt8](), length)
    var isWide = marks & 1 != 0
    while left > 0 {
      if place == end {
        guard goOn() else { throw .damaged }
        // An empty one has no marks.
        if place < end { isWide = try byte() & 1 != 0 }
        continue
      }
      let count = min(left, isWide ? (end - place) / 2 : end - place)
      // Half a character.
      guard count > 0 else { throw .damaged }
      append(count, isWide, to: &text)
      left -= count
    }
    try skip(extra)
    return text
  }

  private mutating func append(_ count: Int, _ isWide: Bool, to text: inout [UInt8]) {
    let part = place..<(place + (isWide ? 2 * count : count))
    place = part.upperBound
    if isWide {
      // The part is within the bytes, which are copied.
      text += unsafe stream.withUnsafeBytes {
        unsafe TextEncoding.transcode(utf16: UnsafeRawBufferPointer(rebasing: $0[part]), isBigEndian: false)
      }
    } else if stream[part].allSatisfy({ $0 < 0x80 }) {
      text += stream[part]
    } else {
      // The lower halves of UTF-16 are Latin letters.
      for byte in stream[part] {
        if byte < 0x80 { text.append(byte) } else { text += [0xC0 | byte >> 6, 0x80 | byte & 0x3F] }
      }
    }
  }
}
