/// The name of an element without its prefix, packed into one number so that names compare fast. Names of
/// more than 16 bytes are all the same name, which none of those sought is.
struct XMLName: Hashable {
  private let packed: UInt128

  init(_ name: StaticString) {
    // A static string's bytes live for ever.
    packed = unsafe XMLName.pack(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  /// The name at a pointer, ended by NUL.
  @unsafe
  init(at name: UnsafePointer<CChar>) {
    var start = unsafe name
    var end = unsafe name
    while unsafe end.pointee != 0 {
      if unsafe end.pointee == 0x3A { unsafe start = end + 1 }
      unsafe end += 1
    }
    let count = unsafe end - start
    packed = unsafe start.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
      unsafe XMLName.pack(UnsafeBufferPointer(start: bytes, count: count))
    }
  }

  private static func pack(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt128 {
    guard bytes.count <= 16 else { return 0 }
    var packed: UInt128 = 0
    // The indices are the buffer's own.
    for index in bytes.indices { unsafe packed = packed << 8 | UInt128(bytes[index]) }
    return packed
  }

  static let row = XMLName("row")
  static let cell = XMLName("c")
  static let value = XMLName("v")
  static let formula = XMLName("f")
  static let inline = XMLName("is")
  static let text = XMLName("t")
  static let phonetic = XMLName("rPh")
  static let stringItem = XMLName("si")
  static let sheetData = XMLName("sheetData")
  static let mergedCell = XMLName("mergeCell")
  static let sheet = XMLName("sheet")
  static let workbookSettings = XMLName("workbookPr")
  static let relationship = XMLName("Relationship")
  static let numberFormat = XMLName("numFmt")
  static let cellFormats = XMLName("cellXfs")
  static let format = XMLName("xf")
}

/// The attributes of an element, valid during the call that hands them over.
@safe
struct XMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// Names and values in turn, ended by a null pointer, as expat gives them.
  @unsafe
  init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { unsafe self.list = unsafe list }

  /// The value of an attribute whose name has one letter and no prefix.
  @unsafe
  func value(letter: CChar) -> UnsafePointer<CChar>? {
    guard var place = unsafe list else { return nil }
    // Names and values come in pairs; the first name that is null ends them.
    while let name = unsafe place[0] {
      if unsafe name[0] == letter && name[1] == 0 { return unsafe place[1] }
      unsafe place += 2
    }
    return nil
  }

  /// The value of an attribute, by its name in full, or by its name after any prefix.
  func text(_ wanted: String, afterPrefix: Bool = false) -> String? {
    guard var place = unsafe list else { return nil }
    while let name = unsafe place[0] {
      let text = unsafe String(cString: name)
      let isIt = afterPrefix ? text.hasSuffix(":" + wanted) : text == wanted
      if isIt, let value = unsafe place[1] { return unsafe String(cString: value) }
      unsafe place += 2
    }
    return nil
  }

  /// Whether an attribute says yes.
  func isTrue(_ wanted: String) -> Bool { text(wanted).map { $0 == "1" || $0 == "true" } ?? false }
}
