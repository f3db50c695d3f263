public import Model

extension SheetCopy {
  /// What is copied at most, so that a hostile file costs bounded time and memory.
  public struct Limit: Sendable {
    /// The rows of a sheet.
    public var rows: Int
    /// The cells of a file.
    public var cells: Int
    /// The bytes of text of a file.
    public var bytes: Int

    /// As many rows as a clerk will look at.
    public static let returned = Limit(rows: 20_000, cells: 1_000_000, bytes: 64 << 20)
  }

  /// The sheets of a received file; none where it cannot be read as a table. The bytes are used during the
  /// call only.
  public static func sheets(of bytes: UnsafeRawBufferPointer, limit: Limit = .returned) -> [SheetCopy] {
    let (encodings, mark) = unsafe TextEncoding.candidates(for: bytes)
    let text = unsafe UnsafeRawBufferPointer(rebasing: bytes[mark...])
    switch encodings {
    case [.utf16LittleEndian], [.utf16BigEndian]:
      let isBigEndian = encodings == [.utf16BigEndian]
      let utf8 = unsafe TextEncoding.transcode(utf16: text, isBigEndian: isBigEndian)
      return unsafe utf8.withUnsafeBytes { unsafe DelimitedCopy.sheets(of: $0, [.utf8], limit) }
    default:
      switch unsafe BinaryKind.of(text) {
      case let kind? where kind == .workbook || kind == .oldOffice:
        return unsafe WorkbookCopy.sheets(of: text, kind, limit)
      case .some: return []
      case nil: return unsafe DelimitedCopy.sheets(of: text, encodings, limit)
      }
    }
  }
}
