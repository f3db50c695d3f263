/// How the bytes of a file stand for text.
enum TextEncoding: Hashable, Sendable {
  case utf8, utf16LittleEndian, utf16BigEndian, gb18030

  /// The encodings to try, the likeliest first, and the length of the byte order mark.
  ///
  /// GB18030 comes after UTF-8, as it takes most UTF-8 for Chinese. Where bytes are not wholly UTF-8, one
  /// damaged cell must not turn the file into GB18030: the headings decide between the two. `isUTF8` says whether they
  /// are, where that is known.
  static func candidates(
    for bytes: UnsafeRawBufferPointer, isUTF8: Bool? = nil
  ) -> (encodings: [TextEncoding], mark: Int) {
    // The span does not outlive the bytes.
    let span = unsafe Span<UInt8>(_unsafeBytes: bytes)
    if starts(span, with: [0xEF, 0xBB, 0xBF]) { return ([.utf8], 3) }
    if starts(span, with: [0xFF, 0xFE]) { return ([.utf16LittleEndian], 2) }
    if starts(span, with: [0xFE, 0xFF]) { return ([.utf16BigEndian], 2) }
    let isUTF8 = unsafe isUTF8 ?? PlainBytes.areUTF8(bytes)
    return (isUTF8 ? [.utf8] : [.gb18030, .utf8], 0)
  }

  /// Calls `body` with the text of a file: without its byte order mark, in one of the encodings given, the
  /// likeliest first. UTF-16 comes as UTF-8. The text is there during the call only.
  static func withText<Result>(
    of bytes: UnsafeRawBufferPointer, isUTF8: Bool? = nil,
    _ body: (_ text: UnsafeRawBufferPointer, _ encodings: [TextEncoding], _ wasUTF16: Bool) -> Result
  ) -> Result {
    // Both buffers outlive the call of the closure.
    let (encodings, mark) = unsafe candidates(for: bytes, isUTF8: isUTF8)
    let text = unsafe UnsafeRawBufferPointer(rebasing: bytes[mark...])
    switch encodings {
    case [.utf16LittleEndian], [.utf16BigEndian]:
      let utf8 = unsafe transcode(utf16: text, isBigEndian: encodings == [.utf16BigEndian])
      return unsafe utf8.withUnsafeBytes { unsafe body($0, [.utf8], true) }
    default: return unsafe body(text, encodings, false)
    }
  }

  private static func starts(_ bytes: Span<UInt8>, with mark: [UInt8]) -> Bool {
    bytes.count >= mark.count && mark.indices.allSatisfy { bytes[$0] == mark[$0] }
  }

  /// UTF-16 as UTF-8. What is not UTF-16 becomes a byte that is not UTF-8, so that the cell it stands in is
  /// found undecodable.
  static func transcode(utf16 bytes: UnsafeRawBufferPointer, isBigEndian: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 2)
    // The indices are below the count.
    let units = (0..<bytes.count / 2).lazy.map { index in
      let (first, second) = unsafe (UInt16(bytes[2 * index]), UInt16(bytes[2 * index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var iterator = units.makeIterator()
    var parser = Unicode.UTF16.ForwardParser()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar):
        result.append(contentsOf: UTF8.encode(UTF16.decode(scalar)) ?? UTF8.encodedReplacementCharacter)
      case .error: result.append(0xFF)
      case .emptyInput:
        if !bytes.count.isMultiple(of: 2) { result.append(0xFF) }
        return result
      }
    }
  }
}
