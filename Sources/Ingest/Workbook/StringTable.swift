/// The texts that the cells of a workbook share, one after another in one buffer.
struct StringTable {
  private var bytes: [UInt8] = []
  /// A part has far fewer bytes than fit into 32 bits.
  private var ends: [UInt32] = []

  /// How many texts there are.
  var count: Int { ends.count }

  /// Appends a text.
  mutating func append(_ text: [UInt8]) {
    bytes += text
    ends.append(UInt32(bytes.count))
  }

  /// The bytes of a text; `nil` where there is none of that number.
  subscript(index: Int) -> ArraySlice<UInt8>? {
    guard ends.indices.contains(index) else { return nil }
    return bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
  }
}

/// Reads `sharedStrings.xml`: the pieces of a rich text are joined, the readings of its characters left out.
final class StringTableHandler: XMLHandler {
  private(set) var table = StringTable()
  private var text: [UInt8] = []
  private var isText = false
  private var isPhonetic = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case .stringItem: text.removeAll(keepingCapacity: true)
    case .phonetic: isPhonetic = true
    case .text: isText = !isPhonetic
    default: break
    }
  }

  override func end(_ name: XMLName) {
    switch name {
    case .stringItem:
      guard table.count < WorkbookLimits.cells else { return stop(.tooManyCells) }
      EscapedCharacters.resolve(&text)
      table.append(text)
    case .phonetic: isPhonetic = false
    case .text: isText = false
    default: break
    }
  }

  override func text(_ bytes: UnsafeRawBufferPointer) {
    guard isText else { return }
    if text.count + bytes.count > CSVReader.maximumFieldLength { return stop(.fieldTooLong) }
    // The bytes are expat's and valid during the call; they are copied.
    unsafe text.append(contentsOf: bytes)
  }
}

/// The characters that XML cannot hold, which workbooks write as `_x000D_`.
enum EscapedCharacters {
  /// Puts the characters in the places of their escapes.
  static func resolve(_ text: inout [UInt8]) {
    guard var place = next(in: text, from: 0) else { return }
    var resolved = Array(text[..<place])
    while true {
      // Half of a surrogate pair is no character: a byte that is not UTF-8, so that the cell is found undecodable.
      if let scalar = Unicode.Scalar(value(text, place)) {
        resolved.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else {
        resolved.append(0xFF)
      }
      let end = next(in: text, from: place + 7) ?? text.count
      resolved += text[(place + 7)..<end]
      if end == text.count { break }
      place = end
    }
    text = resolved
  }

  /// The next place of an underscore, an x, four hexadecimal digits and an underscore.
  private static func next(in text: [UInt8], from start: Int) -> Int? {
    guard text.count >= start + 7 else { return nil }
    return (start...(text.count - 7)).first { place in
      text[place] == 0x5F && text[place + 1] == 0x78 && text[place + 6] == 0x5F
        && (2..<6).allSatisfy { digit(text[place + $0]) != nil }
    }
  }

  private static func value(_ text: [UInt8], _ place: Int) -> UInt32 {
    (2..<6).reduce(0) { $0 << 4 | (digit(text[place + $1]) ?? 0) }
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }
}
