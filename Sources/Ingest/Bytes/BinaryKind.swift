import Glibc

/// What a file that is not text seems to be, by its first bytes.
enum BinaryKind: String, Hashable, Sendable, CaseIterable {
  /// A workbook of Excel 2007 or later, or another zip archive.
  case workbook
  /// A workbook or document of Excel or Word 97 to 2003, or an encrypted one.
  case oldOffice
  /// An archive of another kind than zip: RAR, 7z or gzip.
  case archive
  /// A PDF.
  case pdf
  /// A picture.
  case picture
  /// A web page or XML, as some systems export under the name of a spreadsheet.
  case markup
  /// Something else.
  case other

  private static let signatures: [([UInt8], BinaryKind)] = [
    (Array("PK\u{3}\u{4}".utf8), .workbook),
    ([0xD0, 0xCF, 0x11, 0xE0], .oldOffice),
    (Array("Rar!\u{1A}\u{7}".utf8), .archive),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
    ([0x1F, 0x8B, 0x08], .archive),
    (Array("%PDF".utf8), .pdf),
    ([0x89] + Array("PNG".utf8), .picture),
    ([0xFF, 0xD8, 0xFF], .picture),
    (Array("<!DOCTYPE".utf8), .markup),
    (Array("<html".utf8), .markup),
    (Array("<?xml".utf8), .markup),
  ]

  /// The kind of a file that cannot be read as text; `nil` for text. Bytes of UTF-16 must be told before, as
  /// they hold NUL bytes.
  static func of(_ bytes: UnsafeRawBufferPointer) -> BinaryKind? {
    for (signature, kind) in signatures where unsafe bytes.starts(with: signature) { return kind }
    guard let base = bytes.baseAddress else { return nil }
    // Within the bytes.
    return unsafe memchr(base, 0, min(bytes.count, 4096)) == nil ? nil : .other
  }
}
